// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"
#include "performances/CopyRows.h"

#include <QDate>
#include <QString>

#include <string>
#include <vector>

namespace marquee::performances {

/// What performances are to be made again for.
struct Copying
{
    Rows rows; ///< of which
    std::vector<QDate> dates; ///< on which; empty: on their own, which takes other halls
    std::vector<std::string> halls; ///< in which; empty: in their own
    QString idPattern; ///< {id}, {date}, {hall}, {site}, {event}, {time}, {n} or {n:3}
    bool withCancelled = false; ///< those that are cancelled too; the copies aren't
};

/// One performance that would be made.
struct CopiedPerformance
{
    std::uint32_t row = 0; ///< what it is a copy of
    std::string id, site, hall, event, time;
    QDate date;
    bool isRenamed = false; ///< the pattern gave an ID that is taken; a number was added
    bool isTaken = false; ///< another performance keeps that hall at that time
};

struct CopyPlan : Plan
{
    std::vector<CopiedPerformance> copies;
};

constexpr int MostCopies = 5000; ///< at once

/// Copies of performances on other dates and in other halls, at the end, as one step. All that they say is copied but
/// for ID, date, hall and cancelling; the reporting date keeps its distance. IDs are unique in the message. Invalid
/// where nothing is to be copied, the pattern isn't one, or there would be too many.
Expected<CopyPlan> copyPerformances(const rules::Context &context, const Copying &copying, int minutes);

/// One performance again right behind itself, with a free ID and not cancelled.
Expected<Plan> duplicate(const rules::Context &context, std::uint32_t row);

/// An ID that no performance of the site has: the text itself, or with -2, -3 … behind it.
std::string freeId(const payload::Document &document, const std::string &wanted, const std::string &site);

/// A new performance, as JSON: a free ID, and the site, date and hall of the one in that row, where there is one.
std::string newPerformance(const payload::Document &document, std::uint32_t behind);

} // namespace marquee::performances
