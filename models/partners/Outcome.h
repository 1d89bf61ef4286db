// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "partners/Operation.h"
#include "partners/Reply.h"

#include <QString>

#include <string>
#include <vector>

namespace marquee::partners {

/// One thing that the partner found wrong. Nobody documents its shape, so the JSON is kept whatever it is; the rest is what
/// usual names in it say.
struct PartnerError
{
    std::string raw; ///< JSON
    QString code;
    QString message;
    QString path; ///< a pointer, a dotted path or a field's name
};

/// How a request ended: exactly one of four.
struct Outcome
{
    enum class Kind : std::uint8_t {
        Accepted, ///< the partner says that it took it
        Rejected, ///< the partner judged the content
        Failed, ///< surely not applied
        Unknown ///< it may have been applied
    };

    Kind kind = Kind::Unknown;
    int exitCode = 5; ///< of the command line: 0, 1, 4, 6 or 5
    QString message; ///< in words, with what to do
    std::vector<PartnerError> errors;
    bool mayRepeat = false; ///< sending the same again is safe and could help
};

/// "accepted", "rejected", "failed", "unknown".
QLatin1StringView outcomeName(Outcome::Kind kind);

/// What a reply says of the operation, whichever partner it is of.
Outcome outcomeOf(Operation operation, const Reply &reply);

/// What a reply of Showtime's Entity Posting API says. Accepted means queued: what becomes of the performances comes by
/// callback. Only the status is documented, so a body is looked at just to tell Showtime from whatever else may have
/// answered.
Outcome showtimeOutcome(const Reply &reply);

/// What a reply of the Prime Video Avails API says of the operation.
Outcome primeOutcome(Operation operation, const Reply &reply);

} // namespace marquee::partners
