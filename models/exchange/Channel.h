// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Environment.h"
#include "exchange/Link.h"
#include "exchange/Masking.h"
#include "exchange/Pace.h"
#include "exchange/Secrets.h"
#include "exchange/Sender.h"
#include "partners/Atom.h"
#include "partners/Operation.h"
#include "partners/Prime.h"
#include "partners/Showtime.h"

#include <functional>
#include <memory>

namespace marquee::exchange {

/// One partner's side of an environment, open: its secrets got, its certificates read, its pace shared with all others
/// that send there. One thread.
class Channel
{
public:
    using Opened = std::function<void(const Expected<std::shared_ptr<Channel>> &)>;

    /// Gets and reads what the environment names, and calls `opened` once, later. Errors: those of Secrets, and Invalid
    /// with the first finding for certificates that can't be used, or where it has no address. The secrets have to
    /// outlive that.
    static void open(const Environment &environment, Secrets &secrets, Opened opened,
        partners::Partner partner = partners::Partner::Prime);
    /// The same, waited for. Runs the event loop meanwhile.
    static Expected<std::shared_ptr<Channel>> openNow(
        const Environment &environment, Secrets &secrets, partners::Partner partner = partners::Partner::Prime);

    /// One that needs nothing to be looked up: the sandbox. Rate 0: as fast as it goes.
    Channel(Environment environment, partners::PrimeEndpoint endpoint, const Link &link, Masking masking);
    Channel(Environment environment, partners::ShowtimeEndpoint endpoint, const Link &link, Masking masking);
    Channel(Environment environment, partners::AtomEndpoint endpoint, const Link &link, Masking masking);

    const Environment &environment() const { return m_environment; }
    partners::Partner partner() const { return m_partner; }
    const partners::PrimeEndpoint &endpoint() const { return m_endpoint; } ///< of Prime
    const partners::ShowtimeEndpoint &showtime() const { return m_showtime; } ///< of Showtime
    const partners::AtomEndpoint &atom() const { return m_atom; } ///< of Atom Tickets
    /// The request of an operation. Errors: those of the partner's own making, and Invalid where it is another
    /// partner's.
    Expected<partners::Request> request(
        partners::Operation operation, const partners::PrimeTarget &target, const QByteArray &body = {}) const;
    Expected<partners::Request> request(
        partners::Operation operation, const partners::AtomTarget &target, const QByteArray &body = {}) const;
    const Masking &masking() const { return m_masking; }
    const Findings &findings() const { return m_findings; } ///< certificates that expire soon, and the like
    void setTimeout(double seconds) { m_environment.timeoutSeconds = seconds; }
    int timeoutMs() const { return static_cast<int>(m_environment.timeoutSeconds * 1000); }
    Sender &sender() { return m_sender; }
    Pace &pace() { return *m_pace; }

private:
    Environment m_environment;
    partners::Partner m_partner = partners::Partner::Prime;
    partners::PrimeEndpoint m_endpoint;
    partners::ShowtimeEndpoint m_showtime;
    partners::AtomEndpoint m_atom;
    Masking m_masking;
    Findings m_findings;
    Sender m_sender;
    std::shared_ptr<Pace> m_pace;
};

/// The built-in environment, at the address of a running sandbox.
std::shared_ptr<Channel> sandboxChannel(const QUrl &primeUrl, const QByteArray &apiKey = {});
/// The same for its Showtime.
std::shared_ptr<Channel> sandboxShowtimeChannel(const QUrl &showtimeUrl);
/// The built-in environment's side of Showtime. The sandbox takes any user and password; these are no secret.
ShowtimeSide sandboxShowtime(const QUrl &showtimeUrl);

/// The same for its Atom Tickets, at the pace that Atom allows: its simulation counts requests.
std::shared_ptr<Channel> sandboxAtomChannel(const QUrl &atomUrl, const QByteArray &apiKey = {});
/// The built-in environment's side of Atom Tickets.
AtomSide sandboxAtom(const QUrl &atomUrl);

/// A side, ready to make requests from.
partners::ShowtimeEndpoint endpointOf(const ShowtimeSide &side, const QByteArray &password);
partners::AtomEndpoint endpointOf(const AtomSide &side, const QByteArray &apiKey);

} // namespace marquee::exchange
