// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/WindowTimes.h"

namespace marquee::timeline {

/// How time becomes pixels. Seconds since 1970, UTC; x counts from where time is painted, behind the lanes' titles.
class TimeScale
{
public:
    static constexpr double Closest = 30; ///< seconds a pixel
    static constexpr double Widest = 86400 * 60;

    double left() const { return m_left; } ///< the time at x = 0
    double secondsPerPixel() const { return m_secondsPerPixel; }
    double xOf(double time) const { return (time - m_left) / m_secondsPerPixel; }
    double timeAt(double x) const { return m_left + x * m_secondsPerPixel; }

    void setLeft(double time);
    void pan(double pixels) { setLeft(m_left + pixels * m_secondsPerPixel); }
    /// Closer by more than 1, wider by less; what is at x stays there.
    void zoom(double factor, double x);
    /// All of the stretch within that many pixels.
    void fit(const Stretch &stretch, double pixels, double margin);

private:
    double m_left = 0;
    double m_secondsPerPixel = 86400;
};

} // namespace marquee::timeline
