// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Pointer.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace marquee::changes {

/// One place in which two payloads say different things. "Before" is the first of them, "after" the second.
struct Difference
{
    enum class Kind : std::uint8_t
    {
        Added, ///< stands after, not before
        Removed, ///< stands before, not after
        Changed
    };

    Kind kind = Kind::Changed;
    std::optional<payload::Pointer> before; ///< nothing where it isn't there
    std::optional<payload::Pointer> after;
    payload::Pointer holder; ///< Added, Removed: the object or list, on the side that lacks it, in which it would stand
    std::string beforeValue; ///< JSON as it is written, at most Options::longestValue bytes; empty where it isn't there
    std::string afterValue;
    bool beforeIsCut = false; ///< the value is longer
    bool afterIsCut = false;
    bool sameInstant = false; ///< both are date-times that name the same moment, written differently
    QString place; ///< "Window HL-0102 › End"; this and the words are empty until `describe`
    QString beforeWords; ///< for people, on one line; empty where it isn't there
    QString afterWords;
};

struct Comparison
{
    std::vector<Difference>
        differences; ///< in the order of the first text; what was added to an object or list behind the rest of it
    std::size_t added = 0; ///< of all, listed or not
    std::size_t removed = 0;
    std::size_t changed = 0;

    std::size_t total() const { return added + removed + changed; }
    bool isWhole() const { return differences.size() == total(); } ///< all of them are listed
};

} // namespace marquee::changes
