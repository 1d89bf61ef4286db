// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace marquee::timeline {

/// When something holds. Seconds since 1970-01-01T00:00:00Z.
struct Stretch
{
    std::int64_t begin = 0;
    std::int64_t end = 0; ///< the first second in which it doesn't hold

    friend bool operator==(const Stretch &, const Stretch &) = default;
};

/// The dates of a window; nothing where one is missing or doesn't read as a date-time.
struct Times
{
    std::optional<std::int64_t> start;
    std::optional<std::int64_t> end;

    /// Both stand, and the end comes first (AV101).
    bool isBackwards() const { return start && end && *end <= *start; }

    friend bool operator==(const Times &, const Times &) = default;
};

/// What one window says that decides where its bars stand. Texts are decoded; empty where absent.
struct WindowTimes
{
    std::string id;
    std::string licence;
    std::string format;
    std::vector<std::string> territories; ///< each once, in the payload's order
    std::uint64_t rest = 0; ///< hash of what AV103 compares beside the territory
    Times times;
};

/// One member of the list of windows.
WindowTimes readWindow(const payload::Value &window);

} // namespace marquee::timeline
