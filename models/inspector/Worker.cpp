// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/Worker.h"

#include <QThreadPool>

#include <mutex>
#include <utility>

namespace marquee::inspector {

namespace {

constexpr int Threads = 4; // one may hold a document while others wait for it

/// Shared by all, and left to the end of the program: whoever goes doesn't wait for what can't be stopped.
QThreadPool &pool()
{
    struct Pool : QThreadPool
    {
        Pool() { setMaxThreadCount(Threads); }
    };
    static Pool made;
    return made;
}

} // namespace

/// What both threads know of one piece of work.
struct Worker::Run
{
    std::atomic<bool> stop = false;
    std::mutex mutex;
    Worker *worker = nullptr; ///< null once nobody wants to hear of it
};

Worker::Worker(QObject *parent)
    : QObject(parent)
{
}

Worker::~Worker()
{
    blockSignals(true);
    stop();
}

void Worker::start(Work work)
{
    start(TellingWork([work = std::move(work)](Stop stopped, const Tell &) { return work(stopped); }));
}

void Worker::start(TellingWork work)
{
    stop();
    const auto run = std::make_shared<Run>();
    run->worker = this;
    m_run = run;
    // Posts what is to be done on the worker's thread; there, it is done only where the work is still wanted.
    const auto post = [run](Then then, bool isLast) {
        const std::scoped_lock lock(run->mutex);
        if (!run->worker)
            return;
        Worker *worker = run->worker;
        QMetaObject::invokeMethod(
            worker,
            [worker, run, then = std::move(then), isLast] {
                if (worker->m_run != run)
                    return;
                if (isLast)
                    worker->m_run.reset();
                if (then)
                    then();
                if (isLast)
                    Q_EMIT worker->runningChanged();
            },
            Qt::QueuedConnection);
    };
    pool().start([run, post, work = std::move(work)] {
        if (run->stop)
            return;
        Then then = work(run->stop, [&post](Then told) { post(std::move(told), false); });
        post(std::move(then), true);
    });
    Q_EMIT runningChanged();
}

void Worker::stop()
{
    if (!m_run)
        return;
    const auto run = std::exchange(m_run, nullptr);
    run->stop = true;
    {
        const std::scoped_lock lock(run->mutex);
        run->worker = nullptr;
    }
    Q_EMIT runningChanged();
}

} // namespace marquee::inspector
