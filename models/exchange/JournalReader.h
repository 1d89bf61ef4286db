// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/JournalRecords.h"
#include "payload/Error.h"

#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace marquee::exchange {

class JournalFile;

/// Which exchanges. Empty members don't filter.
struct JournalFilter
{
    QString environment;
    QString operation;
    QString outcome; ///< "unknown" finds those without an end too
    QString text; ///< in address, document, subject, message or either body; letter case of ASCII doesn't count in the
                  ///< former
    qint64 run = 0;
    qint64 before = 0; ///< rows with a smaller number only: the next page
    qint64 after = 0; ///< rows with a larger number only
    int limit = 100;
    bool withBodies = false;
};

/// Reads the journal, also while others write it. One thread; waits for the disk.
class JournalReader
{
public:
    /// NotFound where there is no journal yet.
    static Expected<std::unique_ptr<JournalReader>> open(const QString &path = {});
    ~JournalReader();

    std::vector<JournalRecord> list(const JournalFilter &filter) const; ///< the newest first
    std::optional<JournalRecord> find(qint64 id) const;

    /// The message that a supplier sent under a number, with its bodies: the one that was queued where several went out
    /// under it, else the one of which nobody knows, else the newest. Nothing where none was sent.
    std::optional<JournalRecord> findMessage(const QString &supplier, qint64 sequence) const;
    /// The largest number that the journal knows a message of this supplier by; 0: none.
    qint64 lastSequence(const QString &supplier) const;
    /// Something was sent under that number, and all of it surely never got there.
    bool hasOnlyFailed(const QString &supplier, qint64 sequence) const;

    std::vector<RunRecord> runs(int limit = 100) const; ///< the newest first
    std::optional<RunRecord> run(const QString &name) const;
    std::vector<RunItem> items(qint64 run) const; ///< by position

    QStringList environments() const; ///< all that something was sent to, by name

    /// What was dropped so far because it was too old, or the file too large.
    struct Dropped
    {
        qint64 count = 0;
        QDateTime upTo;
    };
    Dropped dropped() const;

private:
    explicit JournalReader(std::unique_ptr<JournalFile> file);
    std::unique_ptr<JournalFile> m_file;
};

/// Exchanges as an HTTP archive (HAR 1.2). Secrets are gone already: they never were in the journal.
QByteArray toHar(const std::vector<JournalRecord> &records);

} // namespace marquee::exchange
