// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Journal.h"

#include "exchange/JournalFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QMutex>
#include <QSqlError>
#include <QStandardPaths>
#include <QThread>
#include <QVariant>
#include <QWaitCondition>

namespace marquee::exchange {

using namespace Qt::StringLiterals;

namespace {

/// How often the limits are looked at, in exchanges begun.
constexpr int TrimEvery = 2000;

Expected<qint64> failure(const QSqlQuery &query)
{
    return tl::unexpected(journalError(query.lastError()));
}

/// The statements that are run often, prepared once.
class Statements
{
public:
    explicit Statements(const JournalFile &file)
        : m_begin(file.query())
        , m_end(file.query())
        , m_item(file.query())
        , m_newItem(file.query())
    {
        m_begin.prepare(u"INSERT INTO exchanges (started, process, environment, operation, document, subject, method, "
                        u"url, request_headers, request_body, run, "
                        "positions, settles, cut) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"_s);
        m_end.prepare(u"INSERT OR REPLACE INTO replies (ended, outcome, message, status, attempts, elapsed, sent, "
                      u"received, request_id, reply_headers, "
                      "reply_body, problem, reply_cut, exchange) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"_s);
        m_item.prepare(u"UPDATE items SET transaction_id=?, outcome=?, message=?, status=?, attempts=?, elapsed=?, "
                       u"error_path=?, exchange=coalesce(?, "
                       "(SELECT max(id) FROM exchanges)) WHERE run=? AND position=?"_s);
        m_newItem.prepare(
            u"INSERT INTO items (run, position, id, file, place, transaction_id, expectation) VALUES (?,?,?,?,?,?,?)"_s);
    }

    Expected<qint64> begin(const JournalRequest &request, const std::vector<int> &positions, qsizetype largestBody)
    {
        int at = 0;
        QString places;
        for (const int position : positions)
            places += (places.isEmpty() ? QString() : u","_s) + QString::number(position);
        for (const QVariant &value :
            {QVariant(request.started.toMSecsSinceEpoch()), QVariant(QCoreApplication::applicationPid()),
                QVariant(request.environment), QVariant(request.operation), QVariant(request.document),
                QVariant(request.subject), QVariant(QString::fromLatin1(request.method)),
                QVariant(QString::fromUtf8(request.url)), QVariant(headersToText(request.headers)),
                QVariant(request.body.left(largestBody)), QVariant(request.run), QVariant(places),
                QVariant(request.settles), QVariant(request.body.size() > largestBody)})
            m_begin.bindValue(at++, value);
        if (!m_begin.exec())
            return failure(m_begin);
        return m_begin.lastInsertId().toLongLong();
    }

    Expected<qint64> end(
        qint64 id, const JournalReply &reply, qint64 run, const std::vector<RunItem> &items, qsizetype largestBody)
    {
        int at = 0;
        for (const QVariant &value : {QVariant(reply.ended.toMSecsSinceEpoch()), QVariant(reply.outcome),
                 QVariant(reply.message), QVariant(reply.status), QVariant(reply.attempts), QVariant(reply.elapsedMs),
                 QVariant(reply.bytesSent), QVariant(reply.bytesReceived), QVariant(reply.requestId),
                 QVariant(headersToText(reply.headers)), QVariant(reply.body.left(largestBody)),
                 QVariant(reply.problem), QVariant(reply.body.size() > largestBody), QVariant(id)})
            m_end.bindValue(at++, value);
        if (id != 0 && !m_end.exec())
            return failure(m_end);
        for (const RunItem &item : items) {
            at = 0;
            for (const QVariant &value :
                {QVariant(item.transaction), item.outcome.isEmpty() ? QVariant() : QVariant(item.outcome),
                    QVariant(item.message), QVariant(item.status), QVariant(item.attempts), QVariant(item.elapsedMs),
                    item.errorPath.isEmpty() ? QVariant() : QVariant(item.errorPath), id != 0 ? QVariant(id) : QVariant(), QVariant(run), QVariant(item.position)})
                m_item.bindValue(at++, value);
            if (!m_item.exec())
                return failure(m_item);
        }
        return id;
    }

    Expected<qint64> createRun(const JournalFile &file, const RunRecord &run, const std::vector<RunItem> &items)
    {
        QSqlQuery query = file.query();
        query.prepare(
            u"INSERT INTO runs (name, started, environment, operation, options, first) VALUES (?,?,?,?,?, (SELECT coalesce(max(id), 0) FROM exchanges))"_s);
        for (const QVariant &value : {QVariant(run.name), QVariant(run.started.toMSecsSinceEpoch()),
                 QVariant(run.environment), QVariant(run.operation), QVariant(run.options)})
            query.addBindValue(value);
        if (!query.exec())
            return failure(query);
        const qint64 number = query.lastInsertId().toLongLong();
        for (const RunItem &item : items) {
            int at = 0;
            for (const QVariant &value : {QVariant(number), QVariant(item.position), QVariant(item.id),
                     QVariant(item.file), QVariant(item.place), QVariant(item.transaction), QVariant(item.expectation)})
                m_newItem.bindValue(at++, value);
            if (!m_newItem.exec())
                return failure(m_newItem);
        }
        return number;
    }

private:
    QSqlQuery m_begin;
    QSqlQuery m_end;
    QSqlQuery m_item;
    QSqlQuery m_newItem;
};

} // namespace

/// The thread that writes. What is asked for while it is at the disk waits, and is then done together.
class Journal::Writer : public QThread
{
public:
    struct Task
    {
        std::function<Expected<qint64>(Statements &, const JournalFile &)> work;
        std::function<void(const Expected<qint64> &)> done;
        bool begins = false;
    };

    explicit Writer(JournalOptions options)
        : m_options(std::move(options))
    {
    }

    ~Writer() override
    {
        {
            const QMutexLocker lock(&m_mutex);
            m_isEnding = true;
            m_someWork.wakeAll();
        }
        wait();
    }

    void add(Task task)
    {
        const QMutexLocker lock(&m_mutex);
        m_tasks.push_back(std::move(task));
        m_someWork.wakeAll();
    }

    void flush()
    {
        QMutexLocker lock(&m_mutex);
        while (!m_tasks.empty() || m_isWriting)
            m_noWork.wait(&m_mutex);
    }

    /// Opens the file on this thread, and says how that went.
    Expected<void> launch()
    {
        start();
        QMutexLocker lock(&m_mutex);
        while (!m_opened)
            m_noWork.wait(&m_mutex);
        return *m_opened;
    }

    const JournalOptions &options() const { return m_options; }

    Journal *journal = nullptr; ///< who is told; set before the first task

protected:
    void run() override
    {
        auto file = JournalFile::open(m_options.path, true);
        if (file && m_options.pageLimit > 0)
            (void)(*file)->run(u"PRAGMA max_page_count = %1"_s.arg(m_options.pageLimit));
        {
            const QMutexLocker lock(&m_mutex);
            m_opened = file ? Expected<void>() : tl::unexpected(file.error());
            m_noWork.wakeAll();
        }
        if (!file)
            return;
        Statements statements(**file);
        trim(**file);
        while (true) {
            std::vector<Task> tasks;
            {
                QMutexLocker lock(&m_mutex);
                m_isWriting = false;
                m_noWork.wakeAll();
                while (m_tasks.empty() && !m_isEnding)
                    m_someWork.wait(&m_mutex);
                if (m_tasks.empty())
                    return;
                tasks.swap(m_tasks);
                m_isWriting = true;
            }
            write(tasks, statements, **file);
        }
    }

private:
    void write(std::vector<Task> &tasks, Statements &statements, const JournalFile &file)
    {
        std::vector<Expected<qint64>> results = together(tasks, statements, file);
        if (results.empty()) { // one of them failed, and with it all: each on its own, so that only that one fails
            for (Task &task : tasks) {
                std::vector<Task> one;
                one.push_back(task);
                std::vector<Expected<qint64>> result = together(one, statements, file);
                results.push_back(result.empty() ? m_failure : result.front());
            }
        }
        for (const Task &task : tasks)
            m_begun += task.begins ? 1 : 0;
        hand(tasks, results);
        if (m_begun >= TrimEvery)
            trim(file);
    }

    /// What was asked for goes back to the thread that asked, and is let go of there only: a callback may hold the last
    /// of something that has to end on that thread.
    void hand(std::vector<Task> &tasks, std::vector<Expected<qint64>> &results)
    {
        const QMutexLocker lock(&m_mutex);
        const bool isFirst = m_handed.empty();
        for (std::size_t i = 0; i < tasks.size(); ++i)
            m_handed.emplace_back(std::move(tasks[i].done), std::move(results[i]));
        for (Task &task : tasks)
            m_spent.push_back(std::move(task.work));
        if (isFirst)
            QMetaObject::invokeMethod(
                journal, [this] { deliver(); }, Qt::QueuedConnection);
    }

    /// On the journal's thread.
    void deliver()
    {
        decltype(m_handed) handed;
        decltype(m_spent) spent;
        {
            const QMutexLocker lock(&m_mutex);
            handed.swap(m_handed);
            spent.swap(m_spent);
        }
        for (const auto &[done, result] : handed) {
            if (done)
                done(result);
        }
    }

    /// All in one transaction; nothing where that failed, and then nothing of it was done.
    std::vector<Expected<qint64>> together(
        const std::vector<Task> &tasks, Statements &statements, const JournalFile &file)
    {
        std::vector<Expected<qint64>> results;
        Expected<void> done = file.run(u"BEGIN IMMEDIATE"_s);
        for (std::size_t i = 0; done && i < tasks.size(); ++i) {
            results.push_back(tasks[i].work(statements, file));
            if (!results.back())
                done = tl::unexpected(results.back().error());
        }
        if (done)
            done = file.run(u"COMMIT"_s);
        if (done)
            return results;
        m_failure = tl::unexpected(done.error());
        (void)file.run(u"ROLLBACK"_s); // SQLite may have done so already
        return {};
    }

    void trim(const JournalFile &file)
    {
        m_begun = 0;
        const qint64 oldest = QDateTime::currentDateTimeUtc().addDays(-m_options.days).toMSecsSinceEpoch();
        drop(file,
            u"SELECT coalesce((SELECT min(id) FROM exchanges WHERE started >= %1), (SELECT max(id) + 1 FROM exchanges), 0)"_s
                .arg(oldest),
            u"age"_s);
        const qint64 bytes = (number(file, u"PRAGMA page_count"_s) - number(file, u"PRAGMA freelist_count"_s))
            * number(file, u"PRAGMA page_size"_s);
        if (bytes > m_options.largestSize)
            drop(file, u"SELECT min(id) + (max(id) - min(id)) / 5 + 1 FROM exchanges"_s, u"size"_s);
    }

    static qint64 number(const JournalFile &file, const QString &sql)
    {
        QSqlQuery query = file.query();
        return query.exec(sql) && query.next() ? query.value(0).toLongLong() : 0;
    }

    /// All exchanges in front of the one that `sql` gives.
    void drop(const JournalFile &file, const QString &sql, const QString &reason)
    {
        const qint64 end = number(file, sql);
        QSqlQuery query = file.query();
        if (!query.exec(u"SELECT count(*), max(started) FROM exchanges WHERE id < %1"_s.arg(end)) || !query.next()
            || query.value(0).toInt() == 0)
            return;
        const int count = query.value(0).toInt();
        const QDateTime upTo = QDateTime::fromMSecsSinceEpoch(query.value(1).toLongLong(), Qt::UTC);
        query.finish();
        if (!file.run(u"BEGIN IMMEDIATE"_s))
            return;
        const QString old
            = QString::number(QDateTime::currentDateTimeUtc().addDays(-m_options.days).toMSecsSinceEpoch());
        const bool done = file.run(u"DELETE FROM exchanges WHERE id < %1"_s.arg(end))
            && file.run(u"DELETE FROM replies WHERE exchange < %1"_s.arg(end))
            && file.run(u"DELETE FROM items WHERE run IN (SELECT number FROM runs WHERE started < %1)"_s.arg(old))
            && file.run(u"DELETE FROM runs WHERE started < %1"_s.arg(old))
            && file.run(u"INSERT INTO dropped VALUES (%1, %2, %3, '%4')"_s.arg(QDateTime::currentMSecsSinceEpoch())
                            .arg(count)
                            .arg(upTo.toMSecsSinceEpoch())
                            .arg(reason))
            && file.run(u"COMMIT"_s);
        if (!done) {
            (void)file.run(u"ROLLBACK"_s);
            return;
        }
        (void)file.run(u"PRAGMA incremental_vacuum(20000)"_s);
        if (journal) {
            const auto tell = [this, count, upTo] { Q_EMIT journal->dropped(count, upTo); };
            QMetaObject::invokeMethod(journal, tell, Qt::QueuedConnection);
        }
    }

    JournalOptions m_options;
    QMutex m_mutex;
    QWaitCondition m_someWork;
    QWaitCondition m_noWork; ///< also: it was opened
    std::optional<Expected<void>> m_opened;
    std::vector<Task> m_tasks;
    std::vector<std::pair<std::function<void(const Expected<qint64> &)>, Expected<qint64>>> m_handed;
    std::vector<std::function<Expected<qint64>(Statements &, const JournalFile &)>> m_spent;
    bool m_isWriting = false;
    bool m_isEnding = false;
    int m_begun = 0;
    Expected<qint64> m_failure;
};

QString Journal::defaultPath()
{
    const QString home = qEnvironmentVariable("MARQUEE_HOME");
    const QString folder = home.isEmpty()
        ? QString(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/marquee"_s)
        : home;
    return QDir(folder).filePath(u"journal.sqlite"_s);
}

Expected<std::unique_ptr<Journal>> Journal::open(const JournalOptions &options)
{
    JournalOptions complete = options;
    if (complete.path.isEmpty())
        complete.path = defaultPath();
    auto writer = std::make_unique<Writer>(complete);
    std::unique_ptr<Journal> journal(new Journal(std::move(writer)));
    if (const auto opened = journal->m_writer->launch(); !opened)
        return tl::unexpected(opened.error());
    return journal;
}

Journal::Journal(std::unique_ptr<Writer> writer)
    : m_writer(std::move(writer))
{
    m_writer->journal = this;
}

Journal::~Journal() = default;

void Journal::begin(const JournalRequest &request, std::vector<int> positions, Begun begun)
{
    const qsizetype largest = m_writer->options().largestBody;
    m_writer->add({[request, positions = std::move(positions), largest](Statements &statements, const JournalFile &) {
                       return statements.begin(request, positions, largest);
                   },
        std::move(begun), true});
}

void Journal::end(qint64 id, const JournalReply &reply, qint64 run, std::vector<RunItem> items, Done done)
{
    const qsizetype largest = m_writer->options().largestBody;
    m_writer->add({[id, reply, run, items = std::move(items), largest](Statements &statements, const JournalFile &) {
                       return statements.end(id, reply, run, items, largest);
                   },
        [done = std::move(done)](const Expected<qint64> &result) {
            if (done)
                done(result ? Expected<void>() : tl::unexpected(result.error()));
        }});
}

void Journal::createRun(const RunRecord &run, std::vector<RunItem> items, Begun begun)
{
    m_writer->add({[run, items = std::move(items)](Statements &statements, const JournalFile &file) {
                       return statements.createRun(file, run, items);
                   },
        std::move(begun)});
}

void Journal::flush()
{
    m_writer->flush();
}

const QString &Journal::path() const
{
    return m_writer->options().path;
}

} // namespace marquee::exchange
