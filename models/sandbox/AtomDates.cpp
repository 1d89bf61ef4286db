// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/AtomDates.h"

#include "catalog/DateTime.h"

#include <optional>

namespace marquee::sandbox {

namespace {

constexpr std::int64_t day = 24 * 60 * 60;
constexpr std::int64_t longest = 7 * day;

AtomDates refused(const QByteArray &complaint)
{
    AtomDates dates;
    dates.complaint = complaint;
    return dates;
}

/// A local one is read as if it were UTC: only its days count.
std::optional<std::int64_t> momentOf(const std::string &text, bool isLocal)
{
    const auto moment = catalog::DateTime::parse(isLocal ? text + 'Z' : text);
    return moment ? std::optional(moment->epochSeconds) : std::nullopt;
}

} // namespace

AtomDates AtomDates::read(const Pair &iso, const Pair &local)
{
    const bool hasIso = !iso.start.empty() || !iso.end.empty();
    const bool hasLocal = !local.start.empty() || !local.end.empty();
    const Pair &pair = hasLocal ? local : iso;
    if (hasIso == hasLocal || pair.start.empty() || pair.end.empty())
        return refused("Give isoStartDate and isoEndDate, or localStartDate and localEndDate");
    for (const std::string &text : {pair.start, pair.end}) {
        if (!momentOf(text, hasLocal))
            return refused("Invalid format: " + QByteArray::fromStdString(text));
    }
    const std::int64_t start = *momentOf(pair.start, hasLocal);
    const std::int64_t end = *momentOf(pair.end, hasLocal);
    if (end < start)
        return refused("The end is before the start");
    if (end - start > longest)
        return refused("Start and end may be 7 days apart at most");
    AtomDates dates;
    dates.firstDay = start / day;
    dates.lastDay = end / day;
    return dates;
}

bool AtomDates::plays(const QString &id) const
{
    const std::int64_t number = id.mid(1).toLongLong();
    for (std::int64_t at = firstDay; at <= lastDay; ++at) {
        if ((at + number) % 4 != 0)
            return true;
    }
    return false;
}

} // namespace marquee::sandbox
