// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/RateLimit.h"

#include <algorithm>

namespace marquee::sandbox {

void RateLimit::setPerSecond(int perSecond, int burst)
{
    m_perSecond = perSecond;
    m_burst = burst;
    m_room = 1000 * qint64(burst);
    m_last = 0;
    m_second = -1;
    m_admitted = 0;
}

bool RateLimit::admits(qint64 milliseconds)
{
    if (m_perSecond <= 0)
        return true;
    if (m_burst > 0)
        return admitsOfBurst(milliseconds);
    if (milliseconds / 1000 != m_second) {
        m_second = milliseconds / 1000;
        m_admitted = 0;
    }
    return m_admitted++ < m_perSecond;
}

bool RateLimit::admitsOfBurst(qint64 milliseconds)
{
    m_room = std::min(1000 * qint64(m_burst), m_room + (milliseconds - m_last) * m_perSecond);
    m_last = milliseconds;
    if (m_room < 1000)
        return false;
    m_room -= 1000;
    return true;
}

} // namespace marquee::sandbox
