// SPDX-License-Identifier: GPL-3.0-or-later
#include "reconcile/ReconcileDesk.h"

#include "exchange/Secrets.h"

#include <QPointer>

#include <algorithm>

namespace marquee::reconcile {

using exchange::Channel;
using exchange::Courier;
using exchange::Environment;
using exchange::Journal;

/// Something to do for the desk, or why it can't be done.
struct ReconcileDesk::Job
{
    int number = 0;
    std::shared_ptr<const std::vector<Subject>> subjects; ///< of a fetch
    Environment environment;
    exchange::RetryPolicy retry;
    std::vector<PlannedRequest> requests; ///< of a plan
};

/// What lives on the other thread: journal, courier, secrets and the reconciliation.
class ReconcileDesk::Worker : public QObject
{
public:
    Worker(ReconcileDesk *desk, rules::Rulebook book, const QString &journalPath)
        : m_desk(desk)
        , m_book(std::move(book))
        , m_journalPath(journalPath)
    {
    }

    void fetch(const std::shared_ptr<Job> &job)
    {
        m_job = job->number;
        m_reconciliation.reset();
        if (!openJournal())
            return;
        if (job->environment.name == QLatin1StringView(Environment::SandboxName)) {
            run(*job, exchange::sandboxChannel(job->environment.prime.value_or(exchange::PrimeSide()).baseUrl));
            return;
        }
        Channel::open(job->environment, secrets(),
            [this, self = QPointer(this), job](const Expected<std::shared_ptr<Channel>> &channel) {
                if (!self || job->number != m_job)
                    return;
                if (channel)
                    run(*job, *channel);
                else
                    end(sentence(channel.error()));
            });
    }

    void send(int number, const std::vector<PlannedRequest> &requests, const SendOptions &options,
        const exchange::RetryPolicy &retry)
    {
        m_job = number;
        if (!m_reconciliation) {
            end({});
            return;
        }
        m_reconciliation->setRetryPolicy(retry);
        m_reconciliation->send(requests, options);
    }

    void stop(int number)
    {
        if (number != m_job)
            return;
        if (m_reconciliation)
            m_reconciliation->stop();
        else
            end({}); // the environment is being opened
    }

    void giveSecret(const exchange::SecretSource &source, const QByteArray &secret)
    {
        secrets().giveForSession(source, secret);
    }

private:
    bool openJournal()
    {
        if (m_courier)
            return true;
        exchange::JournalOptions options;
        options.path = m_journalPath;
        auto journal = Journal::open(options);
        if (!journal) {
            end(sentence(journal.error()));
            return false;
        }
        m_journal = std::move(*journal);
        m_courier = std::make_unique<Courier>(*m_journal);
        return true;
    }

    exchange::Secrets &secrets()
    {
        if (!m_secrets)
            m_secrets = std::make_unique<exchange::Secrets>();
        return *m_secrets;
    }

    /// On the desk's own thread.
    template <class What>
    void tell(What what)
    {
        QMetaObject::invokeMethod(m_desk, std::move(what));
    }

    void run(const Job &job, const std::shared_ptr<Channel> &channel)
    {
        m_reconciliation = std::make_unique<Reconciliation>(*m_courier, channel, m_book, *job.subjects);
        m_reconciliation->setRetryPolicy(job.retry);
        Reconciliation *one = m_reconciliation.get();
        connect(one, &Reconciliation::availChanged, this, [this, one](int avail) {
            tell([desk = m_desk, number = m_job, avail, standing = one->avails()[static_cast<std::size_t>(avail)]] {
                desk->takeAvail(number, avail, standing);
            });
        });
        connect(one, &Reconciliation::requestChanged, this, [this, one](int request) {
            tell([desk = m_desk, number = m_job, request,
                     result = one->requests()[static_cast<std::size_t>(request)].result] {
                desk->takeRequest(number, request, result);
            });
        });
        connect(one, &Reconciliation::progressed, this, [this](int done, int total) {
            tell([desk = m_desk, number = m_job, done, total] { desk->takeProgress(number, done, total); });
        });
        connect(one, &Reconciliation::finished, this, [this] { end({}); });
        one->fetch();
    }

    void end(const QString &problem)
    {
        tell([desk = m_desk, number = m_job, problem] { desk->end(number, problem); });
        m_job = 0;
    }

    ReconcileDesk *m_desk; ///< lives as long as this
    rules::Rulebook m_book;
    QString m_journalPath;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Courier> m_courier;
    std::unique_ptr<exchange::Secrets> m_secrets;
    std::unique_ptr<Reconciliation> m_reconciliation;
    int m_job = 0;
};

ReconcileDesk::ReconcileDesk(
    exchange::Dispatcher &dispatcher, rules::Rulebook book, const QString &journalPath, QObject *parent)
    : QObject(parent)
    , m_dispatcher(dispatcher)
    , m_book(std::move(book))
    , m_journalPath(journalPath)
{
    m_pool.setMaxThreadCount(1);
}

ReconcileDesk::~ReconcileDesk()
{
    m_pool.clear();
    m_pool.waitForDone();
    if (m_worker)
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker] { delete worker; }, Qt::BlockingQueuedConnection);
}

void ReconcileDesk::onWorker(std::function<void(Worker &)> what)
{
    if (!m_worker) {
        m_worker = new Worker(this, m_book, m_journalPath);
        m_worker->moveToThread(&m_dispatcher.sendingThread());
    }
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, what = std::move(what)] { what(*worker); });
}

void ReconcileDesk::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

bool ReconcileDesk::fetch(std::vector<Source> sources, const Environment &environment, const AddressWish &wish)
{
    if (isActive())
        return false;
    m_environment = environment;
    m_problem.clear();
    m_isStopping = m_isPlanned = m_wasSent = false;
    m_avails.clear();
    m_requests.clear();
    m_subjects.reset();
    m_done = m_total = 0;
    Q_EMIT standingsReset();
    setState(State::Fetching);
    const auto job = std::make_shared<Job>();
    job->number = ++m_job;
    job->environment = environment;
    job->retry = m_retry;
    partners::PrimeTarget usual;
    if (environment.prime)
        usual.licensor = environment.prime->licensor;
    m_pool.start([this, job, sources = std::move(sources), usual, wish] {
        job->subjects = std::make_shared<const std::vector<Subject>>(subjectsOf(sources, usual, wish));
        std::vector<AvailStanding> standings;
        for (const Subject &subject : *job->subjects)
            standings.push_back(standingOf(subject));
        QMetaObject::invokeMethod(this, [this, job, standings = std::move(standings)]() mutable {
            if (job->number != m_job)
                return;
            m_subjects = job->subjects;
            takeStandings(job->number, std::move(standings));
            begin(job);
        });
    });
    return true;
}

void ReconcileDesk::begin(const std::shared_ptr<Job> &job)
{
    const bool asksAny = std::any_of(
        job->subjects->begin(), job->subjects->end(), [](const Subject &subject) { return !subject.asks.empty(); });
    if (m_isStopping || !asksAny)
        end(job->number, {});
    else
        onWorker([job](Worker &worker) { worker.fetch(job); });
}

bool ReconcileDesk::plan(std::vector<Choice> choices, const PlanOptions &options)
{
    if (m_state != State::Ready || !m_subjects)
        return false;
    m_isPlanned = m_wasSent = m_isStopping = false;
    m_problem.clear();
    m_done = m_total = 0;
    setState(State::Planning);
    const auto job = std::make_shared<Job>();
    job->number = ++m_job;
    partners::PrimeEndpoint endpoint;
    if (m_environment.prime) {
        const exchange::PrimeSide &side = *m_environment.prime;
        const bool hasKey = side.apiKey.kind != exchange::SecretSource::Kind::None;
        endpoint = {side.baseUrl, hasKey ? "hidden" : "", hasKey ? side.apiKey.name.toUtf8() : "PRIME_KEY"};
    }
    m_pool.start([this, job, subjects = m_subjects, avails = m_avails, choices = std::move(choices), book = m_book,
                     endpoint, options] {
        job->requests = planRequests(*subjects, avails, choices, book, endpoint, options);
        QMetaObject::invokeMethod(this, [this, job] {
            if (job->number != m_job)
                return;
            m_requests = std::move(job->requests);
            m_isPlanned = true;
            m_isStopping = false;
            setState(State::Ready);
            Q_EMIT planned();
        });
    });
    return true;
}

void ReconcileDesk::forgetPlan()
{
    if (isActive() || (m_requests.empty() && !m_isPlanned))
        return;
    m_isPlanned = m_wasSent = false;
    m_requests.clear();
    Q_EMIT stateChanged();
}

bool ReconcileDesk::send(const SendOptions &options)
{
    if (m_state != State::Ready || !m_isPlanned)
        return false;
    m_isPlanned = false;
    m_wasSent = true;
    m_isStopping = false;
    m_problem.clear();
    m_done = 0;
    m_total = static_cast<int>(m_requests.size());
    setState(State::Sending);
    ++m_job;
    onWorker([number = m_job, requests = m_requests, options, retry = m_retry](
                 Worker &worker) { worker.send(number, requests, options, retry); });
    return true;
}

void ReconcileDesk::stop()
{
    if (!isActive() || m_isStopping || m_state == State::Planning)
        return;
    m_isStopping = true;
    if (m_worker)
        onWorker([number = m_job](Worker &worker) { worker.stop(number); });
    Q_EMIT stateChanged();
}

void ReconcileDesk::takeStandings(int job, std::vector<AvailStanding> avails)
{
    if (job != m_job)
        return;
    m_avails = std::move(avails);
    Q_EMIT standingsReset();
}

void ReconcileDesk::takeAvail(int job, int avail, AvailStanding standing)
{
    if (job != m_job)
        return;
    m_avails[static_cast<std::size_t>(avail)] = std::move(standing);
    Q_EMIT availChanged(avail);
}

void ReconcileDesk::takeRequest(int job, int request, const Result &result)
{
    if (job != m_job)
        return;
    PlannedRequest &one = m_requests[static_cast<std::size_t>(request)];
    one.result = result;
    AvailStanding &standing = m_avails[static_cast<std::size_t>(one.avail)];
    if (one.operation == partners::Operation::PutFull)
        standing.headResult = result;
    for (const int window : one.windows) {
        if (window >= 0 && window < static_cast<int>(standing.windows.size()))
            standing.windows[static_cast<std::size_t>(window)].result = result;
    }
    Q_EMIT requestChanged(request);
}

void ReconcileDesk::takeProgress(int job, int done, int total)
{
    if (job != m_job)
        return;
    m_done = done;
    m_total = total;
    Q_EMIT progressed(done, total);
}

void ReconcileDesk::end(int job, const QString &problem)
{
    if (job != m_job)
        return;
    const bool wasSending = m_state == State::Sending;
    m_problem = problem;
    m_isStopping = false;
    // Where not even the environment could be opened there is nothing to choose from.
    setState(problem.isEmpty() || wasSending ? State::Ready : State::None);
    if (wasSending)
        Q_EMIT applied();
}

void ReconcileDesk::giveSecret(const exchange::SecretSource &source, const QByteArray &secret)
{
    onWorker([source, secret](Worker &worker) { worker.giveSecret(source, secret); });
}

} // namespace marquee::reconcile
