// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/RequestLog.h"

#include <algorithm>
#include <utility>

namespace marquee::sandbox {

bool RequestLog::add(AskedRequest request)
{
    const QMutexLocker lock(&m_mutex);
    request.number = ++m_last;
    if (request.target.size() > LongestTarget)
        request.target = request.target.left(LongestTarget) + "...";
    m_requests.push_back(std::move(request));
    if (m_requests.size() > Most)
        m_requests.pop_front();
    return !std::exchange(m_isNewsTold, true);
}

std::vector<AskedRequest> RequestLog::after(quint64 number)
{
    const QMutexLocker lock(&m_mutex);
    m_isNewsTold = false;
    const auto first = std::partition_point(
        m_requests.begin(), m_requests.end(), [number](const AskedRequest &one) { return one.number <= number; });
    return {first, m_requests.end()};
}

} // namespace marquee::sandbox
