// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/AtomPartner.h"
#include "sandbox/Fault.h"
#include "sandbox/PrimePartner.h"
#include "sandbox/RateLimit.h"
#include "sandbox/RequestLog.h"
#include "sandbox/ShowtimePartner.h"

#include <QElapsedTimer>
#include <QHash>

#include <functional>
#include <vector>

namespace marquee::sandbox {

/// Where a request goes.
struct Addressee
{
    partners::Partner partner = partners::Partner::Prime; ///< also where nobody has such an address
    bool isPaced = false; ///< by Atom's own pace
    Route route; ///< of Prime
    std::optional<partners::Operation> operation;
};

/// What connections share: the partners, the faults, how often each operation was asked, the pace that is allowed, and
/// what is kept of requests. The sandbox's thread, but for the log.
struct Desk
{
    PrimePartner prime;
    ShowtimePartner showtime;
    AtomPartner atom;
    bool playsPrime = true;
    bool playsShowtime = true;
    bool playsAtom = true;
    std::vector<Fault> faults;
    RateLimit rate; ///< of all partners together
    RateLimit atomRate;
    RequestLog log;
    std::function<void()> onNews; ///< the log has some, and nobody was told yet
    std::function<void()> onQueued; ///< Showtime has a message to process

    Desk() { m_clock.start(); }

    /// Counting begins anew.
    void setFaults(std::vector<Fault> wanted);
    Addressee addressee(const http::Request &request) const;
    /// Counts a request, and says which fault hits it: one that was set, or the limit of the pace, which each partner
    /// tells in its own way (Status429, Status503).
    std::optional<Fault::Kind> count(const Addressee &to);
    /// `rejectEverySecond`: the fault "partial".
    HttpAnswer answer(const http::Request &request, const Addressee &to, bool rejectEverySecond);
    void note(const http::Request &request, const Addressee &to, int status, std::optional<Fault::Kind> fault);
    /// A callback went out, or would have.
    void noteCallback(const QByteArray &url, int status, bool wasSent);

private:
    void add(AskedRequest asked);

    QHash<int, int> m_asked; ///< by operation; -1: all together
    QElapsedTimer m_clock;
};

} // namespace marquee::sandbox
