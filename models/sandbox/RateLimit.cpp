// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/RateLimit.h"

namespace marquee::sandbox {

void RateLimit::setPerSecond(int perSecond)
{
    m_perSecond = perSecond;
    m_second = -1;
    m_admitted = 0;
}

bool RateLimit::admits(qint64 milliseconds)
{
    if (m_perSecond <= 0)
        return true;
    if (milliseconds / 1000 != m_second) {
        m_second = milliseconds / 1000;
        m_admitted = 0;
    }
    return m_admitted++ < m_perSecond;
}

} // namespace marquee::sandbox
