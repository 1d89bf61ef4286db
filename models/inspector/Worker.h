// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>

namespace marquee::inspector {

/// One kind of work off the window's thread: starting it anew stops what was going on. What can't be stopped is
/// abandoned: it ends by itself, and nobody hears of it. Belongs to the thread that made it.
class Worker : public QObject
{
    Q_OBJECT

public:
    using Stop = const std::atomic<bool> &;
    /// What is done back on the worker's own thread with what was found; dropped where the work was stopped meanwhile.
    using Then = std::function<void()>;
    /// Runs on another thread. May not touch what belongs to this one. Null: there is nothing to do then.
    using Work = std::function<Then(Stop stop)>;
    /// Something to do on the worker's thread before the work is over; dropped likewise.
    using Tell = std::function<void(Then then)>;
    using TellingWork = std::function<Then(Stop stop, const Tell &tell)>;

    explicit Worker(QObject *parent = nullptr);
    ~Worker() override;

    void start(Work work);
    void start(TellingWork work);
    void stop();
    bool isRunning() const { return m_run != nullptr; }

Q_SIGNALS:
    void runningChanged();

private:
    struct Run;
    std::shared_ptr<Run> m_run;
};

} // namespace marquee::inspector
