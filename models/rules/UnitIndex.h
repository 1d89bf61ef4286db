// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Problem.h"

#include <cstdint>
#include <vector>

namespace marquee::rules {

/// One item of a long list as validation knows it: a window, a performance. Stays where it is while others come and go.
struct ListUnit
{
    std::uint32_t index = 0; ///< its place in the list
    std::uint32_t flags = 0; ///< which indexes found it: one bit each
    std::vector<Problem> problems; ///< their paths begin at the item
    Counts counts; ///< of those problems
};

/// Keeps what one rule has to know about all items of a list, change by change. `Unit` is a ListUnit with the summary
/// that rules across items compare.
template <class UnitType>
class UnitIndex
{
public:
    using Unit = UnitType;

    virtual ~UnitIndex() = default;

    virtual void add(Unit &unit) = 0;
    virtual void remove(Unit &unit) = 0;
    /// Brings the flags up to date after items came, went or changed.
    virtual void settle() = 0;
    /// Completes the problem of a flagged item: what its words need.
    virtual void describe(const Unit &unit, Problem &problem) const = 0;

    void setBit(std::uint32_t bit) { m_bit = bit; }
    bool isFlagged(const Unit &unit) const { return (unit.flags & m_bit) != 0; }
    int flagged() const { return m_flagged; } ///< how many items the rule found

protected:
    void flag(Unit &unit, bool on)
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
