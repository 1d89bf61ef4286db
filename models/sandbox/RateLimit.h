// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace marquee::sandbox {

/// How many requests a second are answered; what comes above is refused with 429. Counts by whole seconds.
class RateLimit
{
public:
    /// 0: as many as come.
    void setPerSecond(int perSecond);
    int perSecond() const { return m_perSecond; }

    /// `milliseconds`: since any moment, never going back.
    bool admits(qint64 milliseconds);

private:
    int m_perSecond = 0;
    qint64 m_second = -1;
    int m_admitted = 0;
};

} // namespace marquee::sandbox
