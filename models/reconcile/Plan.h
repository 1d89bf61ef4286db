// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "partners/Request.h"
#include "reconcile/Standing.h"
#include "reconcile/Subjects.h"
#include "rules/Validator.h"

#include <vector>

namespace marquee::reconcile {

enum class Mode : std::uint8_t
{
    Partial, ///< just the windows that were chosen
    Full ///< the avail as a whole, which replaces what the partner has of it
};

/// What is to be sent: a window, or what stands around the windows.
struct Choice
{
    static constexpr int Head = -1;
    int avail = 0;
    int window = Head;

    friend auto operator<=>(const Choice &, const Choice &) = default;
};

/// One request, ready to be sent.
struct PlannedRequest
{
    int avail = 0;
    QString about; ///< for people: "Night Ferry (NF-1) › w2"
    std::vector<int> windows; ///< of the standing: what it is about; Choice::Head among them where it carries the head
    partners::Operation operation = partners::Operation::PutPartial;
    partners::PrimeTarget target;
    QByteArray body; ///< the document's own bytes, but for what makes a window's avail of it
    partners::Request request; ///< to be shown: secrets by their names
    QStringList notes; ///< what one should know before it is sent
    QString held; ///< why it isn't sent; empty: it is
    Result result;
};

struct PlanOptions
{
    Mode mode = Mode::Partial;
    bool keepGone = false; ///< nothing may go that only the partner has, not with a full put either
    rules::Severities severities;
    rules::Clock clock = rules::systemClock;
};

/// The requests for what was chosen, avail by avail: puts in the document's order, then deletions. Each body is
/// validated; one with an error is held back. What is the same, and what can't be told, isn't sent whatever was chosen.
/// `endpoint`: for the addresses that are shown. The documents are read: nobody else may read them meanwhile.
std::vector<PlannedRequest> planRequests(const std::vector<Subject> &subjects, const std::vector<AvailStanding> &avails,
    std::vector<Choice> choices, const rules::Rulebook &book, const partners::PrimeEndpoint &endpoint,
    const PlanOptions &options = {});

/// All that differs: heads and windows.
std::vector<Choice> allDifferences(const std::vector<AvailStanding> &avails, bool withGone);

} // namespace marquee::reconcile
