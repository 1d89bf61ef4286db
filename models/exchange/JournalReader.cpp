// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/JournalReader.h"

#include "exchange/Journal.h"
#include "exchange/JournalFile.h"
#include "partners/Showtime.h"

#include <QCoreApplication>
#include <QFile>
#include <QSqlError>
#include <QVariant>

#include <csignal>
#include <unistd.h>

namespace marquee::exchange {

using namespace Qt::StringLiterals;

namespace {

bool isAlive(qint64 process)
{
    return process > 0
        && (process == QCoreApplication::applicationPid() || ::kill(static_cast<pid_t>(process), 0) == 0);
}

QDateTime moment(const QVariant &ms)
{
    return ms.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(ms.toLongLong(), Qt::UTC);
}

const QString columns = u"id, started, process, environment, operation, document, subject, method, url, run, settles, "
                        u"cut, ended, outcome, message, "
                        "status, attempts, elapsed, sent, received, request_id, problem"_s;
const QString bodies = u", request_headers, request_body, reply_headers, reply_body"_s;

JournalRecord recordOf(const QSqlQuery &row, bool withBodies)
{
    int at = 0;
    const auto next = [&row, &at] { return row.value(at++); };
    JournalRecord record;
    record.id = next().toLongLong();
    record.request.started = moment(next());
    const qint64 process = next().toLongLong();
    record.request.environment = next().toString();
    record.request.operation = next().toString();
    record.request.document = next().toString();
    record.request.subject = next().toString();
    record.request.method = next().toString().toLatin1();
    record.request.url = next().toString().toUtf8();
    record.request.run = next().toLongLong();
    record.request.settles = next().toLongLong();
    record.bodiesCut = next().toBool();
    record.reply.ended = moment(next());
    record.reply.outcome = next().toString();
    record.reply.message = next().toString();
    record.reply.status = next().toInt();
    record.reply.attempts = next().toInt();
    record.reply.elapsedMs = next().toLongLong();
    record.reply.bytesSent = next().toLongLong();
    record.reply.bytesReceived = next().toLongLong();
    record.reply.requestId = next().toString();
    record.reply.problem = next().toString();
    if (!record.reply.ended.isValid()) {
        record.isRunning = isAlive(process);
        record.reply.outcome = u"unknown"_s;
        record.reply.message = record.isRunning ? QCoreApplication::translate("Journal", "On its way.")
            : record.request.operation == u"post-performance"_s
            ? QCoreApplication::translate("Journal",
                "The program ended before the answer came. Showtime may have queued it all the same; its callback "
                "tells.")
            : QCoreApplication::translate(
                "Journal", "The program ended before the answer came. The partner may have taken it all the same.");
    }
    if (withBodies) {
        record.request.headers = headersFromText(next().toByteArray());
        record.request.body = next().toByteArray();
        record.reply.headers = headersFromText(next().toByteArray());
        record.reply.body = next().toByteArray();
    }
    return record;
}

} // namespace

Expected<std::unique_ptr<JournalReader>> JournalReader::open(const QString &path)
{
    const QString where = path.isEmpty() ? Journal::defaultPath() : path;
    if (!QFile::exists(where)) {
        Error error;
        error.code = Error::Code::NotFound;
        error.message = QCoreApplication::translate("Journal", "There is no journal yet: nothing was sent.");
        return tl::unexpected(error);
    }
    auto file = JournalFile::open(where, false);
    if (!file)
        return tl::unexpected(file.error());
    return std::unique_ptr<JournalReader>(new JournalReader(std::move(*file)));
}

JournalReader::JournalReader(std::unique_ptr<JournalFile> file)
    : m_file(std::move(file))
{
}

JournalReader::~JournalReader() = default;

std::vector<JournalRecord> JournalReader::list(const JournalFilter &filter) const
{
    QString where = u"1"_s;
    QVariantList values;
    const auto add = [&](const QString &condition, const QVariant &value, int times = 1) {
        where += u" AND "_s + condition;
        for (int i = 0; i < times; ++i)
            values << value;
    };
    if (!filter.environment.isEmpty())
        add(u"environment = ?"_s, filter.environment);
    if (!filter.operation.isEmpty())
        add(u"operation = ?"_s, filter.operation);
    if (!filter.outcome.isEmpty())
        add(u"coalesce(outcome, 'unknown') = ?"_s, filter.outcome);
    if (filter.run != 0)
        add(u"run = ?"_s, filter.run);
    if (filter.before != 0)
        add(u"id < ?"_s, filter.before);
    if (filter.after != 0)
        add(u"id > ?"_s, filter.after);
    if (!filter.text.isEmpty()) {
        add(u"(instr(lower(url || ' ' || document || ' ' || subject || ' ' || operation || ' ' || coalesce(message, '')), lower(?)) > 0"_s,
            filter.text);
        where += u" OR instr(request_body, ?) > 0 OR instr(reply_body, ?) > 0)"_s;
        values << filter.text.toUtf8() << filter.text.toUtf8();
    }
    QSqlQuery query = m_file->query();
    query.setForwardOnly(true);
    query.prepare(u"SELECT "_s + columns + (filter.withBodies ? bodies : QString())
        + u" FROM exchanges LEFT JOIN replies ON exchange = id WHERE "_s + where + u" ORDER BY id DESC LIMIT "_s
        + QString::number(filter.limit));
    for (const QVariant &value : std::as_const(values))
        query.addBindValue(value);
    std::vector<JournalRecord> records;
    if (query.exec()) {
        while (query.next())
            records.push_back(recordOf(query, filter.withBodies));
    }
    return records;
}

std::optional<JournalRecord> JournalReader::find(qint64 id) const
{
    QSqlQuery query = m_file->query();
    query.prepare(
        u"SELECT "_s + columns + bodies + u" FROM exchanges LEFT JOIN replies ON exchange = id WHERE id = ?"_s);
    query.addBindValue(id);
    if (!query.exec() || !query.next())
        return std::nullopt;
    return recordOf(query, true);
}

std::optional<JournalRecord> JournalReader::findMessage(const QString &supplier, qint64 sequence) const
{
    QSqlQuery query = m_file->query();
    query.prepare(u"SELECT "_s + columns + bodies
        + u" FROM exchanges LEFT JOIN replies ON exchange = id WHERE operation = 'post-performance' AND subject = ? "
          "ORDER BY CASE coalesce(outcome, 'unknown') WHEN 'accepted' THEN 0 WHEN 'unknown' THEN 1 ELSE 2 END, id DESC LIMIT 1"_s);
    query.addBindValue(partners::MessageTarget::nameOf(supplier, sequence));
    if (!query.exec() || !query.next())
        return std::nullopt;
    return recordOf(query, true);
}

qint64 JournalReader::lastSequence(const QString &supplier) const
{
    QSqlQuery query = m_file->query();
    // All names that begin with the supplier and a slash; 0 is the sign behind the slash. What has another slash is of
    // another supplier.
    query.prepare(
        u"SELECT max(CAST(substr(subject, ?) AS INTEGER)) FROM exchanges WHERE operation = 'post-performance' "
        "AND subject >= ? AND subject < ? AND instr(substr(subject, ?), '/') = 0"_s);
    // SQLite counts code points, and QString doesn't.
    const auto rest = static_cast<int>(supplier.toUcs4().size()) + 2;
    query.addBindValue(rest);
    query.addBindValue(QString(supplier + u'/'));
    query.addBindValue(QString(supplier + u'0'));
    query.addBindValue(rest);
    return query.exec() && query.next() ? query.value(0).toLongLong() : 0;
}

bool JournalReader::hasOnlyFailed(const QString &supplier, qint64 sequence) const
{
    QSqlQuery query = m_file->query();
    query.prepare(u"SELECT count(*), sum(coalesce(outcome, 'unknown') = 'failed') FROM exchanges LEFT JOIN replies ON "
                  u"exchange = id "
                  "WHERE operation = 'post-performance' AND subject = ?"_s);
    query.addBindValue(partners::MessageTarget::nameOf(supplier, sequence));
    return query.exec() && query.next() && query.value(0).toInt() > 0
        && query.value(0).toInt() == query.value(1).toInt();
}

namespace {

RunRecord runOf(const QSqlQuery &row)
{
    return {row.value(0).toLongLong(), row.value(1).toString(), moment(row.value(2)), row.value(3).toString(),
        row.value(4).toString(), row.value(5).toString()};
}

} // namespace

std::vector<RunRecord> JournalReader::runs(int limit) const
{
    std::vector<RunRecord> runs;
    QSqlQuery query = m_file->query();
    if (query.exec(
            u"SELECT number, name, started, environment, operation, options FROM runs ORDER BY number DESC LIMIT %1"_s
                .arg(limit))) {
        while (query.next())
            runs.push_back(runOf(query));
    }
    return runs;
}

std::optional<RunRecord> JournalReader::run(const QString &name) const
{
    QSqlQuery query = m_file->query();
    query.prepare(u"SELECT number, name, started, environment, operation, options FROM runs WHERE name = ?"_s);
    query.addBindValue(name);
    if (!query.exec() || !query.next())
        return std::nullopt;
    return runOf(query);
}

std::vector<RunItem> JournalReader::items(qint64 run) const
{
    std::vector<RunItem> items;
    std::vector<qint64> lastEnded;
    QSqlQuery query = m_file->query();
    query.setForwardOnly(true);
    query.prepare(u"SELECT position, id, file, place, transaction_id, expectation, outcome, message, status, attempts, "
                  u"elapsed, exchange, %1 FROM items WHERE run = ? ORDER BY position"_s.arg(
                      m_file->hasErrorPaths() ? u"error_path"_s : u"NULL"_s));
    query.addBindValue(run);
    if (query.exec()) {
        while (query.next()) {
            items.push_back({query.value(0).toInt(), query.value(1).toString(), query.value(2).toString(),
                query.value(3).toInt(), query.value(4).toString(), query.value(5).toString(), query.value(6).toString(),
                query.value(7).toString(), query.value(8).toInt(), query.value(9).toInt(), query.value(10).toLongLong(),
                0, query.value(12).toString()});
            lastEnded.push_back(query.value(11).toLongLong());
        }
    }
    // What was begun after that and has no end was on its way, whatever the item came to before.
    query.prepare(u"SELECT id, positions FROM exchanges LEFT JOIN replies ON exchange = id "
                  "WHERE id > (SELECT first FROM runs WHERE number = ?) AND run = ? AND exchange IS NULL"_s);
    query.addBindValue(run);
    query.addBindValue(run);
    if (query.exec()) {
        while (query.next()) {
            for (const QString &position : query.value(1).toString().split(u',', Qt::SkipEmptyParts)) {
                const auto place = static_cast<std::size_t>(position.toInt());
                if (place >= items.size() || query.value(0).toLongLong() < lastEnded[place])
                    continue;
                items[place].exchange = query.value(0).toLongLong();
                items[place].outcome.clear();
            }
        }
    }
    return items;
}

QStringList JournalReader::environments() const
{
    QStringList names;
    QSqlQuery query = m_file->query();
    if (query.exec(u"SELECT DISTINCT environment FROM exchanges WHERE environment <> '' ORDER BY 1"_s)) {
        while (query.next())
            names << query.value(0).toString();
    }
    return names;
}

JournalReader::Dropped JournalReader::dropped() const
{
    QSqlQuery query = m_file->query();
    if (!query.exec(u"SELECT coalesce(sum(count), 0), max(up_to) FROM dropped"_s) || !query.next())
        return {};
    return {query.value(0).toLongLong(), moment(query.value(1))};
}

} // namespace marquee::exchange
