// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/FindInFiles.h"

#include "workspace/Files.h"
#include "workspace/FolderScan.h"
#include "workspace/OpenDocuments.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>
#include <atomic>
#include <functional>
#include <mutex>
#include <utility>

namespace marquee::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr int BatchMs = 60; // between two batches
constexpr int HitsInBatch = 400;

/// What is to be looked into.
struct Source
{
    QString path;
    QString name;
    std::optional<payload::Text> text; ///< where it is open
    QPointer<OpenDocument> document;
    qint64 size = 0;
};

QString nameIn(const QString &folder, const QString &path)
{
    QString name = path;
    if (!folder.isEmpty() && path.startsWith(folder + (folder.endsWith(u'/') ? QString() : u"/"_s)))
        name = path.mid(folder.size() + (folder.endsWith(u'/') ? 0 : 1));
    else
        name = QFileInfo(path).fileName();
    return withoutPayloadEnding(name);
}

} // namespace

/// One search: what the thread shares with the window's.
struct FindInFiles::Search
{
    rules::Rulebook book;
    FindQuery query;
    QString folder;
    std::vector<Source> open;
    std::atomic<bool> isUnwanted = false;
    std::function<void()> wake; ///< there is something to take

    std::mutex mutex;
    std::vector<FoundDocument> found;
    FindState state;
    bool isAwake = false;
    bool isDone = false;

    std::vector<Source> sources();
    void run();
    void tell(const FindState &now, std::vector<FoundDocument> &documents, bool isLast);
};

/// Open documents at their places among the files; those without a file, and from elsewhere, behind.
std::vector<Source> FindInFiles::Search::sources()
{
    std::vector<Source> all;
    const QString real = folder.isEmpty() ? QString() : QFileInfo(folder).canonicalFilePath();
    if (!real.isEmpty()) {
        const FolderListing listing = listFolder(real, [this] { return !isUnwanted; });
        for (const FolderFile &file : listing.files)
            all.push_back({file.path, nameIn(real, file.path), std::nullopt, nullptr, file.size});
        const std::scoped_lock lock(mutex);
        state.isCut = listing.cut;
    }
    for (Source &source : open) {
        const auto at = std::find_if(all.begin(), all.end(),
            [&source](const Source &file) { return !source.path.isEmpty() && file.path == source.path; });
        if (!source.path.isEmpty())
            source.name = nameIn(real, source.path);
        if (at != all.end())
            *at = source;
        else
            all.push_back(source);
    }
    return all;
}

void FindInFiles::Search::run()
{
    const std::vector<Source> all = sources();
    FindMatcher matcher(book, query);
    FindState now = state;
    now.documents = static_cast<int>(all.size());
    std::vector<FoundDocument> waiting;
    int waitingHits = 0;
    QElapsedTimer since;
    since.start();
    for (const Source &source : all) {
        if (isUnwanted || now.hits >= MostHits) {
            now.isCut = now.isCut || now.hits >= MostHits;
            break;
        }
        auto text = source.text         ? Expected<QByteArray>(source.text->toByteArray())
            : source.size > LargestFile ? Expected<QByteArray>(tl::unexpected(Error()))
                                        : readFile(source.path);
        ++now.looked;
        if (!text) {
            ++now.unread;
        } else {
            auto hits = matcher.find(*text, MostHits - now.hits + 1); // one more than there may be tells of more
            if (static_cast<int>(hits.size()) > MostHits - now.hits) {
                hits.pop_back();
                now.isCut = true;
            }
            now.hits += static_cast<int>(hits.size());
            waitingHits += static_cast<int>(hits.size());
            if (!hits.empty()) {
                ++now.found;
                waiting.push_back({source.path, source.name, source.document, std::move(hits)});
            }
        }
        if (since.elapsed() >= BatchMs || waitingHits >= HitsInBatch) {
            tell(now, waiting, false);
            waitingHits = 0;
            since.restart();
        }
    }
    tell(now, waiting, true);
}

void FindInFiles::Search::tell(const FindState &now, std::vector<FoundDocument> &documents, bool isLast)
{
    const std::scoped_lock lock(mutex);
    found.insert(found.end(), std::make_move_iterator(documents.begin()), std::make_move_iterator(documents.end()));
    documents.clear();
    state = now;
    isDone = isLast;
    if (!std::exchange(isAwake, true))
        wake();
}

FindInFiles::FindInFiles(rules::Rulebook book, OpenDocuments &documents, QObject *parent)
    : QObject(parent)
    , m_book(std::move(book))
    , m_documents(documents)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority);
}

FindInFiles::~FindInFiles()
{
    if (m_search)
        m_search->isUnwanted = true;
    m_pool.waitForDone();
}

void FindInFiles::start(const FindQuery &query)
{
    if (m_search)
        m_search->isUnwanted = true;
    m_query = query;
    m_state = {};
    m_isRunning = true;
    m_search = std::make_shared<Search>();
    m_search->book = m_book;
    m_search->query = query;
    m_search->folder = m_folder;
    for (OpenDocument *document : m_documents.all()) {
        document->finishTyping();
        m_search->open.push_back({document->path(), document->name(), document->textToSave(), document, 0});
    }
    const int mine = ++m_generation;
    m_search->wake = [this, mine] {
        QMetaObject::invokeMethod(
            this, [this, mine] { take(mine); }, Qt::QueuedConnection);
    };
    Q_EMIT started();
    m_pool.start([search = m_search] { search->run(); });
}

void FindInFiles::cancel()
{
    if (!m_isRunning)
        return;
    m_search->isUnwanted = true;
    ++m_generation;
    m_isRunning = false;
    m_state.isCancelled = true;
    Q_EMIT finished();
}

void FindInFiles::take(int generation)
{
    if (generation != m_generation)
        return;
    std::vector<FoundDocument> documents;
    bool isDone = false;
    {
        const std::scoped_lock lock(m_search->mutex);
        documents.swap(m_search->found);
        m_state = m_search->state;
        m_search->isAwake = false;
        isDone = m_search->isDone;
    }
    if (!documents.empty())
        Q_EMIT found(documents);
    if (generation != m_generation)
        return; // whoever heard of it began another
    m_isRunning = !isDone;
    Q_EMIT progressed();
    if (isDone)
        Q_EMIT finished();
}

} // namespace marquee::workspace
