// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/BatchDesk.h"

#include "exchange/JournalReader.h"
#include "exchange/Secrets.h"

#include <QBuffer>
#include <QPointer>

#include <algorithm>

namespace marquee::exchange {

using namespace Qt::StringLiterals;

namespace {

QString sentence(const Error &error)
{
    return error.nextStep.isEmpty() ? error.message : QString(error.message + u' ' + error.nextStep);
}

} // namespace

/// A run that can begin.
struct BatchDesk::Job
{
    BatchPlan plan;
    BatchOptions options;
    Environment environment;
    RunRecord record; ///< of one that goes on; number 0: a new one
    bool isFailedToo = false;
    int number = 0; ///< of the desk's preparation
};

/// What the desk learns of its run.
struct BatchDesk::Update
{
    int job = 0;
    std::vector<std::pair<int, BatchItem>> items;
    BatchCounts counts;
    BatchRun::State state = BatchRun::State::Ready;
    QString problem;
    RunRecord record;
    double perSecond = -1;
    double secondsLeft = -1;
};

/// What lives on the other thread: journal, courier, secrets and the run.
class BatchDesk::Worker : public QObject
{
public:
    Worker(BatchDesk *desk, rules::Rulebook rulebook, ReadFile read, const QString &journalPath)
        : m_desk(desk)
        , m_rulebook(std::move(rulebook))
        , m_read(std::move(read))
        , m_journalPath(journalPath)
    {
    }

    void begin(Job job)
    {
        m_isStopped = false;
        m_job = job.number;
        m_run.reset();
        m_channel.reset();
        if (job.options.dryRun) {
            run(std::move(job));
            return;
        }
        if (const auto ready = open(); !ready) {
            fail(sentence(ready.error()));
            return;
        }
        if (job.environment.name == QLatin1StringView(Environment::SandboxName)) {
            m_channel = sandboxChannel(job.environment.prime.value_or(PrimeSide()).baseUrl);
            run(std::move(job));
            return;
        }
        const auto waiting = std::make_shared<Job>(std::move(job));
        Channel::open(waiting->environment, secrets(),
            [this, self = QPointer(this), waiting](const Expected<std::shared_ptr<Channel>> &channel) {
                if (!self || waiting->number != m_job)
                    return;
                if (!channel) {
                    fail(sentence(channel.error()));
                } else if (m_isStopped) {
                    fail(BatchDesk::tr("Stopped before anything was sent."));
                } else {
                    m_channel = *channel;
                    run(std::move(*waiting));
                }
            });
    }

    void pause()
    {
        if (m_run)
            m_run->pause();
    }

    void goOn()
    {
        m_isStopped = false;
        if (m_run && m_run->state() == BatchRun::State::Finished)
            m_run->resume(m_run->record());
        else if (m_run)
            m_run->goOn();
    }

    void stop()
    {
        m_isStopped = true;
        if (m_run)
            m_run->stop();
    }

    void retryFailed()
    {
        m_isStopped = false;
        if (!m_run || m_run->state() != BatchRun::State::Finished)
            return;
        m_run->retryFailed();
        m_run->resume(m_run->record());
    }

    void giveSecret(const SecretSource &source, const QByteArray &secret) { secrets().giveForSession(source, secret); }

    QByteArray report(ReportFormat format) const
    {
        QBuffer buffer;
        if (!m_run || !buffer.open(QIODevice::WriteOnly) || !writeReport(*m_run, format, buffer))
            return {};
        return buffer.data();
    }

private:
    Expected<void> open()
    {
        if (m_courier)
            return {};
        JournalOptions options;
        options.path = m_journalPath;
        auto journal = Journal::open(options);
        if (!journal)
            return tl::unexpected(journal.error());
        m_journal = std::move(*journal);
        m_courier = std::make_unique<Courier>(*m_journal);
        return {};
    }

    Secrets &secrets()
    {
        if (!m_secrets)
            m_secrets = std::make_unique<Secrets>();
        return *m_secrets;
    }

    void run(Job job)
    {
        auto source = std::make_unique<DocumentSource>(job.options.operation, m_read, m_rulebook, rules::Severities());
        m_run = std::make_unique<BatchRun>(
            m_courier.get(), m_channel, std::move(source), std::move(job.plan), job.options);
        connect(m_run.get(), &BatchRun::itemsChanged, this, [this](const QList<int> &indices) { tell(indices); });
        connect(m_run.get(), &BatchRun::stateChanged, this, [this] {
            tell({});
            if (m_isStopped) // before it had begun
                QMetaObject::invokeMethod(m_run.get(), &BatchRun::stop, Qt::QueuedConnection);
        });
        if (job.record.number == 0) {
            m_run->start();
            return;
        }
        if (job.isFailedToo)
            m_run->retryFailed();
        m_run->resume(job.record);
    }

    void tell(const QList<int> &indices)
    {
        Update update;
        update.job = m_job;
        update.items.reserve(static_cast<std::size_t>(indices.size()));
        for (const int index : indices)
            update.items.emplace_back(index, m_run->item(index));
        update.counts = m_run->counts();
        update.state = m_run->state();
        update.problem = m_run->pauseReason();
        update.record = m_run->record();
        update.perSecond = m_run->itemsPerSecond();
        update.secondsLeft = m_run->secondsLeft();
        QMetaObject::invokeMethod(m_desk, [desk = m_desk, told = std::move(update)] { desk->take(told); });
    }

    void fail(const QString &problem)
    {
        QMetaObject::invokeMethod(m_desk, [desk = m_desk, job = m_job, problem] {
            if (job == desk->m_preparing)
                desk->fail(problem);
        });
    }

    BatchDesk *m_desk; ///< lives as long as this
    rules::Rulebook m_rulebook;
    ReadFile m_read;
    QString m_journalPath;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Courier> m_courier;
    std::unique_ptr<Secrets> m_secrets;
    std::shared_ptr<Channel> m_channel;
    std::unique_ptr<BatchRun> m_run;
    int m_job = 0;
    bool m_isStopped = false;
};

BatchDesk::BatchDesk(
    Dispatcher &dispatcher, rules::Rulebook rulebook, ReadFile read, const QString &journalPath, QObject *parent)
    : QObject(parent)
    , m_dispatcher(dispatcher)
    , m_rulebook(std::move(rulebook))
    , m_read(std::move(read))
    , m_journalPath(journalPath)
{
    m_readUntilEnd = [isEnding = m_isEnding, all = m_read](const QString &file) -> Expected<QByteArray> {
        if (*isEnding)
            return tl::unexpected(Error());
        return all(file);
    };
    m_readers.setMaxThreadCount(1);
}

BatchDesk::~BatchDesk()
{
    *m_isEnding = true;
    m_readers.clear();
    m_readers.waitForDone();
    if (m_worker)
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker] { delete worker; }, Qt::BlockingQueuedConnection);
}

void BatchDesk::onWorker(std::function<void(Worker &)> what)
{
    if (!m_worker) {
        m_worker = new Worker(this, m_rulebook, m_read, m_journalPath);
        m_worker->moveToThread(&m_dispatcher.sendingThread());
    }
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, what = std::move(what)] { what(*worker); });
}

void BatchDesk::count(const QStringList &inputs, Counted counted)
{
    m_readers.start([this, number = ++m_counting, inputs, counted = std::move(counted)] {
        if (number != m_counting)
            return; // nobody waits for it any more
        const auto plan = BatchPlan::fromInputs(inputs, m_readUntilEnd);
        Expected<Preview> preview = tl::unexpected(plan ? Error() : plan.error());
        if (plan)
            preview = Preview{static_cast<int>(plan->items.size()), static_cast<int>(plan->files.size()), plan->notes};
        QMetaObject::invokeMethod(this, [this, number, preview, counted] {
            if (number == m_counting)
                counted(preview);
        });
    });
}

bool BatchDesk::start(const QStringList &inputs, BatchOptions options, const Environment &environment)
{
    if (isActive())
        return false;
    options.retry = m_retry;
    if (options.licensor.isEmpty() && environment.prime)
        options.licensor = environment.prime->licensor;
    m_environment = environment;
    prepare([read = m_readUntilEnd, inputs, options, environment]() -> Expected<Job> {
        auto plan = BatchPlan::fromInputs(inputs, read);
        if (!plan)
            return tl::unexpected(plan.error());
        return Job{std::move(*plan), options, environment, {}, false};
    });
    return true;
}

bool BatchDesk::resume(const QString &run, const Environment &environment, bool failedToo)
{
    if (isActive())
        return false;
    m_environment = environment;
    prepare([path = m_journalPath, run, environment, failedToo, retry = m_retry]() -> Expected<Job> {
        Error error;
        error.code = Error::Code::NotFound;
        const auto reader = JournalReader::open(path);
        const auto record = reader ? (*reader)->run(run) : std::nullopt;
        if (!record) {
            error.message = tr("The journal has no run “%1”.").arg(run);
            return tl::unexpected(error);
        }
        if (record->environment != environment.name) {
            error.message = tr("The run “%1” was begun in “%2”.").arg(run, record->environment);
            error.nextStep = tr("Choose that environment, and go on then.");
            return tl::unexpected(error);
        }
        Job job{BatchPlan::fromJournal((*reader)->items(record->number)),
            BatchOptions::fromJson(record->operation, record->options), environment, *record, failedToo};
        job.options.retry = retry;
        if (environment.prime)
            job.options.licensor = environment.prime->licensor;
        return job;
    });
    return true;
}

void BatchDesk::list(Listed listed)
{
    m_readers.start([this, path = m_journalPath, listed = std::move(listed)] {
        const auto reader = JournalReader::open(path);
        QMetaObject::invokeMethod(
            this, [listed, runs = reader ? (*reader)->runs(20) : std::vector<RunRecord>()] { listed(runs); });
    });
}

void BatchDesk::prepare(std::function<Expected<Job>()> make)
{
    m_isHandedOver = false;
    setState(State::Preparing);
    m_readers.start([this, number = ++m_preparing, make = std::move(make)] {
        const auto job = std::make_shared<Expected<Job>>(make());
        QMetaObject::invokeMethod(this, [this, number, job] {
            if (number != m_preparing || m_state != State::Preparing)
                return; // stopped meanwhile
            if (*job)
                begin(std::move(**job));
            else
                fail(sentence(job->error()));
        });
    });
}

void BatchDesk::begin(Job job)
{
    m_items = job.plan.items;
    m_files = job.plan.files;
    m_notes = job.plan.notes;
    m_options = job.options;
    m_record = job.record;
    m_counts = {};
    m_counts.items = m_counts.waiting = size();
    m_perSecond = m_secondsLeft = -1;
    Q_EMIT itemsReset();
    Q_EMIT progressed();
    job.number = m_preparing;
    m_isHandedOver = true;
    const auto passed = std::make_shared<Job>(std::move(job));
    onWorker([passed](Worker &worker) { worker.begin(std::move(*passed)); });
}

void BatchDesk::take(const Update &update)
{
    if (update.job != m_preparing)
        return;
    m_counts = update.counts;
    m_record = update.record;
    m_perSecond = update.perSecond;
    m_secondsLeft = update.secondsLeft;
    QList<int> indices;
    indices.reserve(static_cast<qsizetype>(update.items.size()));
    for (const auto &[index, item] : update.items) {
        m_items[static_cast<std::size_t>(index)] = item;
        indices << index;
    }
    std::sort(indices.begin(), indices.end());
    if (!indices.isEmpty())
        Q_EMIT itemsChanged(indices);
    constexpr State states[] = {State::Preparing, State::Running, State::Paused, State::Stopping, State::Finished};
    setState(states[static_cast<std::size_t>(update.state)], update.problem);
    Q_EMIT progressed();
}

void BatchDesk::fail(const QString &problem)
{
    setState(State::Finished, problem);
}

void BatchDesk::setState(State state, const QString &problem)
{
    if (m_state == state && m_problem == problem)
        return;
    m_state = state;
    m_problem = problem;
    Q_EMIT stateChanged();
}

void BatchDesk::pause()
{
    if (m_state == State::Running)
        onWorker([](Worker &worker) { worker.pause(); });
}

void BatchDesk::goOn()
{
    if (m_state == State::Paused) {
        onWorker([](Worker &worker) { worker.goOn(); });
    } else if (canGoOn()) {
        setState(State::Preparing);
        onWorker([](Worker &worker) { worker.goOn(); });
    }
}

bool BatchDesk::canGoOn() const
{
    return m_state == State::Paused || (m_state == State::Finished && m_record.number != 0 && m_counts.waiting > 0);
}

bool BatchDesk::canRetry() const
{
    return m_state == State::Finished && m_record.number != 0 && m_counts.failed + m_counts.unknown > 0;
}

void BatchDesk::stop()
{
    if (m_state == State::Preparing && !m_isHandedOver) {
        ++m_preparing;
        fail(tr("Stopped before anything was sent."));
    } else if (isActive()) {
        onWorker([](Worker &worker) { worker.stop(); });
    }
}

void BatchDesk::retryFailed()
{
    if (!canRetry())
        return;
    setState(State::Preparing);
    onWorker([](Worker &worker) { worker.retryFailed(); });
}

void BatchDesk::giveSecret(const SecretSource &source, const QByteArray &secret)
{
    onWorker([source, secret](Worker &worker) { worker.giveSecret(source, secret); });
}

void BatchDesk::report(ReportFormat format, Reported reported)
{
    if (m_state == State::None || !m_worker)
        return;
    onWorker([this, format, reported = std::move(reported)](Worker &worker) {
        QMetaObject::invokeMethod(this, [reported, bytes = worker.report(format)] { reported(bytes); });
    });
}

} // namespace marquee::exchange
