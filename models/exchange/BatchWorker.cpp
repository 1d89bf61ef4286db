// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/BatchWorker.h"

#include <QBuffer>
#include <QPointer>

namespace marquee::exchange {

BatchDesk::Worker::Worker(BatchDesk *desk, rules::Rulebook rulebook, ReadFile read, const QString &journalPath)
    : m_desk(desk)
    , m_rulebook(std::move(rulebook))
    , m_read(std::move(read))
    , m_journalPath(journalPath)
{
}

void BatchDesk::Worker::begin(Job job)
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
        m_channel = job.options.operation.isMessages()
            ? sandboxShowtimeChannel(job.environment.showtime.value_or(ShowtimeSide()).baseUrl)
            : sandboxChannel(job.environment.prime.value_or(PrimeSide()).baseUrl);
        run(std::move(job));
        return;
    }
    const auto waiting = std::make_shared<Job>(std::move(job));
    Channel::open(
        waiting->environment, secrets(),
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
        },
        waiting->options.operation.partner());
}

void BatchDesk::Worker::pause()
{
    if (m_run)
        m_run->pause();
}

void BatchDesk::Worker::goOn()
{
    m_isStopped = false;
    if (m_run && m_run->state() == BatchRun::State::Finished)
        m_run->resume(m_run->record());
    else if (m_run)
        m_run->goOn();
}

void BatchDesk::Worker::stop()
{
    m_isStopped = true;
    if (m_run)
        m_run->stop();
}

void BatchDesk::Worker::retryFailed()
{
    m_isStopped = false;
    if (!m_run || m_run->state() != BatchRun::State::Finished)
        return;
    m_run->retryFailed();
    m_run->resume(m_run->record());
}

QByteArray BatchDesk::Worker::report(ReportFormat format) const
{
    QBuffer buffer;
    if (!m_run || !buffer.open(QIODevice::WriteOnly) || !writeReport(*m_run, format, buffer))
        return {};
    return buffer.data();
}

Expected<void> BatchDesk::Worker::open()
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

Secrets &BatchDesk::Worker::secrets()
{
    if (!m_secrets)
        m_secrets = std::make_unique<Secrets>();
    return *m_secrets;
}

void BatchDesk::Worker::run(Job job)
{
    std::unique_ptr<BatchSource> source;
    if (job.rows)
        source = std::make_unique<RowSource>(job.options.operation, *job.rows, m_rulebook, rules::Severities());
    else if (job.options.operation.isMessages())
        source = std::make_unique<MessageSource>(m_read,
            MessageMaker(m_rulebook, rules::Severities(), SequenceNumbers(m_journalPath), numberingOf(job.options)));
    else
        source = std::make_unique<DocumentSource>(job.options.operation, m_read, m_rulebook, rules::Severities());
    m_run = std::make_unique<BatchRun>(m_courier.get(), m_channel, std::move(source), std::move(job.plan), job.options);
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

void BatchDesk::Worker::tell(const QList<int> &indices)
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

void BatchDesk::Worker::fail(const QString &problem)
{
    QMetaObject::invokeMethod(m_desk, [desk = m_desk, job = m_job, problem] {
        if (job == desk->m_preparing)
            desk->fail(problem);
    });
}

} // namespace marquee::exchange
