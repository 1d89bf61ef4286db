// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/FindMatcher.h"
#include "workspace/OpenDocument.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <memory>
#include <vector>

namespace marquee::workspace {

class OpenDocuments;

/// What was found in one document.
struct FoundDocument
{
    QString path; ///< empty where the document has no file
    QString name; ///< for lists: its way from the folder, without ".json"
    QPointer<OpenDocument> document; ///< where it was open
    std::vector<FindHit> hits; ///< in the order of the text
};

/// How far a search is, or how it ended.
struct FindState
{
    int looked = 0; ///< documents that were looked into
    int documents = 0; ///< that there are; 0 while that isn't known
    int found = 0; ///< documents in which something was found
    int hits = 0;
    int unread = 0; ///< that couldn't be read, or are too large
    bool isCut = false; ///< there are more hits, or more files, than a search goes through
    bool isCancelled = false;
};

/// Finds something in all documents: in the files of a folder, and in what is open, as it stands. Works on another
/// thread and tells what it finds in batches. One search at a time.
class FindInFiles : public QObject
{
    Q_OBJECT

public:
    static constexpr int MostHits = 10'000;
    /// Larger files aren't looked into.
    static constexpr qint64 LargestFile = 64 * 1024 * 1024;

    /// The documents have to outlive it.
    FindInFiles(rules::Rulebook book, OpenDocuments &documents, QObject *parent = nullptr);
    ~FindInFiles() override;

    void setFolder(const QString &folder) { m_folder = folder; } ///< empty: only what is open
    const QString &folder() const { return m_folder; }

    /// Begins anew; an earlier search ends without a word. `finished` follows.
    void start(const FindQuery &query);
    void cancel(); ///< `finished` follows, with what there is
    bool isRunning() const { return m_isRunning; }
    const FindQuery &query() const { return m_query; }
    const FindState &state() const { return m_state; }

Q_SIGNALS:
    void started();
    void found(const std::vector<marquee::workspace::FoundDocument> &documents);
    void progressed(); ///< state() is another
    void finished();

private:
    struct Search;
    void take(int generation);

    rules::Rulebook m_book;
    OpenDocuments &m_documents;
    QString m_folder;
    FindQuery m_query;
    FindState m_state;
    bool m_isRunning = false;
    int m_generation = 0;
    std::shared_ptr<Search> m_search;
    QThreadPool m_pool;
};

} // namespace marquee::workspace
