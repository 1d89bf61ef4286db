// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Value.h"
#include "rules/Problem.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace marquee::rules {

class WindowFacts;

/// What rules across windows compare: taken from each window once, kept while it stands.
struct WindowSummary
{
    std::string id; ///< _TransactionID; empty where there is none
    std::uint64_t content = 0; ///< hash of everything but the id; order of members doesn't count
    /// Hashes of territory, licence type, format, channel and contract: one for each territory. Windows overlap where
    /// they share one.
    std::vector<std::uint64_t> groups;
    std::optional<std::int64_t> start; ///< seconds since 1970, UTC
    std::optional<std::int64_t> end;
    bool preOrder = false; ///< POEST
    std::vector<std::string> territories;
    std::string businessLine; ///< told from licence type and channel
};

WindowSummary summarise(const WindowFacts &window);
/// The same for one member of it: which of the partner's lines of business a window belongs to.
std::string businessLine(const payload::Value &window);

/// One window as validation knows it. Stays where it is while others come and go.
struct WindowUnit
{
    std::uint32_t index = 0; ///< its place among the windows
    std::uint32_t flags = 0; ///< which indexes found it: one bit each
    WindowSummary summary;
    std::vector<Problem> problems; ///< their paths begin at the window
    Counts counts; ///< of those problems
};

/// Keeps what one rule has to know about all windows of an avail, change by change.
class WindowIndex
{
public:
    virtual ~WindowIndex() = default;

    virtual void add(WindowUnit &unit) = 0;
    virtual void remove(WindowUnit &unit) = 0;
    /// Brings the flags up to date after windows came, went or changed.
    virtual void settle() = 0;
    /// Completes the problem of a flagged window: what its words need.
    virtual void describe(const WindowUnit &unit, Problem &problem) const = 0;

    void setBit(std::uint32_t bit) { m_bit = bit; }
    bool isFlagged(const WindowUnit &unit) const { return (unit.flags & m_bit) != 0; }
    int flagged() const { return m_flagged; } ///< how many windows the rule found

protected:
    void flag(WindowUnit &unit, bool on)
    {
        if (on == isFlagged(unit))
            return;
        unit.flags ^= m_bit;
        m_flagged += on ? 1 : -1;
    }

private:
    std::uint32_t m_bit = 0;
    int m_flagged = 0;
};

} // namespace marquee::rules
