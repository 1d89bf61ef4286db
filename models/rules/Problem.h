// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Tree.h"

#include <cstdint>
#include <memory>
#include <string>

namespace marquee::rules {

class Rule;

enum class Severity : std::uint8_t { Hint, Warning, Error };

/// One thing that a rule found. Small, because a large avail can have tens of thousands; the words are made by
/// Rule::message when somebody looks.
struct Problem
{
    const Rule *rule = nullptr;
    Severity severity = Severity::Error;
    std::uint8_t variant = 0; ///< which of its cases the rule means; its own numbering
    payload::Path path; ///< what it stands at; from the root of the document unless said otherwise
    std::string detail; ///< what the rule wants to remember: a name, a value
    std::string other;
};

/// How many problems of each severity.
struct Counts
{
    int errors = 0;
    int warnings = 0;
    int hints = 0;

    int total() const { return errors + warnings + hints; }
    void add(Severity severity, int by = 1)
    {
        (severity == Severity::Error ? errors : severity == Severity::Warning ? warnings : hints) += by;
    }
    Counts &operator+=(const Counts &more)
    {
        errors += more.errors;
        warnings += more.warnings;
        hints += more.hints;
        return *this;
    }
    Counts &operator-=(const Counts &less)
    {
        errors -= less.errors;
        warnings -= less.warnings;
        hints -= less.hints;
        return *this;
    }
    friend bool operator==(const Counts &, const Counts &) = default;
};

} // namespace marquee::rules
