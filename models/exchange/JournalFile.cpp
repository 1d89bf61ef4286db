// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/JournalFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSqlError>

#include <atomic>

namespace marquee::exchange {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Journal", text);
}

Error newer(const QString &path)
{
    Error error;
    error.code = Error::Code::Invalid;
    error.message = tr("The journal “%1” was written by a newer version of this program.").arg(path);
    error.nextStep = tr("Use that version, or move the file away.");
    return error;
}

// A row of its own for the reply: adding at the end is cheaper than making a row in the middle longer.
const char *const tables[] = {
    "CREATE TABLE IF NOT EXISTS exchanges (id INTEGER PRIMARY KEY, started INTEGER NOT NULL, "
    "process INTEGER NOT NULL, environment TEXT, operation TEXT, document TEXT, subject TEXT, method TEXT, url TEXT, "
    "request_headers BLOB, request_body BLOB, run INTEGER, positions TEXT, settles INTEGER, cut INTEGER)",

    "CREATE TABLE IF NOT EXISTS replies (exchange INTEGER PRIMARY KEY, ended INTEGER, outcome TEXT, message TEXT, "
    "status INTEGER, attempts INTEGER, elapsed INTEGER, sent INTEGER, received INTEGER, request_id TEXT, "
    "reply_headers BLOB, reply_body BLOB, problem TEXT, reply_cut INTEGER)",

    "CREATE TABLE IF NOT EXISTS runs (number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE NOT NULL, "
    "started INTEGER NOT NULL, environment TEXT, operation TEXT, options TEXT, first INTEGER)",

    "CREATE TABLE IF NOT EXISTS items (run INTEGER NOT NULL, position INTEGER NOT NULL, id TEXT, file TEXT, "
    "place INTEGER, transaction_id TEXT, expectation TEXT, outcome TEXT, message TEXT, status INTEGER, "
    "attempts INTEGER, elapsed INTEGER, exchange INTEGER, PRIMARY KEY (run, position)) WITHOUT ROWID",

    "CREATE TABLE IF NOT EXISTS dropped (at INTEGER NOT NULL, count INTEGER NOT NULL, up_to INTEGER NOT NULL, "
    "reason TEXT NOT NULL)",

    // By what a callback finds its message again.
    "CREATE INDEX IF NOT EXISTS messages ON exchanges (subject) WHERE operation = 'post-performance'",

    "PRAGMA user_version = 1", // JournalVersion
};

} // namespace

Error journalError(const QSqlError &error)
{
    Error result;
    result.code = Error::Code::WriteFailed;
    result.message = tr("The journal can't be written: %1.")
                         .arg(error.databaseText().isEmpty() ? error.driverText() : error.databaseText());
    result.nextStep
        = tr("Nothing is sent that isn't in the journal. Free some space where it is, or look at its permissions.");
    return result;
}

Expected<std::unique_ptr<JournalFile>> JournalFile::open(const QString &path, bool forWriting)
{
    static std::atomic<int> last = 0;
    if (forWriting)
        QDir().mkpath(QFileInfo(path).path());
    std::unique_ptr<JournalFile> file(new JournalFile(u"marquee-journal-%1"_s.arg(++last)));
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, file->m_name);
    database.setDatabaseName(path);
    database.setConnectOptions(
        forWriting ? u"QSQLITE_BUSY_TIMEOUT=30000"_s : u"QSQLITE_BUSY_TIMEOUT=30000;QSQLITE_OPEN_READONLY"_s);
    if (!database.open())
        return tl::unexpected(journalError(database.lastError()));
    QSqlQuery version(database);
    if (version.exec(u"PRAGMA user_version"_s) && version.next() && version.value(0).toInt() > JournalVersion)
        return tl::unexpected(newer(path));
    version.finish();
    if (!forWriting)
        return file;
    for (const QString &pragma :
        {u"PRAGMA auto_vacuum = INCREMENTAL"_s, u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s}) {
        if (const auto done = file->run(pragma); !done)
            return tl::unexpected(done.error());
    }
    // Several processes may find the file new at once; one makes the tables, the others wait and find them.
    if (const auto begun = file->run(u"BEGIN IMMEDIATE"_s); !begun)
        return tl::unexpected(begun.error());
    for (const char *table : tables) {
        if (const auto done = file->run(QString::fromLatin1(table)); !done)
            return tl::unexpected(done.error());
    }
    // Programs that don't know the column can still read and write the file, so its version stays.
    if (!file->hasErrorPaths()) {
        if (const auto done = file->run(u"ALTER TABLE items ADD COLUMN error_path TEXT"_s); !done)
            return tl::unexpected(done.error());
    }
    if (const auto done = file->run(u"COMMIT"_s); !done)
        return tl::unexpected(done.error());
    // Only the owner may read what was exchanged.
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    return file;
}

JournalFile::~JournalFile()
{
    database().close();
    QSqlDatabase::removeDatabase(m_name);
}

Expected<void> JournalFile::run(const QString &sql) const
{
    QSqlQuery statement(database());
    if (!statement.exec(sql))
        return tl::unexpected(journalError(statement.lastError()));
    return {};
}

bool JournalFile::hasErrorPaths() const
{
    QSqlQuery columns(database());
    if (!columns.exec(u"PRAGMA table_info(items)"_s))
        return false;
    while (columns.next()) {
        if (columns.value(1).toString() == u"error_path"_s)
            return true;
    }
    return false;
}

QByteArray headersToText(const HeaderList &headers)
{
    QByteArray text;
    for (const auto &[name, value] : headers)
        text += name + ": " + QByteArray(value).replace('\n', ' ').replace('\r', ' ') + '\n';
    return text;
}

HeaderList headersFromText(const QByteArray &text)
{
    HeaderList headers;
    for (const QByteArray &line : text.split('\n')) {
        const qsizetype colon = line.indexOf(": ");
        if (colon > 0)
            headers.emplace_back(line.left(colon), line.mid(colon + 2));
    }
    return headers;
}

} // namespace marquee::exchange
