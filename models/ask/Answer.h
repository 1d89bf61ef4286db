// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Pointer.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace marquee::ask {

/// Why a window doesn't grant what was asked for.
enum class Reason : std::uint8_t
{
    NotBegun,
    Ended,
    Unclear, ///< a date that can't be read, or hangs on something else
    OtherTerritory,
    NoTerritory, ///< it names none
    ExcludedTerritory,
    OtherFormat,
    OtherLanguage, ///< others alone are allowed
    HeldBack, ///< the language
    Suppressed, ///< not to be shown to the public yet
    NotApproved, ///< the title's status says so
    Withdrawn ///< the avail takes it back
};
/// The name that the command line gives it: "not-begun", "held-back".
QLatin1StringView reasonName(Reason reason);

/// What holds where something is granted.
struct Condition
{
    payload::Pointer place; ///< of the field that says it
    QString words;
};

/// A window that grants what was asked for.
struct Grant
{
    payload::Pointer window;
    QString name; ///< "Window HL-0102"
    std::string id; ///< _TransactionID; empty where it has none
    std::string licenceType;
    QString licence; ///< "Subscription"; as it is written where the catalogue doesn't know it
    std::string format;
    std::string channel;
    std::string start; ///< as they are written; empty where absent
    std::string end;
    QString dates; ///< "1 Mar 2027 – 31 Dec 2028"
    QString price; ///< "4.99 USD"; several with their names; empty where there is none
    bool isOrderAlone = false; ///< a pre-order: nothing is shown by it
    std::vector<Condition> conditions;
};

/// What stands against one window. A window may have several.
struct Obstacle
{
    payload::Pointer window;
    QString name; ///< "Window HL-0103"
    std::string id;
    Reason reason = Reason::NotBegun;
    payload::Pointer place; ///< of the field that decides; the window where it is absent
    QString words; ///< a sentence: "It begins on 1 Mar 2028."
};

/// What one avail answers.
struct Answer
{
    payload::Pointer avail; ///< its object
    QString title; ///< the first it gives itself, or its ALID; empty where it has neither
    std::string alid;
    std::string licensor;
    std::vector<Grant> grants; ///< in the order of the payload
    std::vector<Obstacle> obstacles; ///< likewise, window by window
    std::size_t windows = 0; ///< that it has
    std::size_t open = 0; ///< that grant it, listed or not
    /// The first obstacle of the window that comes nearest; only where nothing is granted.
    std::optional<Obstacle> nearest;
    bool isCut = false; ///< there are more windows than are listed
    QString words; ///< one or two sentences that say it all

    bool isAllowed() const { return open > 0; }
};

} // namespace marquee::ask
