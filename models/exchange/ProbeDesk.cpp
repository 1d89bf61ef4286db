// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ProbeDesk.h"

#include "exchange/Courier.h"
#include "exchange/Secrets.h"
#include "rules/Kind.h"

#include <QPointer>

#include <algorithm>

namespace marquee::exchange {

/// A probe that can begin, or why it can't.
struct ProbeDesk::Job
{
    int number = 0;
    QString problem;
    std::unique_ptr<payload::Document> good;
    ProbeVariants variants;
    Environment environment;
    RetryPolicy retry;
};

/// What lives on the other thread: journal, courier, secrets and the probe.
class ProbeDesk::Worker : public QObject
{
public:
    Worker(ProbeDesk *desk, const QString &journalPath)
        : m_desk(desk)
        , m_journalPath(journalPath)
    {
    }

    void begin(const std::shared_ptr<Job> &job)
    {
        m_job = job->number;
        m_probe.reset();
        if (!m_courier) {
            JournalOptions options;
            options.path = m_journalPath;
            auto journal = Journal::open(options);
            if (!journal) {
                end(sentence(journal.error()));
                return;
            }
            m_journal = std::move(*journal);
            m_courier = std::make_unique<Courier>(*m_journal);
        }
        if (job->environment.name == QLatin1StringView(Environment::SandboxName)) {
            run(*job, sandboxChannel(job->environment.prime.value_or(PrimeSide()).baseUrl));
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

    /// The probe of that number, and none that came later.
    void stop(int number)
    {
        if (number != m_job)
            return;
        if (m_probe)
            m_probe->stop();
        else
            end({}); // the environment is being opened
    }

    void giveSecret(const SecretSource &source, const QByteArray &secret) { secrets().giveForSession(source, secret); }

private:
    Secrets &secrets()
    {
        if (!m_secrets)
            m_secrets = std::make_unique<Secrets>();
        return *m_secrets;
    }

    void run(Job &job, const std::shared_ptr<Channel> &channel)
    {
        partners::PrimeTarget usual;
        if (job.environment.prime)
            usual.licensor = job.environment.prime->licensor;
        m_probe = std::make_unique<Probe>(*m_courier, channel, *job.good, std::move(job.variants), usual);
        connect(m_probe.get(), &Probe::judged, this, [this, channel](int index) {
            partners::Outcome outcome = m_probe->results()[static_cast<std::size_t>(index)].partner;
            outcome.message = channel->masking().text(outcome.message);
            for (partners::PartnerError &error : outcome.errors)
                error.message = channel->masking().text(error.message);
            QMetaObject::invokeMethod(
                m_desk, [desk = m_desk, job = m_job, index, outcome] { desk->take(job, index, outcome); });
        });
        connect(m_probe.get(), &Probe::finished, this, [this] { end(m_probe->problem()); });
        m_probe->start(job.retry);
    }

    void end(const QString &problem)
    {
        QMetaObject::invokeMethod(m_desk, [desk = m_desk, job = m_job, problem] { desk->end(job, problem); });
        m_job = 0;
    }

    ProbeDesk *m_desk; ///< lives as long as this
    QString m_journalPath;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Courier> m_courier;
    std::unique_ptr<Secrets> m_secrets;
    std::unique_ptr<Probe> m_probe;
    int m_job = 0;
};

ProbeDesk::ProbeDesk(Dispatcher &dispatcher, rules::Rulebook rulebook, const QString &journalPath, QObject *parent)
    : QObject(parent)
    , m_dispatcher(dispatcher)
    , m_rulebook(std::move(rulebook))
    , m_journalPath(journalPath)
{
    m_pool.setMaxThreadCount(1);
}

ProbeDesk::~ProbeDesk()
{
    m_pool.clear();
    m_pool.waitForDone();
    if (m_worker)
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker] { delete worker; }, Qt::BlockingQueuedConnection);
}

void ProbeDesk::onWorker(std::function<void(Worker &)> what)
{
    if (!m_worker) {
        m_worker = new Worker(this, m_journalPath);
        m_worker->moveToThread(&m_dispatcher.sendingThread());
    }
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, what = std::move(what)] { what(*worker); });
}

bool ProbeDesk::start(const QByteArray &good, const QString &name, const Environment &environment)
{
    if (isActive())
        return false;
    m_name = name;
    m_environment = environment.name;
    m_results.clear();
    m_leftOut.clear();
    m_judged = m_disagreements = 0;
    m_isStopping = false;
    Q_EMIT resultsReset();
    setState(State::Preparing);
    const auto job = std::make_shared<Job>();
    job->number = ++m_job;
    job->environment = environment;
    job->retry = m_retry;
    m_pool.start([this, job, good, rulebook = m_rulebook] {
        auto document = payload::Document::read(good);
        if (document) {
            rules::Validator validator(rulebook, **document);
            validator.validate();
            if (validator.kind() == rules::DocumentKind::Avail && validator.counts().errors == 0) {
                job->good = std::move(*document);
                job->variants = probeVariants(*job->good, rulebook);
            }
        }
        if (!job->good)
            job->problem = tr("A probe begins with an avail that has no errors. Correct this one first, or choose "
                              "another: the list of problems says what is wrong.");
        QMetaObject::invokeMethod(this, [this, job] { begin(job); });
    });
    return true;
}

void ProbeDesk::begin(const std::shared_ptr<Job> &job)
{
    if (job->number != m_job || m_state != State::Preparing)
        return;
    if (!job->good || m_isStopping) {
        end(job->number, m_isStopping ? QString() : job->problem);
        return;
    }
    for (const ProbeVariant &variant : job->variants.variants)
        m_results.push_back({variant, {}, false});
    m_leftOut = job->variants.leftOut;
    Q_EMIT resultsReset();
    setState(State::Running);
    onWorker([job](Worker &worker) { worker.begin(job); });
}

void ProbeDesk::stop()
{
    if (!isActive() || m_isStopping)
        return;
    m_isStopping = true;
    if (m_state == State::Running)
        onWorker([number = m_job](Worker &worker) { worker.stop(number); });
    Q_EMIT stateChanged();
}

void ProbeDesk::take(int job, int index, const partners::Outcome &outcome)
{
    if (job != m_job)
        return;
    ProbeResult &result = m_results[static_cast<std::size_t>(index)];
    result.partner = outcome;
    result.isDone = true;
    ++m_judged;
    m_disagreements += result.disagrees() ? 1 : 0;
    Q_EMIT resultJudged(index);
}

void ProbeDesk::end(int job, const QString &problem)
{
    if (job != m_job)
        return;
    m_isStopping = false;
    setState(State::Finished, problem);
}

void ProbeDesk::setState(State state, const QString &problem)
{
    m_state = state;
    m_problem = problem;
    Q_EMIT stateChanged();
}

void ProbeDesk::giveSecret(const SecretSource &source, const QByteArray &secret)
{
    onWorker([source, secret](Worker &worker) { worker.giveSecret(source, secret); });
}

QByteArray ProbeDesk::report(ProbeFormat format) const
{
    std::vector<ProbeResult> done;
    std::copy_if(m_results.begin(), m_results.end(), std::back_inserter(done),
        [](const ProbeResult &result) { return result.isDone; });
    std::stable_partition(done.begin(), done.end(), [](const ProbeResult &result) { return result.disagrees(); });
    return probeReport(done, m_leftOut, m_name, m_environment, format);
}

} // namespace marquee::exchange
