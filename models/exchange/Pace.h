// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <deque>
#include <functional>
#include <memory>

namespace marquee::exchange {

/// What time it is, and how one is woken: a seam for tests.
struct PaceClock
{
    std::function<qint64()> nowMs; ///< never runs backwards
    std::function<void(int, std::function<void()>)> after; ///< milliseconds
};
PaceClock systemPaceClock();

/// So many requests a second and connections at a time, shared by everything in this process that sends to the same
/// environment. First come, first served. One thread: that on which requests are sent.
class Pace : public std::enable_shared_from_this<Pace>
{
public:
    /// The one of that name; its limits are those that were given last.
    static std::shared_ptr<Pace> shared(const QString &name, double perSecond, int connections, int burst = 1);

    Pace(double perSecond, int connections, int burst = 1, PaceClock clock = systemPaceClock());

    /// perSecond 0: no limit. `burst`: requests that may go at once after a rest.
    void setLimits(double perSecond, int connections, int burst = 1);
    double perSecond() const { return m_perSecond; }

    /// Calls `go` once, at once or later, when one more request may go. Each needs a release() when its reply is there.
    /// Returns a number for forget().
    int acquire(std::function<void()> go);
    /// Takes a waiting one out; false where it has been called already.
    bool forget(int number);
    void release();
    /// Nobody goes for that long: the partner asked to wait.
    void hold(qint64 forMs);

    int waiting() const { return static_cast<int>(m_waiting.size()); }
    int running() const { return m_running; }

private:
    struct Waiter
    {
        int number = 0;
        std::function<void()> go;
    };

    void work();
    void wakeIn(qint64 ms);

    PaceClock m_clock;
    double m_perSecond = 0;
    int m_connections = 1;
    int m_burst = 1;
    double m_allowance = 1; ///< requests that may go right now, up to m_burst
    qint64 m_countedAt = 0;
    qint64 m_heldUntil = 0;
    std::deque<Waiter> m_waiting;
    int m_running = 0;
    int m_last = 0;
    bool m_isWoken = false; ///< a wake is on its way
    bool m_isWorking = false;
};

} // namespace marquee::exchange
