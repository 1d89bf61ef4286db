// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/Overlaps.h"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace marquee::timeline {

namespace {

struct Entry
{
    std::uint64_t group;
    Stretch holds;
    std::uint32_t window;
    std::uint32_t territory;
};

std::vector<Entry> entriesOf(std::span<const WindowTimes> windows)
{
    std::vector<Entry> entries;
    entries.reserve(windows.size());
    for (std::uint32_t i = 0; i < windows.size(); ++i) {
        const WindowTimes &window = windows[i];
        if (!window.times.start || !window.times.end || window.times.isBackwards())
            continue;
        for (std::uint32_t t = 0; t < window.territories.size(); ++t) {
            const std::uint64_t place = std::hash<std::string_view>{}(window.territories[t]);
            entries.push_back(
                {window.rest ^ (place * 0xff51afd7ed558ccdu), {*window.times.start, *window.times.end}, i, t});
        }
    }
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
        return std::tie(a.group, a.holds.begin, a.window) < std::tie(b.group, b.holds.begin, b.window);
    });
    return entries;
}

/// The stretches in which two or more of a group's entries hold, one after the other: what begins before everything
/// earlier ended is contested from there to where either ends.
void contest(std::span<const Entry> group, std::vector<Stretch> &stretches)
{
    const std::size_t before = stretches.size();
    std::int64_t latestEnd = group.front().holds.end;
    for (const Entry &entry : group.subspan(1)) {
        const Stretch shared{entry.holds.begin, std::min(latestEnd, entry.holds.end)};
        latestEnd = std::max(latestEnd, entry.holds.end);
        if (shared.begin >= shared.end)
            continue;
        if (stretches.size() > before && shared.begin <= stretches.back().end)
            stretches.back().end = std::max(stretches.back().end, shared.end);
        else
            stretches.push_back(shared);
    }
}

void takePart(const Entry &entry, std::size_t from, Overlaps &overlaps)
{
    const auto begin = overlaps.stretches.begin() + static_cast<std::ptrdiff_t>(from);
    const auto first = std::upper_bound(begin, overlaps.stretches.end(), entry.holds.begin,
        [](std::int64_t time, const Stretch &stretch) { return time < stretch.end; });
    const auto last = std::lower_bound(first, overlaps.stretches.end(), entry.holds.end,
        [](const Stretch &stretch, std::int64_t time) { return stretch.begin < time; });
    if (first != last)
        overlaps.parts.push_back({entry.window, entry.territory,
            static_cast<std::uint32_t>(first - overlaps.stretches.begin()), static_cast<std::uint32_t>(last - first)});
}

void dropUnmarked(
    Overlaps &overlaps, const std::function<std::vector<bool>(const std::vector<std::uint32_t> &)> &areMarked)
{
    std::vector<std::uint32_t> windows;
    for (const Overlaps::Part &part : overlaps.parts) {
        if (windows.empty() || windows.back() != part.window)
            windows.push_back(part.window);
    }
    if (windows.empty())
        return;
    const std::vector<bool> marked = areMarked(windows);
    std::erase_if(overlaps.parts, [&](const Overlaps::Part &part) {
        const auto at = std::lower_bound(windows.begin(), windows.end(), part.window);
        return !marked[static_cast<std::size_t>(at - windows.begin())];
    });
}

} // namespace

Overlaps findOverlaps(std::span<const WindowTimes> windows,
    const std::function<std::vector<bool>(const std::vector<std::uint32_t> &)> &areMarked)
{
    Overlaps overlaps;
    const std::vector<Entry> entries = entriesOf(windows);
    for (std::size_t from = 0; from < entries.size();) {
        std::size_t to = from + 1;
        while (to < entries.size() && entries[to].group == entries[from].group)
            ++to;
        const std::size_t stretches = overlaps.stretches.size();
        const std::span<const Entry> group(entries.data() + from, to - from);
        contest(group, overlaps.stretches);
        for (const Entry &entry : group)
            takePart(entry, stretches, overlaps);
        from = to;
    }
    std::sort(overlaps.parts.begin(), overlaps.parts.end(), [](const Overlaps::Part &a, const Overlaps::Part &b) {
        return std::tie(a.window, a.territory) < std::tie(b.window, b.territory);
    });
    dropUnmarked(overlaps, areMarked);
    return overlaps;
}

} // namespace marquee::timeline
