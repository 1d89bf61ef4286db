// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/TimeScale.h"

#include <algorithm>

namespace marquee::timeline {

namespace {

// The years 1 to 9999: all that a payload can write.
constexpr double Earliest = -62135596800.0;
constexpr double Latest = 253402300799.0;

} // namespace

void TimeScale::setLeft(double time)
{
    m_left = std::clamp(time, Earliest, Latest);
}

void TimeScale::zoom(double factor, double x)
{
    const double time = timeAt(x);
    m_secondsPerPixel = std::clamp(m_secondsPerPixel / factor, Closest, Widest);
    setLeft(time - x * m_secondsPerPixel);
}

void TimeScale::fit(const Stretch &stretch, double pixels, double margin)
{
    const double inside = std::max(1.0, pixels - 2 * margin);
    const auto length = static_cast<double>(stretch.end - stretch.begin);
    m_secondsPerPixel = std::clamp(length / inside, Closest, Widest);
    const double middle = static_cast<double>(stretch.begin) + length / 2;
    setLeft(middle - pixels / 2 * m_secondsPerPixel);
}

} // namespace marquee::timeline
