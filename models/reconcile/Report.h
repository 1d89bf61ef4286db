// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reconcile/Plan.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace marquee::reconcile {

/// How many of each there are.
struct Totals
{
    int fresh = 0; ///< windows, like the next three
    int changed = 0;
    int gone = 0;
    int same = 0;
    int heads = 0; ///< avails whose title or metadata differ
    int notThere = 0; ///< avails
    int failed = 0; ///< avails that couldn't be asked
    int leftOut = 0;
    int sent = 0; ///< requests that went out, like the next four
    int accepted = 0;
    int rejected = 0;
    int unsure = 0; ///< failed or unknown
    int heldBack = 0;

    bool differs() const { return fresh + changed + gone + heads > 0; }
};
Totals totalsOf(const std::vector<AvailStanding> &avails, const std::vector<PlannedRequest> &requests = {});

/// One object of JSON: {"environment","avails":[{"file","alid","state","windows":[…]}],"summary":{…}}. `avails` as they
/// stood when `requests` were planned.
QByteArray reportJson(const QString &environment, const std::vector<AvailStanding> &avails,
    const std::vector<PlannedRequest> &requests = {});
/// The same for people. Windows that are the same are counted only.
QByteArray reportText(const std::vector<AvailStanding> &avails, const std::vector<PlannedRequest> &requests = {});

/// What the command line ends with: 1 for a difference where nothing was sent, else the worst of what became of each.
std::vector<int> exitCodes(
    const std::vector<AvailStanding> &avails, const std::vector<PlannedRequest> &requests, bool wasSent);

} // namespace marquee::reconcile
