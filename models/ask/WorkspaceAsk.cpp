// SPDX-License-Identifier: GPL-3.0-or-later
#include "ask/WorkspaceAsk.h"

#include "payload/Document.h"
#include "workspace/Files.h"
#include "workspace/FolderScan.h"
#include "workspace/OpenDocuments.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QHash>

#include <atomic>
#include <functional>
#include <mutex>
#include <utility>

namespace marquee::ask {

using workspace::OpenDocument;

namespace {

constexpr int BatchMs = 60; // between two batches

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
    const QString front = folder.endsWith(u'/') ? folder : QString(folder + u'/');
    const bool isInside = !folder.isEmpty() && path.startsWith(front);
    return workspace::withoutPayloadEnding(isInside ? path.mid(front.size()) : QFileInfo(path).fileName());
}

} // namespace

/// One question: what the thread shares with the window's.
struct WorkspaceAsk::Work
{
    rules::Rulebook book;
    Question question;
    QString folder;
    std::vector<Source> open;
    std::atomic<bool> isUnwanted = false;
    std::function<void()> wake; ///< there is something to take

    std::mutex mutex;
    std::vector<AskedDocument> found;
    AskState state;
    bool isAwake = false;
    bool isDone = false;

    std::vector<Source> sources(AskState &now);
    void run();
    void look(const Source &source, AskState &now, std::vector<AskedDocument> &waiting);
    void tell(const AskState &now, std::vector<AskedDocument> &documents, bool isLast);
};

/// Open documents at their places among the files; those without a file, and from elsewhere, behind.
std::vector<Source> WorkspaceAsk::Work::sources(AskState &now)
{
    std::vector<Source> all;
    QHash<QString, std::size_t> places;
    const QString real = folder.isEmpty() ? QString() : QFileInfo(folder).canonicalFilePath();
    if (!real.isEmpty()) {
        const workspace::FolderListing listing = workspace::listFolder(real, [this] { return !isUnwanted; });
        for (const workspace::FolderFile &file : listing.files) {
            places.insert(file.path, all.size());
            all.push_back({file.path, nameIn(real, file.path), std::nullopt, nullptr, file.size});
        }
        now.isCut = listing.cut;
    }
    for (Source &source : open) {
        if (!source.path.isEmpty())
            source.name = nameIn(real, source.path);
        if (const auto at = places.constFind(source.path); at != places.constEnd())
            all[*at] = source;
        else
            all.push_back(source);
    }
    return all;
}

void WorkspaceAsk::Work::look(const Source &source, AskState &now, std::vector<AskedDocument> &waiting)
{
    ++now.looked;
    if (!source.text && source.size > LargestFile) {
        ++now.unread;
        return;
    }
    auto bytes = source.text ? Expected<QByteArray>(source.text->toByteArray()) : workspace::readFile(source.path);
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
    const std::vector<Source> all = sources(now);
    now.documents = static_cast<int>(all.size());
    std::vector<AskedDocument> waiting;
    QElapsedTimer since;
    since.start();
    for (const Source &source : all) {
        if (isUnwanted)
            break;
        if (now.avails >= MostAvails) {
            now.isCut = true;
            break;
        }
        look(source, now, waiting);
        if (since.elapsed() >= BatchMs) {
            tell(now, waiting, false);
            since.restart();
        }
    }
    tell(now, waiting, true);
}

void WorkspaceAsk::Work::tell(const AskState &now, std::vector<AskedDocument> &documents, bool isLast)
{
    const std::scoped_lock lock(mutex);
    found.insert(found.end(), std::make_move_iterator(documents.begin()), std::make_move_iterator(documents.end()));
    documents.clear();
    state = now;
    isDone = isLast;
    if (!std::exchange(isAwake, true))
        wake();
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
        m_work->isUnwanted = true;
    m_pool.waitForDone();
}

void WorkspaceAsk::start(const Question &question)
{
    if (m_work)
        m_work->isUnwanted = true;
    m_question = question;
    m_state = {};
    m_isRunning = true;
    m_work = std::make_shared<Work>();
    m_work->book = m_book;
    m_work->question = question;
    m_work->folder = m_folder;
    for (OpenDocument *document : m_documents.all()) {
        document->finishTyping();
        m_work->open.push_back({document->path(), document->name(), document->textToSave(), document, 0});
    }
    const int mine = ++m_generation;
    m_work->wake = [this, mine] {
        QMetaObject::invokeMethod(
            this, [this, mine] { take(mine); }, Qt::QueuedConnection);
    };
    Q_EMIT started();
    m_pool.start([work = m_work] { work->run(); });
}

void WorkspaceAsk::cancel()
{
    if (!m_isRunning)
        return;
    m_work->isUnwanted = true;
    ++m_generation;
    m_isRunning = false;
    m_state.isCancelled = true;
    Q_EMIT finished();
}

void WorkspaceAsk::take(int generation)
{
    if (generation != m_generation)
        return;
    std::vector<AskedDocument> documents;
    bool isDone = false;
    {
        const std::scoped_lock lock(m_work->mutex);
        documents.swap(m_work->found);
        m_state = m_work->state;
        m_work->isAwake = false;
        isDone = m_work->isDone;
    }
    if (!documents.empty())
        Q_EMIT answered(documents);
    if (generation != m_generation)
        return; // whoever heard of it began another
    m_isRunning = !isDone;
    Q_EMIT progressed();
    if (isDone)
        Q_EMIT finished();
}

} // namespace marquee::ask
