// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/Fault.h"
#include "sandbox/PrimePartner.h"
#include "sandbox/RateLimit.h"
#include "sandbox/RequestLog.h"

#include <QElapsedTimer>
#include <QHash>

#include <functional>
#include <vector>

namespace marquee::sandbox {

/// What connections share: the partner, the faults, how often each operation was asked, the pace that is allowed, and
/// what is kept of requests. The sandbox's thread, but for the log.
struct Desk
{
    PrimePartner partner;
    std::vector<Fault> faults;
    RateLimit rate;
    RequestLog log;
    std::function<void()> onNews; ///< the log has some, and nobody was told yet

    Desk() { m_clock.start(); }

    /// Counting begins anew.
    void setFaults(std::vector<Fault> wanted);
    /// Counts a request, and says which fault hits it: one that was set, or the limit of the pace, which is told as
    /// Status429.
    std::optional<Fault::Kind> count(std::optional<partners::Operation> operation);
    void note(const HttpRequest &request, const Route &route, int status, std::optional<Fault::Kind> fault);

private:
    QHash<int, int> m_asked; ///< by operation; -1: all together
    QElapsedTimer m_clock;
};

} // namespace marquee::sandbox
