// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/BatchDesk.h"

#include "exchange/BatchWorker.h"
#include "exchange/JournalReader.h"
#include "exchange/RowKeep.h"

#include <algorithm>

namespace marquee::exchange {

using namespace Qt::StringLiterals;

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
        auto plan = BatchPlan::fromInputs(
            inputs, read, {}, options.operation.isMessages() ? BatchOf::Messages : BatchOf::Avails);
        if (!plan)
            return tl::unexpected(plan.error());
        return Job{std::move(*plan), options, environment, {}, false, {}};
    });
    return true;
}

bool BatchDesk::startRows(
    const RowInput &input, const RowMapping &mapping, BatchOptions options, const Environment &environment)
{
    if (isActive())
        return false;
    options.retry = m_retry;
    if (options.licensor.isEmpty() && environment.prime)
        options.licensor = environment.prime->licensor;
    if (options.runName.isEmpty())
        options.runName = newRunName();
    options.mapping = mapping.toText();
    m_environment = environment;
    prepare([input, mapping, options, environment, journal = m_journalPath]() mutable -> Expected<Job> {
        auto table = RowTable::read(input.rows);
        if (!table)
            return tl::unexpected(table.error());
        auto maker = RowMaker::make(input.templateText, std::move(*table), mapping);
        if (!maker)
            return tl::unexpected(maker.error());
        QString file = input.name;
        if (!options.dryRun) { // who goes on with it finds what it began with
            const auto kept = keepRows(rowsFolder(journal), options.runName, input);
            if (!kept)
                return tl::unexpected(kept.error());
            file = kept->rows;
            options.templateFile = kept->templateFile;
        }
        BatchPlan plan = planFromRows(file, *maker);
        return Job{std::move(plan), options, environment, {}, false, std::make_shared<RowMaker>(std::move(*maker))};
    });
    return true;
}

bool BatchDesk::resume(const QString &run, const Environment &environment, bool failedToo)
{
    if (isActive())
        return false;
    m_environment = environment;
    prepare([path = m_journalPath, run, environment, failedToo, retry = m_retry, read = m_readUntilEnd,
                catalog = m_rulebook.catalog]() -> Expected<Job> {
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
            BatchOptions::fromJson(record->operation, record->options), environment, *record, failedToo, {}};
        job.options.retry = retry;
        if (!job.options.templateFile.isEmpty() && !job.plan.files.empty()) {
            auto rows
                = rowMakerFrom(read, job.plan.files.front(), job.options.templateFile, job.options.mapping, *catalog);
            if (!rows)
                return tl::unexpected(rows.error());
            job.rows = std::make_shared<RowMaker>(std::move(*rows));
        }
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
    m_rows = job.rows;
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

std::optional<QByteArray> BatchDesk::rowDocument(int index) const
{
    const int row = item(index).place;
    if (!m_rows || row < 0 || row >= m_rows->table().count())
        return std::nullopt;
    return m_rows->row(row).text;
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
