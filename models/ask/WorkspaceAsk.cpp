// SPDX-License-Identifier: GPL-3.0-or-later
#include "ask/WorkspaceAsk.h"

#include "payload/Document.h"
#include "workspace/FolderSources.h"
#include "workspace/Handover.h"
#include "workspace/OpenDocuments.h"

#include <QElapsedTimer>

#include <atomic>
#include <functional>
#include <utility>

namespace marquee::ask {

using workspace::FolderSource;

namespace {

constexpr int BatchMs = 60; // between two batches

} // namespace

/// One question: what the thread shares with the window's.
struct WorkspaceAsk::Work
{
    Work(rules::Rulebook rules, Question asked, std::function<void()> wake)
        : book(std::move(rules))
        , question(std::move(asked))
        , handover(std::move(wake))
    {
    }

    const rules::Rulebook book;
    const Question question;
    QString folder;
    std::vector<FolderSource> open;
    workspace::Handover<AskedDocument, AskState> handover;
    std::atomic<bool> isUnwanted = false; ///< for who reads an avail; see Handover::abandon

    void abandon()
    {
        handover.abandon();
        isUnwanted = true;
    }
    void run();
    void look(const FolderSource &source, AskState &now, std::vector<AskedDocument> &waiting);
};

void WorkspaceAsk::Work::look(const FolderSource &source, AskState &now, std::vector<AskedDocument> &waiting)
{
    ++now.looked;
    auto bytes = workspace::bytesOf(source, LargestFile);
    auto document = bytes ? payload::Document::read(*bytes)
                          : Expected<std::unique_ptr<payload::Document>>(tl::unexpected(bytes.error()));
    if (!document) {
        ++now.unread;
        return;
    }
    auto answers = ask(**document, book, question, {MostWindows, &isUnwanted});
    const auto room = static_cast<std::size_t>(MostAvails - now.avails);
    if (answers.size() > room) {
        answers.resize(room);
        now.isCut = true;
    }
    if (answers.empty())
        return;
    now.avails += static_cast<int>(answers.size());
    for (const Answer &answer : answers)
        now.allowed += answer.isAllowed() ? 1 : 0;
    waiting.push_back({source.path, source.name, source.document, std::move(answers)});
}

void WorkspaceAsk::Work::run()
{
    AskState now;
    const workspace::FolderSources sources = workspace::sourcesOf(folder, std::move(open), [this] { return !isUnwanted; });
    now.isCut = sources.isCut;
    now.documents = static_cast<int>(sources.all.size());
    std::vector<AskedDocument> waiting;
    QElapsedTimer since;
    since.start();
    for (const FolderSource &source : sources.all) {
        if (isUnwanted)
            break;
        if (now.avails >= MostAvails) {
            now.isCut = true;
            break;
        }
        look(source, now, waiting);
        if (since.elapsed() >= BatchMs) {
            handover.tell(now, waiting, false);
            since.restart();
        }
    }
    handover.tell(now, waiting, true);
}

WorkspaceAsk::WorkspaceAsk(rules::Rulebook book, workspace::OpenDocuments &documents, QObject *parent)
    : QObject(parent)
    , m_book(std::move(book))
    , m_documents(documents)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority);
}

WorkspaceAsk::~WorkspaceAsk()
{
    if (m_work)
        m_work->abandon();
    m_pool.waitForDone();
}

void WorkspaceAsk::start(const Question &question)
{
    if (m_work)
        m_work->abandon();
    m_question = question;
    m_state = {};
    m_isRunning = true;
    const int mine = ++m_generation;
    m_work = std::make_shared<Work>(m_book, question, [this, mine] {
        QMetaObject::invokeMethod(
            this, [this, mine] { take(mine); }, Qt::QueuedConnection);
    });
    m_work->folder = m_folder;
    m_work->open = workspace::openSources(m_documents);
    Q_EMIT started();
    m_pool.start([work = m_work] { work->run(); });
}

void WorkspaceAsk::cancel()
{
    if (!m_isRunning)
        return;
    m_work->abandon();
    ++m_generation;
    m_isRunning = false;
    m_state.isCancelled = true;
    Q_EMIT finished();
}

void WorkspaceAsk::take(int generation)
{
    if (generation != m_generation)
        return;
    const auto taken = m_work->handover.take();
    m_state = taken.state;
    if (!taken.found.empty())
        Q_EMIT answered(taken.found);
    if (generation != m_generation)
        return; // whoever heard of it began another
    m_isRunning = !taken.isDone;
    Q_EMIT progressed();
    if (taken.isDone)
        Q_EMIT finished();
}

} // namespace marquee::ask
