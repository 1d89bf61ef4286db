// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/TimeScale.h"

#include <QString>

#include <vector>

namespace marquee::timeline {

/// What the ruler says at the scale: two lines, such as years above and months below.
struct Ruler
{
    struct Tick
    {
        double x = 0;
        QString label;
    };
    std::vector<Tick> upper; ///< the first may begin left of what is seen
    std::vector<Tick> lower;
};

/// Ticks from x = 0 to `width`, so far from each other that labels of `labelWidth` pixels fit.
Ruler rulerOf(const TimeScale &scale, double width, double labelWidth);

} // namespace marquee::timeline
