// SPDX-License-Identifier: GPL-3.0-or-later
#include "performances/Day.h"

#include "payload/JsonText.h"
#include "performances/TypedTimes.h"
#include "rules/FieldEdits.h"

#include <QDateTime>

#include <algorithm>
#include <functional>
#include <set>

namespace marquee::performances {

using payload::Edit;
using payload::Value;
using timeline::WindowTimes;

namespace {

constexpr std::int64_t Hour = 3600;
constexpr const char *NoTimeLane = "no time";
constexpr char Behind = '\x1f'; ///< between what a name is sorted by and the name

/// Halls go by their numbers: H-2 comes before H-10. The name itself stands behind.
std::string sorted(const std::string &name)
{
    constexpr std::size_t figures = 9;
    if (name.empty())
        return {};
    std::string key;
    for (std::size_t i = 0; i < name.size();) {
        std::size_t end = i;
        while (end < name.size() && name[end] >= '0' && name[end] <= '9')
            ++end;
        if (end == i) {
            key += name[i++];
            continue;
        }
        key.append(end - i < figures ? figures - (end - i) : 0, '0').append(name, i, end - i);
        i = end;
    }
    return key + Behind + name;
}

std::string named(const std::string &key)
{
    const std::size_t at = key.find(Behind);
    return at == std::string::npos ? key : key.substr(at + 1);
}

DayPerformance read(const Value &performance, std::uint32_t row)
{
    DayPerformance read;
    read.row = row;
    read.id = textOf(performance.member("@id"));
    read.site = textOf(performance.member("@siteId"));
    read.hall = textOf(performance.member("HallId"));
    read.event = textOf(performance.member("EventId"));
    read.date = dateOf(textOf(performance.member("Date")));
    read.time = timeOf(textOf(performance.member("Time")));
    read.isCancelled = isTrue(performance.member("IsCancelled"));
    return read;
}

/// `alone`: its number among those that overlap nothing, which is its own.
WindowTimes timesOf(const DayPerformance &performance, std::int64_t begin, std::int64_t seconds, std::uint32_t alone)
{
    WindowTimes times;
    times.id = performance.id;
    times.territories = {sorted(performance.site)};
    times.licence = performance.time.isValid() ? sorted(performance.hall) : std::string();
    times.format = performance.time.isValid() ? "" : NoTimeLane;
    times.times = {begin, begin + seconds};
    const bool canOverlap = performance.time.isValid() && !performance.hall.empty() && !performance.isCancelled;
    times.rest
        = canOverlap ? std::hash<std::string>{}(performance.hall) : std::uint64_t{0x9e3779b97f4a7c15U} * (alone + 1);
    return times;
}

} // namespace

int Day::overlapping() const
{
    return static_cast<int>(std::count_if(
        layout.bars.begin(), layout.bars.end(), [](const timeline::Bar &bar) { return bar.overlaps > 0; }));
}

DayLane Day::laneOf(const timeline::Lane &lane) const
{
    const auto kind = lane.names[2] == NoTimeLane ? DayLane::Kind::NoTime
        : lane.names[1].empty()                   ? DayLane::Kind::NoHall
                                                  : DayLane::Kind::Hall;
    return {kind, named(lane.names[0]), named(lane.names[1])};
}

int Day::placeOfRow(std::uint32_t row) const
{
    const auto found = std::find_if(performances.begin(), performances.end(),
        [row](const DayPerformance &performance) { return performance.row == row; });
    return found == performances.end() ? -1 : static_cast<int>(found - performances.begin());
}

timeline::Stretch Day::range() const
{
    constexpr std::int64_t first = 10 * Hour, last = 24 * Hour;
    const std::int64_t midnight = midnightOf(date);
    timeline::Stretch range{midnight + first, midnight + last};
    for (const WindowTimes &each : times) {
        range.begin = std::min(range.begin, *each.times.start / Hour * Hour);
        range.end = std::max(range.end, (*each.times.end + Hour - 1) / Hour * Hour);
    }
    return range;
}

Day dayOf(const payload::Document &document, QDate date, int minutes)
{
    Day day;
    day.date = date;
    const std::int64_t seconds = std::max(1, minutes) * std::int64_t{60};
    const std::int64_t midnight = midnightOf(date);
    std::int64_t waiting = midnight + 10 * Hour; // one behind the other, so that each can be seen
    for (std::uint32_t row = 0; row < countOf(document); ++row) {
        DayPerformance performance = read(performanceAt(document, row), row);
        day.withoutDate += performance.date.isValid() ? 0 : 1;
        if (!performance.date.isValid() || performance.date != date)
            continue;
        std::int64_t begin = midnight + performance.time.msecsSinceStartOfDay() / 1000;
        if (!performance.time.isValid()) {
            begin = waiting;
            waiting += seconds;
            if (waiting >= midnight + 24 * Hour)
                waiting = midnight + 10 * Hour;
        }
        day.times.push_back(timesOf(performance, begin, seconds, row));
        day.performances.push_back(std::move(performance));
    }
    const timeline::Overlaps overlaps = timeline::findOverlaps(
        day.times, [](const std::vector<std::uint32_t> &some) { return std::vector<bool>(some.size(), true); });
    day.layout = timeline::layOut(day.times, overlaps, timeline::Grouping::TerritoryLicenceFormat);
    for (timeline::Lane &lane : day.layout.lanes)
        lane.gaps = 0; // an empty hall is nothing to look at
    return day;
}

std::vector<QDate> datesOf(const payload::Document &document)
{
    std::set<QDate> dates;
    const Value list = listOf(document);
    for (std::uint32_t row = 0; row < list.size(); ++row) {
        if (const QDate date = dateOf(textOf(list.at(row).member("Date"))); date.isValid())
            dates.insert(date);
    }
    return {dates.begin(), dates.end()};
}

std::int64_t midnightOf(QDate date)
{
    return QDateTime(date, QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
}

std::vector<Edit> moveEdits(const rules::Context &context, std::uint32_t row, const DayMove &move)
{
    // From the last field to the first, so that what is put in doesn't shift where the next belongs.
    std::vector<Edit> edits;
    const Value stands = performanceAt(context.document, row);
    const auto put = [&](const char *name, const std::string &text) {
        if (!stands.member(name) || textOf(stands.member(name)) != text)
            edits.push_back(rules::placeValue(
                context, placeOf(row).child(name), payload::encodeJsonString(std::string_view(text))));
    };
    if (move.hall)
        put("HallId", *move.hall);
    if (move.time)
        put("Time", written(*move.time).toStdString());
    if (move.date)
        put("Date", written(*move.date).toStdString());
    return edits;
}

} // namespace marquee::performances
