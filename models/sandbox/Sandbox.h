// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"
#include "sandbox/Fault.h"
#include "sandbox/RequestLog.h"

#include <QByteArray>
#include <QObject>
#include <QThread>
#include <QUrl>

#include <chrono>
#include <memory>
#include <vector>

namespace marquee::sandbox {

struct SandboxOptions
{
    quint16 port = 0; ///< 0: any that is free
    QByteArray apiKey; ///< asked for as x-api-key by Prime and by Atom; empty: none is
    std::vector<Fault> faults;
    bool playsPrime = true;
    bool playsShowtime = true;
    bool playsAtom = true;
    int atomFirstPage = 1; ///< what Atom calls its first page: 0 or 1
    int atomPerSecond = 25; ///< requests that Atom answers, beside the rate of all; 0: as many as come
    int atomBurst = 50; ///< of them at once
    QString showtimeUser; ///< asked for by HTTP Basic; empty: any that isn't empty will do, and any password that isn't
    QString showtimePassword;
    std::chrono::milliseconds callbackDelay{500}; ///< between a message that was queued and its callback
    QString certificate; ///< PEM; with one it speaks TLS
    QString key; ///< PEM, not encrypted
    QString clientAuthority; ///< PEM; with one, a client has to show a certificate that it signed
};

/// How much the simulated partners keep.
struct SandboxHoldings
{
    int avails = 0; ///< full extracts
    int windows = 0; ///< partial extracts
    int performances = 0; ///< merged from messages
    int messages = 0; ///< that Showtime took
    int waiting = 0; ///< of them, not processed yet
    int productions = 0; ///< that Atom knows; made up, and always the same
    int venues = 0; ///< likewise
};

/// The simulated partners, listening on 127.0.0.1 and nowhere else, on a thread of its own. Ends with the object. What is
/// set here holds for every request that is read after the call; everything may be called on any thread but the sandbox's
/// own.
class Sandbox : public QObject
{
    Q_OBJECT

public:
    /// Network where the port can't be had, Invalid where certificate and key can't be used.
    static Expected<std::unique_ptr<Sandbox>> start(const SandboxOptions &options = {});
    ~Sandbox() override;

    quint16 port() const { return m_port; }
    QUrl primeUrl() const; ///< http://127.0.0.1:PORT/v1, https with TLS
    QUrl showtimeUrl() const; ///< http://127.0.0.1:PORT/data/pos/, https with TLS
    QUrl atomUrl() const; ///< http://127.0.0.1:PORT, https with TLS
    bool playsPrime() const { return m_playsPrime; }
    bool playsShowtime() const { return m_playsShowtime; }
    bool playsAtom() const { return m_playsAtom; }

    /// In place of those that were set. Counting requests for "the Nth" begins anew.
    void setFaults(std::vector<Fault> faults);
    std::vector<Fault> faults() const;
    /// Asked for as x-api-key from now on, by Prime and by Atom; empty: none is.
    void setApiKey(const QByteArray &apiKey);
    QByteArray apiKey() const;
    /// Asked for by Showtime from now on; an empty user: any that isn't empty will do, and any password that isn't.
    void setShowtimeLogin(const QString &user, const QString &password);
    QString showtimeUser() const;
    QString showtimePassword() const;
    /// Requests a second that are answered; those above it get 429, from Showtime 503. 0: as many as come.
    void setRate(int perSecond);
    int rate() const;

    SandboxHoldings holdings() const;
    void forgetEverything(); ///< what was put or posted; Atom's catalogue, faults, key, login and rate stay
    /// Those of a larger number than `after` that are still kept, oldest first: the last RequestLog::Most.
    std::vector<AskedRequest> requests(quint64 after = 0) const;

Q_SIGNALS:
    /// There are requests that nobody fetched with requests() yet: told once until somebody did. Or what is kept has
    /// changed.
    void asked();

private:
    Sandbox() = default;
    class Server;
    template <class Task>
    void onItsThread(Task task) const;

    QThread m_thread;
    Server *m_server = nullptr; ///< lives on the thread
    quint16 m_port = 0;
    bool m_isSafe = false;
    bool m_playsPrime = true;
    bool m_playsShowtime = true;
    bool m_playsAtom = true;
};

} // namespace marquee::sandbox
