// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <iterator>
#include <mutex>
#include <utility>
#include <vector>

namespace marquee::workspace {

/// What a thread that looks through documents hands to the window's: what it found since it was taken last, and how far it is.
/// `wake` is called once for however much waits, and means that somebody should take.
template <typename Found, typename State>
class Handover
{
public:
    explicit Handover(std::function<void()> wake)
        : m_wake(std::move(wake))
    {
    }

    /// Nobody wants it any more. Any thread.
    void abandon() { m_isUnwanted = true; }
    bool isUnwanted() const { return m_isUnwanted; }

    /// Of the thread that looks. What was found is taken over, and `found` is empty afterwards.
    void tell(const State &state, std::vector<Found> &found, bool isLast)
    {
        const std::scoped_lock lock(m_mutex);
        m_found.insert(m_found.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
        found.clear();
        m_state = state;
        m_isDone = isLast;
        if (!std::exchange(m_isAwake, true))
            m_wake();
    }

    struct Taken
    {
        std::vector<Found> found;
        State state;
        bool isDone = false; ///< nothing follows
    };
    /// Of the window's thread.
    Taken take()
    {
        const std::scoped_lock lock(m_mutex);
        Taken taken{std::exchange(m_found, {}), m_state, m_isDone};
        m_isAwake = false;
        return taken;
    }

private:
    const std::function<void()> m_wake;
    std::atomic<bool> m_isUnwanted = false;
    std::mutex m_mutex;
    std::vector<Found> m_found;
    State m_state{};
    bool m_isAwake = false;
    bool m_isDone = false;
};

} // namespace marquee::workspace
