// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/Reading.h"
#include "inventory/Record.h"
#include "payload/Change.h"
#include "rules/Validator.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <memory>
#include <vector>

namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::inventory {

/// The windows of all avails among some files. Files are read on two threads; a file that is as it was isn't read
/// again. An open document stands for its file, with what is edited and not saved. Everything here is called, and
/// tells, on one thread: the window's.
///
/// Rows change together, a few times a second at most, right before `changed`; what is read in between is kept aside.
class Inventory : public QObject
{
    Q_OBJECT

public:
    explicit Inventory(rules::Rulebook book, rules::Clock clock = rules::systemClock, QObject *parent = nullptr);
    ~Inventory() override;

    const rules::Rulebook &rulebook() const { return m_book; }
    const rules::Clock &clock() const { return m_clock; }

    /// These files, and no others. Those that are known already are looked at and, where they changed, read again.
    /// Names are told from `folder`; those of files elsewhere are their paths.
    void setFiles(const QStringList &files, const QString &folder = {});
    /// The file changed. One that isn't listed is left alone.
    void refresh(const QString &path);
    /// What the workspace says of single rules. Everything is read again.
    void setSeverities(const rules::Severities &severities);
    /// This document stands for its file, for as long as it is open.
    void follow(workspace::OpenDocument *document);
    workspace::OpenDocument *openAt(const QString &path) const; ///< null where the file isn't open

    /// Reads no further. What is known stays; `readOn` reads the rest.
    void cancel();
    void readOn();
    bool isReading() const { return m_pending > 0; }
    /// Nothing is being read, and everything that was read or edited is in its rows.
    bool isSettled() const { return m_pending == 0 && !m_settle.isActive(); }
    bool isCancelled() const { return m_cancelled; }
    int done() const { return m_total - m_pending; } ///< files of those that are to be looked at
    int total() const { return m_total; }

    /// By path. Those that aren't avails have no windows.
    const std::vector<std::unique_ptr<Listed>> &documents() const { return m_documents; }
    const Texts &texts() const { return m_texts; }
    std::uint32_t windowCount() const { return m_windows; }
    std::uint32_t availCount() const { return m_avails; } ///< documents with isAvail
    std::uint32_t lastKey() const { return m_lastKey; } ///< of all records
    std::uint64_t revision() const { return m_revision; } ///< another one after each `changed`
    const Record &record(Row row) const { return m_documents[row.document]->windows[row.window]; }
    /// What a column says; empty for problems.
    TextId text(Row row, Column column) const;

    /// Puts records in place of a document's without a file, for measuring. The document is added where it isn't
    /// listed.
    void put(const QString &path, const Reading &reading);

Q_SIGNALS:
    void changed();
    void progressed(int done, int total);

private:
    struct Followed
    {
        QString path;
        QSet<std::uint32_t> touched; ///< windows to be read again
        bool isWhole = true; ///< all of it is
        bool isDirty = true;
        bool isBeingRead = false; ///< on another thread
    };
    struct Result
    {
        QString path;
        std::shared_ptr<Reading> reading; ///< null: the file is as it was
        qint64 size = 0;
        qint64 changedMs = 0;
        const workspace::OpenDocument *document = nullptr; ///< it was read from; a name, not to be used
    };

    Listed *find(const QString &path) const;
    void insert(const QString &path);
    QString nameOf(const QString &path) const;
    void look(const Listed &listed);
    void readSnapshot(workspace::OpenDocument *document);
    void take(const Result &result);
    void replace(Listed &listed, const Reading &reading);
    void keepKeys(const std::vector<Record> &before, std::vector<Record> &after);
    void release(Record &record);
    void clear(Listed &listed);
    void noteChange(workspace::OpenDocument *document, const payload::Change &change);
    void noteWhole(workspace::OpenDocument *document);
    void notePath(workspace::OpenDocument *document);
    void forget(const workspace::OpenDocument *document);
    bool readFollowed(workspace::OpenDocument *document, Followed &followed);
    bool readTouched(const workspace::OpenDocument &document, const Followed &followed, Listed &listed);
    void settleSoon();
    void settle();
    void tellChange();

    rules::Rulebook m_book;
    rules::Clock m_clock;
    rules::Severities m_severities;
    QString m_folder;
    Texts m_texts;
    std::vector<std::unique_ptr<Listed>> m_documents;
    QHash<workspace::OpenDocument *, Followed> m_followed;
    std::vector<Result> m_results; ///< read, and not in their places yet
    bool m_filesChanged = false;
    QTimer m_settle;
    std::uint32_t m_windows = 0;
    std::uint32_t m_avails = 0;
    std::uint32_t m_lastKey = 0;
    std::uint64_t m_revision = 1;
    int m_pending = 0;
    int m_total = 0;
    bool m_cancelled = false;
    std::shared_ptr<std::atomic<int>> m_generation; ///< readings of an earlier one end early
    QThreadPool m_readers;
};

} // namespace marquee::inventory
