// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"

#include <QStringList>
#include <QVarLengthArray>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace marquee::changes {

/// Members that a comparison leaves out: by name, wherever they stand ("_TransactionID", in XML "@id"), or by pointer,
/// where * stands for any item or member of its level ("/avail/Transaction/*/Start").
class Ignoring
{
public:
    static constexpr qsizetype Most = 1000; ///< names and pointers

    Ignoring() = default;
    /// Each text is a name, or, with a slash in front, a pointer. Empty ones are left out. Invalid where one isn't a
    /// pointer, or there are too many.
    static Expected<Ignoring> parse(const QStringList &members);

    bool isEmpty() const { return m_names.empty() && m_patterns.empty(); }

    /// A place on the way down: which patterns still fit.
    struct Place
    {
        QVarLengthArray<std::uint16_t, 8> fitting;
        std::uint16_t depth = 0;
    };
    Place root() const;
    /// One step down to a member.
    Place member(const Place &place, std::string_view name) const;
    Place item(const Place &place, std::uint32_t index) const;
    /// Whether the value is left out at which a step has just arrived.
    bool leavesOut(const Place &place) const;
    bool leavesOutName(std::string_view name) const
    {
        return !m_names.empty() && m_names.find(std::string(name)) != m_names.end();
    }

private:
    Place step(const Place &place, std::string_view token) const;

    std::unordered_set<std::string> m_names;
    std::vector<std::vector<std::string>> m_patterns; ///< tokens, decoded
};

} // namespace marquee::changes
