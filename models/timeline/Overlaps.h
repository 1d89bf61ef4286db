// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/WindowTimes.h"

#include <functional>
#include <span>
#include <vector>

namespace marquee::timeline {

/// Where several windows hold at the same time for one territory, licence, format, channel and contract.
struct Overlaps
{
    /// Of one window in one of its territories: a part of `stretches`, of which it holds in some at least in part.
    struct Part
    {
        std::uint32_t window = 0;
        std::uint32_t territory = 0; ///< place in WindowTimes::territories
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };

    std::vector<Stretch> stretches;
    std::vector<Part> parts; ///< by window, then territory
};

/// `areMarked` says of which of those windows validation reports the overlap (AV103); it is asked where dates overlap,
/// so that what the rule lets pass, and a rule that is muted, aren't marked. A window without both dates takes no part.
Overlaps findOverlaps(std::span<const WindowTimes> windows,
    const std::function<std::vector<bool>(const std::vector<std::uint32_t> &)> &areMarked);

} // namespace marquee::timeline
