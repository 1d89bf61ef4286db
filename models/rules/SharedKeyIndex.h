// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/WindowIndex.h"

#include <QVarLengthArray>

#include <algorithm>
#include <functional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace marquee::rules {

/// Items by something that no two of them may share; two or more with the same key are a find. A key that is empty
/// (made without a value) takes no part. A problem's detail is the number, from 1, of the first other item with the
/// key.
template <class Key, class Index = WindowIndex>
class SharedKeyIndex : public Index
{
public:
    using Unit = typename Index::Unit;
    using KeyOf = std::function<Key(const decltype(Unit::summary) &)>;

    explicit SharedKeyIndex(KeyOf keyOf)
        : m_keyOf(std::move(keyOf))
    {
    }

    void add(Unit &unit) override { change(unit, true); }

    void remove(Unit &unit) override
    {
        this->flag(unit, false);
        change(unit, false);
    }

    void settle() override
    {
        for (const Key &key : std::exchange(m_touched, {})) {
            const auto found = m_units.find(key);
            if (found == m_units.end())
                continue;
            for (Unit *unit : found->second)
                this->flag(*unit, found->second.size() > 1);
        }
    }

    void describe(const Unit &unit, Problem &problem) const override
    {
        const auto found = m_units.find(m_keyOf(unit.summary));
        if (found == m_units.end())
            return;
        for (const Unit *other : found->second) { // two looks at most
            if (other != &unit) {
                problem.detail = std::to_string(other->index + 1);
                return;
            }
        }
    }

private:
    /// By index, so that the first is found at once. Hardly ever more than one.
    using Units = QVarLengthArray<Unit *, 2>;

    void change(Unit &unit, bool comes)
    {
        const Key key = m_keyOf(unit.summary);
        if (key == Key())
            return;
        Units &units = m_units[key];
        // Only where a second one comes or the second last goes does anything change for the others.
        if (units.size() == (comes ? 1 : 2))
            m_touched.push_back(key);
        else if (comes && units.size() > 1)
            this->flag(unit, true);
        const auto at = std::lower_bound(units.begin(), units.end(), unit.index,
            [](const Unit *other, std::uint32_t index) { return other->index < index; });
        if (comes)
            units.insert(at, &unit);
        else if (at != units.end() && *at == &unit)
            units.erase(at);
        else
            units.removeOne(&unit);
        if (units.empty())
            m_units.erase(key);
    }

    KeyOf m_keyOf;
    std::unordered_map<Key, Units> m_units;
    std::vector<Key> m_touched;
};

} // namespace marquee::rules
