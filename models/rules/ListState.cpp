// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/ListState.h"

#include "payload/Document.h"
#include "rules/PerformanceIndex.h"
#include "rules/WindowIndex.h"

#include <algorithm>
#include <future>

namespace marquee::rules {

using payload::ChangedPlace;
using payload::Path;
using payload::Value;

template <class Index>
ListState<Index>::ListState(const RuleSet &rules, const Severities &severities, Path place)
    : PartState(std::move(place))
    , m_rules(rules)
    , m_severities(severities)
{
}

template <class Index>
ListState<Index>::~ListState() = default;

template <class Index>
void ListState<Index>::addIndex(const Rule &rule, std::unique_ptr<Index> index)
{
    index->setBit(1u << m_across.size());
    m_across.push_back({&rule, std::move(index)});
}

template <class Index>
void ListState<Index>::validate(const Context &context)
{
    readSetting(context);
    for (auto unit = m_units.rbegin(); unit != m_units.rend(); ++unit) // the last first: nothing has to move up
        leave(**unit);
    m_units.clear();
    m_touched.clear();
    m_listPlace = findList(context.document);
    const Value list = m_listPlace ? context.document.at(*m_listPlace) : Value();
    m_units.reserve(list.size());
    for (std::uint32_t i = 0; i < list.size(); ++i) {
        m_units.push_back(std::make_unique<Unit>());
        m_units.back()->index = i;
    }
    checkAll(context);
    for (const auto &unit : m_units)
        enter(*unit);
    for (const Across &across : m_across)
        across.index->settle();
    checkHeadNow(context);
}

template <class Index>
void ListState<Index>::checkHeadNow(const Context &context)
{
    Report report(m_severities);
    report.setPlace(m_place);
    checkHead(context, report);
    m_head = report.take();
    m_headCounts = {};
    for (const Problem &problem : m_head)
        m_headCounts.add(problem.severity);
}

/// Items don't know of each other until the indexes bring them together, so that half of them can be checked elsewhere.
/// Each half looks through a snapshot of the text of its own: a Text remembers where it was read last.
template <class Index>
void ListState<Index>::checkAll(const Context &context)
{
    constexpr std::size_t WorthAThread = 1000;
    const auto checkRange = [this, &context](std::size_t from, std::size_t to) {
        const payload::Text text = context.document.text();
        const Value list = context.document.at(*m_listPlace);
        const Value own(text, *list.slot(), list.begin());
        const Checker checker = this->checker(context);
        for (std::size_t i = from; i < to; ++i)
            check(checker, *m_units[i], own.at(static_cast<std::uint32_t>(i)));
    };
    const std::size_t count = m_units.size();
    if (count == 0)
        return;
    if (count < WorthAThread) {
        checkRange(0, count);
        return;
    }
    const auto second = std::async(std::launch::async, checkRange, count / 2, count);
    checkRange(0, count / 2);
    second.wait();
}

template <class Index>
void ListState<Index>::check(const Checker &checker, Unit &unit, const Value &item) const
{
    Report report(m_severities); // its place is the item itself, so that paths hold while others come and go
    checker(unit, item, report);
    unit.problems = report.take();
    unit.counts = {};
    for (const Problem &problem : unit.problems)
        unit.counts.add(problem.severity);
}

template <class Index>
void ListState<Index>::enter(Unit &unit)
{
    m_unitCounts += unit.counts;
    entered(unit);
    for (const Across &across : m_across)
        across.index->add(unit);
}

template <class Index>
void ListState<Index>::leave(Unit &unit)
{
    m_unitCounts -= unit.counts;
    left(unit);
    for (const Across &across : m_across)
        across.index->remove(unit);
}

template <class Index>
void ListState<Index>::renumber(std::uint32_t from)
{
    for (std::uint32_t i = from; i < m_units.size(); ++i)
        m_units[i]->index = i;
}

template <class Index>
bool ListState<Index>::changed(const ChangedPlace &place)
{
    if (place.kind == ChangedPlace::Kind::Whole)
        return false;
    if (!m_listPlace) // what came may have brought a list
        return place.kind == ChangedPlace::Kind::Remove || place.container.size() > m_place.size();
    const auto shared = static_cast<qsizetype>(
        std::mismatch(place.container.begin(), place.container.end(), m_listPlace->begin(), m_listPlace->end()).first
        - place.container.begin());
    if (shared < m_listPlace->size()) {
        if (shared < place.container.size())
            return true; // beside the list
        return aboveChanged(place.kind, place.index, (*m_listPlace)[shared]);
    }
    if (place.container.size() == m_listPlace->size())
        return itemChanged(place.kind, place.index);
    touch(place.container[m_listPlace->size()]);
    return true;
}

/// A sibling of the list, or of what is around it, came, went or changed: the list may stand elsewhere now.
template <class Index>
bool ListState<Index>::aboveChanged(ChangedPlace::Kind kind, std::uint32_t index, std::uint32_t &at)
{
    if (kind == ChangedPlace::Kind::Insert) {
        at += index <= at ? 1 : 0;
        return true;
    }
    if (index == at)
        return false;
    at -= kind == ChangedPlace::Kind::Remove && index < at ? 1 : 0;
    return true;
}

template <class Index>
bool ListState<Index>::itemChanged(ChangedPlace::Kind kind, std::uint32_t index)
{
    const auto at = m_units.begin() + index;
    switch (kind) {
    case ChangedPlace::Kind::Insert: {
        if (index > m_units.size())
            return false;
        auto unit = std::make_unique<Unit>();
        enter(*unit);
        m_touched.push_back(unit.get());
        m_units.insert(at, std::move(unit));
        break;
    }
    case ChangedPlace::Kind::Remove:
        if (index >= m_units.size())
            return false;
        leave(**at);
        std::erase(m_touched, at->get());
        m_units.erase(at);
        break;
    case ChangedPlace::Kind::Set:
        touch(index);
        return index < m_units.size();
    case ChangedPlace::Kind::Whole:
        return false;
    }
    renumber(index);
    return true;
}

template <class Index>
void ListState<Index>::touch(std::uint32_t index)
{
    if (index < m_units.size()
        && std::find(m_touched.begin(), m_touched.end(), m_units[index].get()) == m_touched.end())
        m_touched.push_back(m_units[index].get());
}

template <class Index>
void ListState<Index>::settle(const Context &context)
{
    m_listPlace = findList(context.document);
    const std::uint32_t stand = m_listPlace ? context.document.at(*m_listPlace).size() : 0;
    if (stand != m_units.size() || readSetting(context)) {
        validate(context);
        return;
    }
    if (!m_touched.empty()) {
        const Checker checker = this->checker(context);
        for (Unit *unit : m_touched) {
            leave(*unit);
            check(checker, *unit, context.document.at(*m_listPlace).at(unit->index));
            enter(*unit);
        }
        m_touched.clear();
    }
    for (const Across &across : m_across)
        across.index->settle();
    checkHeadNow(context);
}

template <class Index>
Counts ListState<Index>::counts() const
{
    Counts counts = m_headCounts;
    counts += m_unitCounts;
    for (const Across &across : m_across) {
        if (!m_severities.isMuted(*across.rule))
            counts.add(m_severities.of(*across.rule, across.rule->info().severity), across.index->flagged());
    }
    return counts;
}

template <class Index>
Counts ListState<Index>::itemCounts(std::uint32_t item) const
{
    if (item >= m_units.size())
        return {};
    const Unit &unit = *m_units[item];
    Counts counts = unit.counts;
    for (const Across &across : m_across) {
        if (across.index->isFlagged(unit) && !m_severities.isMuted(*across.rule))
            counts.add(m_severities.of(*across.rule, across.rule->info().severity));
    }
    return counts;
}

template <class Index>
void ListState<Index>::collectItem(std::uint32_t item, std::vector<Problem> &problems) const
{
    if (item >= m_units.size() || !m_listPlace)
        return;
    const Unit &unit = *m_units[item];
    Path place = *m_listPlace;
    place.push_back(item);
    for (Problem problem : unit.problems) {
        Path path = place;
        path.append(problem.path.constData(), problem.path.size());
        problem.path = path;
        problems.push_back(std::move(problem));
    }
    for (const Across &across : m_across) {
        if (!across.index->isFlagged(unit) || m_severities.isMuted(*across.rule))
            continue;
        Problem problem;
        problem.rule = across.rule;
        problem.severity = m_severities.of(*across.rule, across.rule->info().severity);
        problem.path = place;
        across.index->describe(unit, problem);
        problems.push_back(std::move(problem));
    }
}

template <class Index>
void ListState<Index>::collect(std::vector<Problem> &problems, std::size_t most) const
{
    problems.insert(problems.end(), m_head.begin(), m_head.end());
    for (std::uint32_t i = 0; i < m_units.size() && problems.size() < most; ++i) {
        if (m_units[i]->flags != 0 || !m_units[i]->problems.empty())
            collectItem(i, problems);
    }
}

template class ListState<WindowIndex>;
template class ListState<PerformanceIndex>;

} // namespace marquee::rules
