// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace marquee::sandbox {

/// How many requests a second are answered; what comes above is refused with 429. Counts by whole seconds, or, with a burst,
/// all the time: so many may come at once, and those of a second make room for as many.
class RateLimit
{
public:
    /// 0: as many as come. `burst` 0: none.
    void setPerSecond(int perSecond, int burst = 0);
    int perSecond() const { return m_perSecond; }

    /// `milliseconds`: since any moment, never going back.
    bool admits(qint64 milliseconds);

private:
    bool admitsOfBurst(qint64 milliseconds);

    int m_perSecond = 0;
    int m_burst = 0;
    qint64 m_room = 0; ///< of the burst, in thousandths of a request
    qint64 m_last = 0;
    qint64 m_second = -1;
    int m_admitted = 0;
};

} // namespace marquee::sandbox
