// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "performances/Message.h"
#include "timeline/Layout.h"
#include "windows/Plan.h"

#include <QDate>
#include <QTime>

#include <optional>
#include <string>
#include <vector>

namespace marquee::performances {

/// How long a performance is taken to keep its hall, because messages don't say: with cleaning, in minutes.
constexpr int UsualMinutes = 135;

/// A performance as the day shows it.
struct DayPerformance
{
    std::uint32_t row = 0; ///< among the message's
    std::string id, site, hall, event;
    QDate date;
    QTime time; ///< invalid where it is absent or isn't one
    bool isCancelled = false;
};

/// A lane of the day: a hall of a site, or what has no place among the halls yet.
struct DayLane
{
    enum class Kind : std::uint8_t
    {
        Hall,
        NoHall, ///< begins at a time, but nobody said where
        NoTime ///< stands anywhere: its place in the lane means nothing
    };
    Kind kind = Kind::Hall;
    std::string site, hall;
};

/// The performances of one date. Times are seconds of the clock at the site, as if it were UTC.
struct Day
{
    QDate date;
    std::vector<DayPerformance> performances; ///< bars name them by their place here
    std::vector<timeline::WindowTimes> times; ///< of each, in the same order
    /// A section for each site, a lane for each hall. Overlaps are those in one hall; what is cancelled takes no part.
    timeline::Layout layout;
    int withoutDate = 0; ///< performances of the message that belong to no day

    int overlapping() const; ///< performances that overlap another
    DayLane laneOf(const timeline::Lane &lane) const;
    /// Its place in `performances`; -1 where it isn't on this day.
    int placeOfRow(std::uint32_t row) const;
    timeline::Stretch range() const; ///< what is worth to be seen: whole hours around all of it, 12 at least
};

/// `minutes`: how long each takes, 1 at least.
Day dayOf(const payload::Document &document, QDate date, int minutes = UsualMinutes);

/// The dates on which something is shown, ascending, each once.
std::vector<QDate> datesOf(const payload::Document &document);

/// Midnight of a date in the seconds of Day.
std::int64_t midnightOf(QDate date);

/// Where somebody wants a performance to be. Nothing: as it is.
struct DayMove
{
    std::optional<QTime> time;
    std::optional<std::string> hall;
    std::optional<QDate> date; ///< past midnight it is the next day's
    friend bool operator==(const DayMove &, const DayMove &) = default;
};
/// The edits that bring it there; none where it is there.
std::vector<payload::Edit> moveEdits(const rules::Context &context, std::uint32_t row, const DayMove &move);

} // namespace marquee::performances
