// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AvailState.h"

#include "payload/Document.h"
#include "rules/Report.h"
#include "rules/Walker.h"

#include <algorithm>
#include <future>

namespace marquee::rules {

using payload::ChangedPlace;
using payload::Path;
using payload::Value;

AvailState::AvailState(const RuleSet &rules, const Severities &severities, Path place)
    : m_rules(rules)
    , m_severities(severities)
    , m_place(std::move(place))
    , m_facts(rules.catalog())
{
    for (std::size_t i = 0; i < rules.across.size(); ++i) {
        m_indexes.push_back(rules.across[i]->makeIndex());
        m_indexes.back()->setBit(1u << i);
    }
}

AvailState::~AvailState() = default;

void AvailState::locateWindows(const payload::Document &document)
{
    m_windowsPlace.reset();
    const Value avail = document.at(m_place);
    const std::int64_t index = avail.indexOf("Transaction");
    if (index < 0 || !avail.at(static_cast<std::uint32_t>(index)).isArray())
        return;
    m_windowsPlace = m_place;
    m_windowsPlace->push_back(static_cast<std::uint32_t>(index));
}

bool AvailState::readSetting(const Context &context)
{
    AvailSetting setting;
    setting.reply = isReply(context.kind);
    setting.entryType = context.document.at(m_place).member("Disposition").member("EntryType").string();
    std::swap(setting, m_setting);
    return !(setting == m_setting);
}

void AvailState::validate(const Context &context)
{
    readSetting(context);
    for (auto unit = m_windows.rbegin(); unit != m_windows.rend(); ++unit) // the last first: nothing has to move up
        leave(**unit);
    m_windows.clear();
    m_touched.clear();
    locateWindows(context.document);
    const Value list = m_windowsPlace ? context.document.at(*m_windowsPlace) : Value();
    m_windows.reserve(list.size());
    for (std::uint32_t i = 0; i < list.size(); ++i) {
        m_windows.push_back(std::make_unique<WindowUnit>());
        m_windows.back()->index = i;
    }
    checkAllWindows(context);
    for (const auto &unit : m_windows)
        enter(*unit);
    for (const auto &index : m_indexes)
        index->settle();
    checkHead(context);
}

void AvailState::checkHead(const Context &context)
{
    const Value avail = context.document.at(m_place);
    Report report(m_severities);
    report.setPlace(m_place);
    Walker walker(m_rules, context, report);
    walker.leaveOut(m_rules.catalog().type("Transaction"));
    walker.object(avail, m_rules.compiled("Avail"));
    const AvailFacts facts{context, avail, m_setting, m_totals};
    for (const AvailRule *rule : m_rules.avail)
        rule->check(facts, report);
    m_head = report.take();
    m_headCounts = {};
    for (const Problem &problem : m_head)
        m_headCounts.add(problem.severity);
}

/// Windows don't know of each other until the indexes bring them together, so that half of them can be checked elsewhere.
/// Each half looks through a snapshot of the text of its own: a Text remembers where it was read last.
void AvailState::checkAllWindows(const Context &context)
{
    constexpr std::size_t WorthAThread = 1000;
    const auto checkRange = [this, &context](std::size_t from, std::size_t to) {
        const payload::Text text = context.document.text();
        const Value list = context.document.at(*m_windowsPlace);
        const Value own(text, *list.slot(), list.begin());
        WindowFacts facts(m_rules.catalog());
        for (std::size_t i = from; i < to; ++i)
            checkWindow(context, *m_windows[i], own.at(static_cast<std::uint32_t>(i)), facts);
    };
    const std::size_t count = m_windows.size();
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

void AvailState::checkWindow(const Context &context, WindowUnit &unit, const Value &window, WindowFacts &facts) const
{
    Report report(m_severities); // its place is the window itself, so that paths hold while others come and go
    if (!window.isObject()) {
        report.add(*m_rules.wrongType);
        unit.summary = {};
    } else {
        Walker walker(m_rules, context, report);
        ObjectPlace place{context, nullptr, window, {}};
        walker.object(window, m_rules.compiled("Transaction"), &place);
        facts.read(place, m_setting);
        for (const WindowRule *rule : m_rules.window)
            rule->check(facts, report);
        unit.summary = summarise(facts);
    }
    unit.problems = report.take();
    unit.counts = {};
    for (const Problem &problem : unit.problems)
        unit.counts.add(problem.severity);
}

void AvailState::enter(WindowUnit &unit)
{
    m_windowCounts += unit.counts;
    m_totals.add(unit.summary);
    for (const auto &index : m_indexes)
        index->add(unit);
}

void AvailState::leave(WindowUnit &unit)
{
    m_windowCounts -= unit.counts;
    m_totals.remove(unit.summary);
    for (const auto &index : m_indexes)
        index->remove(unit);
}

void AvailState::renumber(std::uint32_t from)
{
    for (std::uint32_t i = from; i < m_windows.size(); ++i)
        m_windows[i]->index = i;
}

bool AvailState::changed(const ChangedPlace &place)
{
    if (place.kind == ChangedPlace::Kind::Whole)
        return false;
    if (place.container.size() == m_place.size())
        return memberChanged(place.kind, place.index);
    const bool inWindows = m_windowsPlace && place.container.size() >= m_windowsPlace->size()
        && std::equal(m_windowsPlace->begin(), m_windowsPlace->end(), place.container.begin());
    if (!inWindows)
        return true;
    if (place.container.size() == m_windowsPlace->size())
        return windowChanged(place.kind, place.index);
    touchWindow(place.container[m_windowsPlace->size()]);
    return true;
}

/// A member of the avail came, went or changed: the array of windows may stand elsewhere now.
bool AvailState::memberChanged(ChangedPlace::Kind kind, std::uint32_t index)
{
    if (!m_windowsPlace)
        return kind == ChangedPlace::Kind::Remove;
    std::uint32_t &at = m_windowsPlace->back();
    if (kind == ChangedPlace::Kind::Insert) {
        at += index <= at ? 1 : 0;
        return true;
    }
    if (index == at)
        return false;
    at -= kind == ChangedPlace::Kind::Remove && index < at ? 1 : 0;
    return true;
}

bool AvailState::windowChanged(ChangedPlace::Kind kind, std::uint32_t index)
{
    const auto at = m_windows.begin() + index;
    switch (kind) {
    case ChangedPlace::Kind::Insert: {
        if (index > m_windows.size())
            return false;
        auto unit = std::make_unique<WindowUnit>();
        enter(*unit);
        m_touched.push_back(unit.get());
        m_windows.insert(at, std::move(unit));
        break;
    }
    case ChangedPlace::Kind::Remove:
        if (index >= m_windows.size())
            return false;
        leave(**at);
        std::erase(m_touched, at->get());
        m_windows.erase(at);
        break;
    case ChangedPlace::Kind::Set:
        touchWindow(index);
        return index < m_windows.size();
    case ChangedPlace::Kind::Whole:
        return false;
    }
    renumber(index);
    return true;
}

void AvailState::touchWindow(std::uint32_t index)
{
    if (index < m_windows.size() && std::find(m_touched.begin(), m_touched.end(), m_windows[index].get()) == m_touched.end())
        m_touched.push_back(m_windows[index].get());
}

void AvailState::settle(const Context &context)
{
    locateWindows(context.document);
    const std::uint32_t stand = m_windowsPlace ? context.document.at(*m_windowsPlace).size() : 0;
    if (stand != m_windows.size() || readSetting(context)) {
        validate(context);
        return;
    }
    for (WindowUnit *unit : m_touched) {
        leave(*unit);
        checkWindow(context, *unit, context.document.at(*m_windowsPlace).at(unit->index), m_facts);
        enter(*unit);
    }
    m_touched.clear();
    for (const auto &index : m_indexes)
        index->settle();
    checkHead(context);
}

Counts AvailState::counts() const
{
    Counts counts = m_headCounts;
    counts += m_windowCounts;
    for (std::size_t i = 0; i < m_indexes.size(); ++i) {
        const Rule &rule = *m_rules.across[i];
        if (!m_severities.isMuted(rule))
            counts.add(m_severities.of(rule, rule.info().severity), m_indexes[i]->flagged());
    }
    return counts;
}

Counts AvailState::windowCounts(std::uint32_t window) const
{
    if (window >= m_windows.size())
        return {};
    const WindowUnit &unit = *m_windows[window];
    Counts counts = unit.counts;
    for (std::size_t i = 0; i < m_indexes.size(); ++i) {
        const Rule &rule = *m_rules.across[i];
        if (m_indexes[i]->isFlagged(unit) && !m_severities.isMuted(rule))
            counts.add(m_severities.of(rule, rule.info().severity));
    }
    return counts;
}

void AvailState::collectWindow(std::uint32_t window, std::vector<Problem> &problems) const
{
    if (window >= m_windows.size() || !m_windowsPlace)
        return;
    const WindowUnit &unit = *m_windows[window];
    Path place = *m_windowsPlace;
    place.push_back(window);
    for (Problem problem : unit.problems) {
        Path path = place;
        path.append(problem.path.constData(), problem.path.size());
        problem.path = path;
        problems.push_back(std::move(problem));
    }
    for (std::size_t i = 0; i < m_indexes.size(); ++i) {
        const Rule &rule = *m_rules.across[i];
        if (!m_indexes[i]->isFlagged(unit) || m_severities.isMuted(rule))
            continue;
        Problem problem;
        problem.rule = &rule;
        problem.severity = m_severities.of(rule, rule.info().severity);
        problem.path = place;
        m_indexes[i]->describe(unit, problem);
        problems.push_back(std::move(problem));
    }
}

void AvailState::collect(std::vector<Problem> &problems, std::size_t most) const
{
    problems.insert(problems.end(), m_head.begin(), m_head.end());
    for (std::uint32_t i = 0; i < m_windows.size() && problems.size() < most; ++i) {
        if (m_windows[i]->flags != 0 || !m_windows[i]->problems.empty())
            collectWindow(i, problems);
    }
}

} // namespace marquee::rules
