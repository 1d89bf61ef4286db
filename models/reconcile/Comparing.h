// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Courier.h"
#include "reconcile/Standing.h"
#include "reconcile/Subjects.h"
#include "rules/Validator.h"

#include <QByteArray>

#include <vector>

namespace marquee::reconcile {

/// What the partner answered to one of a subject's asks.
struct Answer
{
    enum class Kind : std::uint8_t
    {
        None, ///< not asked yet
        There,
        NotThere, ///< 404
        Failed
    };
    Kind kind = Kind::None;
    QByteArray body; ///< There
    QByteArray meaning; ///< equal for answers that mean the same; for There and NotThere
    QString problem; ///< Failed, in words
    int exitCode = 0; ///< Failed
};

/// Reads a reply to a GET. An answer that is no avail is a failure: nobody may take it for "nothing there".
Answer answerOf(const exchange::Delivered &delivered);

/// A subject before it was asked for.
AvailStanding standingOf(const Subject &subject);
/// Compares a subject with the answers to its asks, in their order; those that were not given stand as not compared.
/// `before`, where it is given, is what stood there: results stay, and gone windows that were deleted are Removed.
AvailStanding compared(const Subject &subject, const std::vector<Answer> &answers, const rules::Rulebook &book,
    const AvailStanding *before = nullptr);

} // namespace marquee::reconcile
