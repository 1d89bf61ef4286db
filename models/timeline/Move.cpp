// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/Move.h"

#include "catalog/DateTime.h"
#include "payload/JsonText.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace marquee::timeline {

using payload::Edit;
using payload::Pointer;

namespace {

// What four digits can write, a day away from either end because of offsets.
constexpr std::int64_t Earliest = -62135596800 + Day;
constexpr std::int64_t Latest = 253402300799 - Day;

std::int64_t stepOf(Snap snap)
{
    return snap == Snap::Midnight ? Day : snap == Snap::Minute ? 60 : 1;
}

std::int64_t floorTo(std::int64_t time, std::int64_t step)
{
    const std::int64_t rest = time % step;
    return time - (rest < 0 ? rest + step : rest);
}

std::int64_t nearest(std::int64_t time, Snap snap)
{
    const std::int64_t step = stepOf(snap);
    return floorTo(time + step / 2, step);
}

std::string written(std::int64_t time, const catalog::DateTime &as)
{
    if (as.isZ)
        return catalog::DateTime::format(time);
    std::string text = catalog::DateTime::format(time + as.offsetMinutes * std::int64_t{60});
    text.pop_back();
    const int minutes = std::abs(as.offsetMinutes);
    char offset[16];
    std::snprintf(offset, sizeof offset, "%c%02d:%02d", as.offsetMinutes < 0 ? '-' : '+', minutes / 60, minutes % 60);
    return text + offset;
}

} // namespace

Times moved(const Times &times, Handle handle, std::int64_t seconds, Snap snap)
{
    Times to = times;
    const std::int64_t step = stepOf(snap);
    if (handle == Handle::Whole) {
        const auto anchor = times.start ? times.start : times.end;
        if (!anchor)
            return to;
        const std::int64_t lowest = times.end ? std::min(*anchor, *times.end) : *anchor;
        const std::int64_t highest = times.end ? std::max(*anchor, *times.end) : *anchor;
        if (lowest + seconds < Earliest || highest + seconds > Latest)
            return to;
        const std::int64_t by = nearest(*anchor + seconds, snap) - *anchor;
        for (auto *moment : {&to.start, &to.end}) {
            if (*moment)
                **moment += by;
        }
        return to;
    }
    auto &edge = handle == Handle::Start ? to.start : to.end;
    const auto &other = handle == Handle::Start ? to.end : to.start;
    if (!edge)
        return to;
    edge = nearest(std::clamp(*edge + seconds, Earliest, Latest), snap);
    if (other && !times.isBackwards()) {
        // The last step before the other edge, or the first behind it.
        if (handle == Handle::Start)
            edge = std::min(*edge, floorTo(*other - 1, step));
        else
            edge = std::max(*edge, floorTo(*other, step) + step);
    }
    return to;
}

std::vector<Edit> timeEdits(const payload::Document &document, std::uint32_t window, const Times &times)
{
    std::vector<Edit> edits;
    const Pointer place = windowsPlace().child(window);
    const auto change = [&](const char *member, const std::optional<std::int64_t> &to) {
        const auto now = catalog::DateTime::parse(document.find(place.child(member)).string());
        if (now && to && *to != now->epochSeconds)
            edits.push_back(
                Edit::set(place.child(member), payload::encodeJsonString(std::string_view(written(*to, *now)))));
    };
    change("Start", times.start);
    change("End", times.end);
    return edits;
}

Pointer windowsPlace()
{
    return Pointer().child("avail").child("Transaction");
}

} // namespace marquee::timeline
