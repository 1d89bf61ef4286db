// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/FindInFiles.h"

#include "workspace/FolderSources.h"
#include "workspace/Handover.h"
#include "workspace/OpenDocuments.h"

#include <QElapsedTimer>

#include <functional>
#include <utility>

namespace marquee::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr int BatchMs = 60; // between two batches
constexpr int HitsInBatch = 400;

} // namespace

/// One search: what the thread shares with the window's.
struct FindInFiles::Search
{
    Search(rules::Rulebook rules, FindQuery wanted, std::function<void()> wake)
        : book(std::move(rules))
        , query(std::move(wanted))
        , handover(std::move(wake))
    {
    }

    const rules::Rulebook book;
    const FindQuery query;
    QString folder;
    std::vector<FolderSource> open;
    Handover<FoundDocument, FindState> handover;

    void run();
    void look(const FolderSource &source, FindMatcher &matcher, FindState &now, std::vector<FoundDocument> &waiting);
};

void FindInFiles::Search::look(
    const FolderSource &source, FindMatcher &matcher, FindState &now, std::vector<FoundDocument> &waiting)
{
    ++now.looked;
    const auto text = bytesOf(source, LargestFile);
    if (!text) {
        ++now.unread;
        return;
    }
    auto hits = matcher.find(*text, MostHits - now.hits + 1); // one more than there may be tells of more
    if (static_cast<int>(hits.size()) > MostHits - now.hits) {
        hits.pop_back();
        now.isCut = true;
    }
    if (hits.empty())
        return;
    now.hits += static_cast<int>(hits.size());
    ++now.found;
    waiting.push_back({source.path, source.name, source.document, std::move(hits)});
}

void FindInFiles::Search::run()
{
    const FolderSources sources = sourcesOf(folder, std::move(open), [this] { return !handover.isUnwanted(); });
    FindMatcher matcher(book, query);
    FindState now;
    now.isCut = sources.isCut;
    now.documents = static_cast<int>(sources.all.size());
    std::vector<FoundDocument> waiting;
    int told = 0; // hits
    QElapsedTimer since;
    since.start();
    for (const FolderSource &source : sources.all) {
        if (handover.isUnwanted() || now.hits >= MostHits) {
            now.isCut = now.isCut || now.hits >= MostHits;
            break;
        }
        look(source, matcher, now, waiting);
        if (since.elapsed() >= BatchMs || now.hits - told >= HitsInBatch) {
            handover.tell(now, waiting, false);
            told = now.hits;
            since.restart();
        }
    }
    handover.tell(now, waiting, true);
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
        m_search->handover.abandon();
    m_pool.waitForDone();
}

void FindInFiles::start(const FindQuery &query)
{
    if (m_search)
        m_search->handover.abandon();
    m_query = query;
    m_state = {};
    m_isRunning = true;
    const int mine = ++m_generation;
    m_search = std::make_shared<Search>(m_book, query, [this, mine] {
        QMetaObject::invokeMethod(
            this, [this, mine] { take(mine); }, Qt::QueuedConnection);
    });
    m_search->folder = m_folder;
    m_search->open = openSources(m_documents);
    Q_EMIT started();
    m_pool.start([search = m_search] { search->run(); });
}

void FindInFiles::cancel()
{
    if (!m_isRunning)
        return;
    m_search->handover.abandon();
    ++m_generation;
    m_isRunning = false;
    m_state.isCancelled = true;
    Q_EMIT finished();
}

void FindInFiles::take(int generation)
{
    if (generation != m_generation)
        return;
    const auto taken = m_search->handover.take();
    m_state = taken.state;
    if (!taken.found.empty())
        Q_EMIT found(taken.found);
    if (generation != m_generation)
        return; // whoever heard of it began another
    m_isRunning = !taken.isDone;
    Q_EMIT progressed();
    if (taken.isDone)
        Q_EMIT finished();
}

} // namespace marquee::workspace
