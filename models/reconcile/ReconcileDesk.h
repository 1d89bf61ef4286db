// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Dispatcher.h"
#include "reconcile/Reconciliation.h"

#include <QObject>
#include <QThreadPool>

#include <memory>

namespace marquee::reconcile {

/// Reconciles for the window, one thing at a time: fetch, plan (a dry run), send. Requests go out on the dispatcher's
/// thread, because a Pace is shared by all that send to an environment; documents are read on a thread of its own.
/// Everything is called, and told, on the desk's own thread.
class ReconcileDesk : public QObject
{
    Q_OBJECT

public:
    enum class State : std::uint8_t
    {
        None, ///< nothing was fetched yet
        Fetching,
        Ready, ///< the standing is there
        Planning,
        Sending
    };

    /// The dispatcher has to outlive the desk. The journal is opened with the first fetch: `journalPath`, or where the
    /// platform keeps it.
    ReconcileDesk(exchange::Dispatcher &dispatcher, rules::Rulebook book, const QString &journalPath = {},
        QObject *parent = nullptr);
    ~ReconcileDesk() override;

    /// Fetches what the partner has of these documents. False while something else goes on.
    bool fetch(std::vector<Source> sources, const exchange::Environment &environment, const AddressWish &wish = {});
    /// Lists the requests for what was chosen: requests() once planned() comes. False where nothing is Ready.
    bool plan(std::vector<Choice> choices, const PlanOptions &options);
    /// Sends the requests that were planned. `forced`: avails that go although the partner's were changed since.
    bool send(const SendOptions &options = {});
    void stop(); ///< what is done stays
    void forgetPlan(); ///< something else is chosen
    void setRetryPolicy(const exchange::RetryPolicy &policy) { m_retry = policy; } ///< for what is begun from now on

    /// A secret that is good until the program ends; kept in memory only.
    void giveSecret(const exchange::SecretSource &source, const QByteArray &secret);

    State state() const { return m_state; }
    bool isActive() const
    {
        return m_state == State::Fetching || m_state == State::Planning || m_state == State::Sending;
    }
    bool isStopping() const { return m_isStopping; }
    const QString &problem() const { return m_problem; } ///< why it never began, and what to do
    const QString &environment() const { return m_environment.name; }
    const exchange::Environment &place() const { return m_environment; }
    const std::vector<AvailStanding> &avails() const { return m_avails; }
    const std::vector<PlannedRequest> &requests() const { return m_requests; } ///< of the last plan
    bool isPlanned() const { return m_isPlanned; } ///< the plan is there, and not sent yet
    bool wasSent() const { return m_wasSent; } ///< the requests have been sent, as far as they were
    int done() const { return m_done; }
    int total() const { return m_total; }

Q_SIGNALS:
    void stateChanged();
    void standingsReset(); ///< all of them are others
    void availChanged(int avail);
    void planned();
    void requestChanged(int request); ///< its result is another
    void progressed(int done, int total);
    void applied(); ///< all is sent that could be

private:
    class Worker;
    struct Job;

    void begin(const std::shared_ptr<Job> &job);
    void onWorker(std::function<void(Worker &)> what);
    void takeStandings(int job, std::vector<AvailStanding> avails);
    void takeAvail(int job, int avail, AvailStanding standing);
    void takeRequest(int job, int request, const Result &result);
    void takeProgress(int job, int done, int total);
    void end(int job, const QString &problem);
    void setState(State state);

    exchange::Dispatcher &m_dispatcher;
    rules::Rulebook m_book;
    QString m_journalPath;
    QThreadPool m_pool;
    Worker *m_worker = nullptr; ///< lives on the dispatcher's thread
    int m_job = 0; ///< the work that is wanted
    State m_state = State::None;
    bool m_isStopping = false;
    bool m_isPlanned = false;
    bool m_wasSent = false;
    QString m_problem;
    exchange::Environment m_environment;
    exchange::RetryPolicy m_retry;
    std::shared_ptr<const std::vector<Subject>> m_subjects;
    std::vector<AvailStanding> m_avails;
    std::vector<PlannedRequest> m_requests;
    int m_done = 0;
    int m_total = 0;
};

} // namespace marquee::reconcile
