// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/FileGlances.h"

#include "workspace/Files.h"
#include "workspace/OpenDocument.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <mutex>
#include <utility>

namespace marquee::workspace {

namespace {

constexpr int BatchMs = 40;
constexpr qsizetype MostKnown = 4 * FolderListing::MostFiles; // files of folders that were left

bool isSame(const rules::RuleSet &rules, const rules::Severities &a, const rules::Severities &b)
{
    using rules::Severity;
    return std::all_of(rules.all().begin(), rules.all().end(), [&](const auto &rule) {
        return a.isMuted(*rule) == b.isMuted(*rule) && a.of(*rule, Severity::Error) == b.of(*rule, Severity::Error)
            && a.of(*rule, Severity::Hint) == b.of(*rule, Severity::Hint);
    });
}

FileGlance lookInto(const FolderFile &file, const rules::Rulebook &book, const rules::Severities &severities)
{
    FileGlance glance;
    glance.file = file;
    const auto bytes = readFile(file.path);
    if (!bytes)
        return glance;
    const auto document = OpenDocument::read(book, *bytes, OpenDocument::Origin::File, severities);
    glance.kind = document->kind();
    glance.counts = document->counts();
    if (document->isPayload())
        glance.alid = QString::fromStdString(document->payload().root().member("avail").member("ALID").string());
    return glance;
}

} // namespace

/// What the threads share with the window's.
struct FileGlances::Work
{
    std::mutex mutex;
    std::deque<FolderFile> files; ///< that wait
    std::vector<FileGlance> done; ///< that nobody was told of
    int generation = 0; ///< looks of an earlier one aren't told
    int running = 0; ///< threads
    bool isAwake = false; ///< the window's thread knows that there is something
    rules::Rulebook book;
    std::shared_ptr<const rules::Severities> severities;

    /// Looks into what waits until nothing does. `wake` is called when there is something to tell.
    void run(const std::function<void()> &wake)
    {
        std::unique_lock lock(mutex);
        while (!files.empty()) {
            const FolderFile file = std::move(files.front());
            files.pop_front();
            const int mine = generation;
            const auto holds = severities;
            lock.unlock();
            FileGlance glance = lookInto(file, book, *holds);
            lock.lock();
            if (mine != generation)
                continue;
            done.push_back(std::move(glance));
            if (!std::exchange(isAwake, true))
                wake();
        }
        --running;
    }
};

FileGlances::FileGlances(rules::Rulebook book, int threads, QObject *parent)
    : QObject(parent)
    , m_work(std::make_shared<Work>())
    , m_threads(threads)
{
    m_work->book = std::move(book);
    m_work->severities = std::make_shared<const rules::Severities>();
    m_pool.setMaxThreadCount(threads);
    m_pool.setThreadPriority(QThread::LowPriority);
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &FileGlances::deliver);
}

FileGlances::~FileGlances()
{
    cancel();
    m_pool.waitForDone();
}

bool FileGlances::setSeverities(const rules::Severities &severities)
{
    if (isSame(*m_work->book.rules, *m_work->severities, severities)) // only this thread sets them
        return false;
    cancel();
    const std::scoped_lock lock(m_work->mutex);
    m_work->severities = std::make_shared<const rules::Severities>(severities);
    m_known.clear();
    return true;
}

void FileGlances::look(const std::vector<FolderFile> &files)
{
    const std::scoped_lock lock(m_work->mutex);
    m_work->files.insert(m_work->files.end(), files.begin(), files.end());
    m_waiting += static_cast<int>(files.size());
    const int wanted
        = static_cast<int>(std::min<std::size_t>(m_work->files.size(), static_cast<std::size_t>(m_threads)));
    for (; m_work->running < wanted; ++m_work->running) {
        m_pool.start([this, work = m_work] {
            work->run([this] { QMetaObject::invokeMethod(this, &FileGlances::wake, Qt::QueuedConnection); });
        });
    }
}

void FileGlances::cancel()
{
    const std::scoped_lock lock(m_work->mutex);
    ++m_work->generation;
    m_work->files.clear();
    m_work->done.clear();
    m_work->isAwake = false;
    m_waiting = 0;
    m_next.stop();
}

const FileGlance *FileGlances::known(const FolderFile &file) const
{
    const auto at = m_known.constFind(file.path);
    const bool holds = at != m_known.constEnd() && at->file.size == file.size && at->file.changedMs == file.changedMs;
    return holds ? &*at : nullptr;
}

void FileGlances::wake()
{
    if (!m_next.isActive())
        m_next.start(BatchMs);
}

void FileGlances::deliver()
{
    std::vector<FileGlance> glances;
    {
        const std::scoped_lock lock(m_work->mutex);
        auto &done = m_work->done;
        const auto most = done.begin() + std::min<std::ptrdiff_t>(MostInBatch, std::distance(done.begin(), done.end()));
        glances.assign(std::make_move_iterator(done.begin()), std::make_move_iterator(most));
        done.erase(done.begin(), most);
        m_work->isAwake = !done.empty();
        if (m_work->isAwake)
            m_next.start(0);
    }
    if (glances.empty())
        return;
    if (m_known.size() > MostKnown)
        m_known.clear();
    for (const FileGlance &glance : glances)
        m_known.insert(glance.file.path, glance);
    m_waiting -= static_cast<int>(glances.size());
    Q_EMIT found(glances);
}

} // namespace marquee::workspace
