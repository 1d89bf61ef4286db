// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Change.h"
#include "rules/Context.h"
#include "rules/Problem.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace marquee::rules {

/// What validation knows of one part of a document that has a long list in it: an avail with its windows, a message
/// with its performances. The part's own fields are its head; each item of the list is a unit, checked for itself.
class PartState
{
public:
    explicit PartState(payload::Path place)
        : m_place(std::move(place))
    {
    }
    virtual ~PartState() = default;
    PartState(const PartState &) = delete;
    PartState &operator=(const PartState &) = delete;

    const payload::Path &place() const { return m_place; }
    /// The array of items; nothing where there is none.
    const std::optional<payload::Path> &listPlace() const { return m_listPlace; }

    virtual void validate(const Context &context) = 0; ///< all of it
    /// Takes note of a change inside the part, in the order in which changes were made. False where it doesn't fit what
    /// is known: validate all.
    virtual bool changed(const payload::ChangedPlace &place) = 0;
    /// After changes were told: checks what they touched.
    virtual void settle(const Context &context) = 0;

    virtual Counts counts() const = 0;
    virtual Counts itemCounts(std::uint32_t item) const = 0; ///< nothing for an item that isn't there
    virtual void collect(std::vector<Problem> &problems, std::size_t most) const = 0;
    virtual void collectItem(std::uint32_t item, std::vector<Problem> &problems) const = 0;
    const std::vector<Problem> &headProblems() const { return m_head; }

protected:
    payload::Path m_place;
    std::optional<payload::Path> m_listPlace;
    std::vector<Problem> m_head;
    Counts m_headCounts;
};

} // namespace marquee::rules
