// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Dispatcher.h"
#include "exchange/ProbeReport.h"

#include <QObject>
#include <QThreadPool>

#include <memory>

namespace marquee::exchange {

/// Probes for the window, one at a time. The variants are made on a thread of their own, and judged on the
/// dispatcher's, because a Pace is shared by all that send to an environment. Everything is called, and told, on the
/// desk's own thread.
class ProbeDesk : public QObject
{
    Q_OBJECT

public:
    enum class State : std::uint8_t
    {
        None, ///< nothing was begun yet
        Preparing, ///< the variants are made, the journal and the environment opened
        Running,
        Finished ///< with problem() where it never began
    };

    /// The dispatcher has to outlive the desk. The journal is opened with the first probe: `journalPath`, or where the
    /// platform keeps it.
    ProbeDesk(
        Dispatcher &dispatcher, rules::Rulebook rulebook, const QString &journalPath = {}, QObject *parent = nullptr);
    ~ProbeDesk() override;

    /// Begins a probe with an avail that has no errors; else it is finished soon, with a problem(). `name`: what the
    /// document is called. False while another goes on.
    bool start(const QByteArray &good, const QString &name, const Environment &environment);
    void stop(); ///< what was judged stays
    void setRetryPolicy(const RetryPolicy &policy) { m_retry = policy; } ///< for what is begun from now on

    /// A secret that is good until the program ends; kept in memory only.
    void giveSecret(const SecretSource &source, const QByteArray &secret);

    State state() const { return m_state; }
    bool isActive() const { return m_state == State::Preparing || m_state == State::Running; }
    bool isStopping() const { return m_isStopping; }
    const QString &problem() const { return m_problem; } ///< why it never began, or broke off, and what to do
    const QString &documentName() const { return m_name; }
    QString environment() const { return m_environment; }
    const QStringList &leftOut() const { return m_leftOut; } ///< rules that this document can't be made to break
    const std::vector<ProbeResult> &results() const { return m_results; } ///< by rule; those not judged yet, too
    int judged() const { return m_judged; }
    int disagreements() const { return m_disagreements; }
    QByteArray report(ProbeFormat format) const; ///< of what has been judged

Q_SIGNALS:
    void resultsReset(); ///< all of them are others
    void resultJudged(int index);
    void stateChanged();

private:
    class Worker;
    struct Job;

    void begin(const std::shared_ptr<Job> &job);
    void take(int job, int index, const partners::Outcome &outcome);
    void end(int job, const QString &problem);
    void setState(State state, const QString &problem = {});
    void onWorker(std::function<void(Worker &)> what);

    Dispatcher &m_dispatcher;
    rules::Rulebook m_rulebook;
    QString m_journalPath;
    QThreadPool m_pool;
    Worker *m_worker = nullptr; ///< lives on the dispatcher's thread
    int m_job = 0; ///< the probe that is wanted
    State m_state = State::None;
    bool m_isStopping = false;
    QString m_problem;
    QString m_name;
    QString m_environment;
    RetryPolicy m_retry;
    QStringList m_leftOut;
    std::vector<ProbeResult> m_results;
    int m_judged = 0;
    int m_disagreements = 0;
};

} // namespace marquee::exchange
