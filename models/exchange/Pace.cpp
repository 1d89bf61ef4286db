// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Pace.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTimer>

#include <algorithm>
#include <cmath>

namespace marquee::exchange {

PaceClock systemPaceClock()
{
    static const QElapsedTimer clock = [] {
        QElapsedTimer timer;
        timer.start();
        return timer;
    }();
    return {[] { return clock.elapsed(); },
        [](int ms, std::function<void()> wake) { QTimer::singleShot(ms, Qt::PreciseTimer, std::move(wake)); }};
}

std::shared_ptr<Pace> Pace::shared(const QString &name, double perSecond, int connections, int burst)
{
    static QHash<QString, std::weak_ptr<Pace>> all;
    auto pace = all.value(name).lock();
    if (!pace) {
        pace = std::make_shared<Pace>(perSecond, connections, burst);
        all.insert(name, pace);
    }
    pace->setLimits(perSecond, connections, burst);
    return pace;
}

Pace::Pace(double perSecond, int connections, int burst, PaceClock clock)
    : m_clock(std::move(clock))
    , m_countedAt(m_clock.nowMs())
{
    setLimits(perSecond, connections, burst);
    m_allowance = m_burst;
}

void Pace::setLimits(double perSecond, int connections, int burst)
{
    m_perSecond = perSecond;
    m_connections = std::max(1, connections);
    m_burst = std::max(1, burst);
    m_allowance = std::min(m_allowance, static_cast<double>(m_burst));
}

int Pace::acquire(std::function<void()> go)
{
    m_waiting.push_back({++m_last, std::move(go)});
    const int number = m_last;
    work();
    return number;
}

bool Pace::forget(int number)
{
    return std::erase_if(m_waiting, [number](const Waiter &waiter) { return waiter.number == number; }) > 0;
}

void Pace::release()
{
    --m_running;
    work();
}

void Pace::hold(qint64 forMs)
{
    m_heldUntil = std::max(m_heldUntil, m_clock.nowMs() + forMs);
}

void Pace::work()
{
    if (m_isWorking)
        return; // `go` may come back here; the loop that called it goes on
    m_isWorking = true;
    while (!m_waiting.empty() && m_running < m_connections) {
        const qint64 now = m_clock.nowMs();
        if (now < m_heldUntil) {
            wakeIn(m_heldUntil - now);
            break;
        }
        if (m_perSecond > 0) {
            m_allowance
                = std::min<double>(m_burst, m_allowance + static_cast<double>(now - m_countedAt) * m_perSecond / 1000);
            m_countedAt = now;
            if (m_allowance < 1 - 1e-9) {
                wakeIn(static_cast<qint64>(std::ceil((1 - m_allowance) * 1000 / m_perSecond)));
                break;
            }
            m_allowance -= 1;
        }
        const std::function<void()> go = std::move(m_waiting.front().go);
        m_waiting.pop_front();
        ++m_running;
        go();
    }
    m_isWorking = false;
}

void Pace::wakeIn(qint64 ms)
{
    if (m_isWoken)
        return;
    m_isWoken = true;
    m_clock.after(static_cast<int>(std::max<qint64>(1, ms)), [self = weak_from_this()] {
        if (const auto pace = self.lock()) {
            pace->m_isWoken = false;
            pace->work();
        }
    });
}

} // namespace marquee::exchange
