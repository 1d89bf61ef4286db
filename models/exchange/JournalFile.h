// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/JournalRecords.h"
#include "payload/Error.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace marquee::exchange {

// The journal's file, shared by its writer and its readers; not for others.

constexpr int JournalVersion = 1;

/// A connection to the file, for one thread.
class JournalFile
{
public:
    /// `forWriting` makes the file and its tables where there are none.
    static Expected<std::unique_ptr<JournalFile>> open(const QString &path, bool forWriting);
    ~JournalFile();

    QSqlDatabase database() const { return QSqlDatabase::database(m_name, false); }
    Expected<void> run(const QString &sql) const;
    /// The items' column of error paths came later: a file that nobody wrote to since lacks it.
    bool hasErrorPaths() const;
    QSqlQuery query() const { return QSqlQuery(database()); }

private:
    explicit JournalFile(QString name)
        : m_name(std::move(name))
    {
    }
    QString m_name;
};

/// What SQLite says, as an error with what to do.
Error journalError(const QSqlError &error);

QByteArray headersToText(const HeaderList &headers);
HeaderList headersFromText(const QByteArray &text);

} // namespace marquee::exchange
