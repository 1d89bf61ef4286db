// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Environment.h"
#include "exchange/ExchangeList.h"
#include "exchange/Retry.h"

#include <QObject>
#include <QSet>
#include <QThread>

namespace marquee::exchange {

/// Sends for the window: hands what is to be sent to a courier on a thread of its own, which writes it into the journal
/// before it is on the wire, and keeps the window's list of exchanges. Everything is called, and told, on the
/// dispatcher's own thread.
class Dispatcher : public QObject
{
    Q_OBJECT

public:
    /// The list has to outlive the dispatcher. The journal is opened with the first request: `journalPath`, or where
    /// the platform keeps it.
    explicit Dispatcher(ExchangeList &list, const QString &journalPath = {}, QObject *parent = nullptr);
    ~Dispatcher() override;

    /// Of `exchange`, everything up to the request is set. Returns its number; `finished` follows exactly once, later.
    /// What can't be sent at all (a certificate, a secret, a full disk) ends as failed, with what to do about it.
    int send(Exchange exchange, const Environment &environment, int timeoutMs);
    /// Asks the partner what became of one whose outcome is unknown, and compares: it then is accepted, failed, or
    /// unknown still, in the list as in the journal. `environment`: the one that it was sent to. Returns its number;
    /// `finished` follows once more. 0 where it can't be asked back (canAskBack), or that is another environment.
    int askBack(int number, const Environment &environment, int timeoutMs);
    /// The same for one of the journal; it joins the list.
    int askBack(const Exchange &stored, const Environment &environment, int timeoutMs);
    /// Ends one that still runs. `finished` follows all the same.
    void cancel(int number);
    bool isRunning(int number) const { return m_running.contains(number); }
    int running() const { return static_cast<int>(m_running.size()); }

    /// How often, and after which waits, something is sent again; for what is sent from now on.
    void setRetryPolicy(const RetryPolicy &policy) { m_retry = policy; }

    /// The thread on which requests are sent. All that send to one environment share its Pace, and so they do it there.
    QThread &sendingThread();

    /// A secret that is good until the program ends; kept in memory only.
    void giveSecret(const SecretSource &source, const QByteArray &secret);

Q_SIGNALS:
    void started(int number);
    void finished(int number);
    /// It is sent again in so many milliseconds, after that many attempts.
    void waiting(int number, int attempts, qint64 forMs);

private:
    class Worker;

    struct Ending;
    void end(int number, const Ending &ending);
    void settled(int number, const partners::Outcome &outcome);

    ExchangeList &m_list;
    QThread m_thread;
    Worker *m_worker; ///< lives on the thread
    QSet<int> m_running;
    RetryPolicy m_retry;
};

} // namespace marquee::exchange
