// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/Timeline.h"

#include "timeline/Move.h"

#include <algorithm>
#include <string_view>

namespace marquee::timeline {

using payload::ChangedPlace;
using payload::Path;
using payload::Value;

namespace {

constexpr std::string_view OverlapRule = "AV103";
constexpr std::size_t FewWindows = 64; ///< asked about one by one; of more, all problems are looked through once

bool isOverlap(const rules::Problem &problem)
{
    return problem.rule->info().id == OverlapRule;
}

} // namespace

void Timeline::setValidator(const rules::Validator *validator)
{
    m_validator = validator;
    m_allTouched = true;
    m_laidOut = false;
}

void Timeline::setGrouping(Grouping grouping)
{
    m_laidOut = m_laidOut && m_grouping == grouping;
    m_grouping = grouping;
}

void Timeline::follow(const payload::Change &change)
{
    m_laidOut = false;
    if (!m_validator || m_allTouched)
        return;
    const auto path = m_validator->document().pathOf(windowsPlace());
    for (const ChangedPlace &place : change.places) {
        const bool inside = path && place.container.size() > path->size()
            && std::equal(path->begin(), path->end(), place.container.begin());
        if (inside)
            m_touched.push_back(place.container[path->size()]);
        else if (!path || place.root || place.kind == ChangedPlace::Kind::Whole
            || place.container.size() <= path->size())
            m_allTouched = true;
    }
}

void Timeline::readWindows()
{
    if (!m_validator) {
        m_windows.clear();
        return;
    }
    const Value list = m_validator->document().find(windowsPlace());
    const std::uint32_t count = list.isArray() ? list.size() : 0;
    if (m_allTouched || count != m_windows.size()) {
        m_windows.resize(count);
        for (std::uint32_t i = 0; i < count; ++i)
            m_windows[i] = readWindow(list.at(i));
    } else {
        for (const std::uint32_t index : m_touched) {
            if (index < count)
                m_windows[index] = readWindow(list.at(index));
        }
    }
    m_touched.clear();
    m_allTouched = false;
}

std::vector<bool> Timeline::markedAmong(const std::vector<std::uint32_t> &windows) const
{
    std::vector<bool> marked(windows.size());
    const auto path = m_validator->document().pathOf(windowsPlace());
    if (!path)
        return marked;
    if (windows.size() <= FewWindows) {
        for (std::size_t i = 0; i < windows.size(); ++i) {
            Path place = *path;
            place.push_back(windows[i]);
            const auto problems = m_validator->problemsUnder(place);
            marked[i] = std::any_of(problems.begin(), problems.end(), isOverlap);
        }
        return marked;
    }
    for (const rules::Problem &problem : m_validator->problems()) {
        if (!isOverlap(problem) || problem.path.size() <= path->size()
            || !std::equal(path->begin(), path->end(), problem.path.begin()))
            continue;
        const auto at = std::lower_bound(windows.begin(), windows.end(), problem.path[path->size()]);
        if (at != windows.end() && *at == problem.path[path->size()])
            marked[static_cast<std::size_t>(at - windows.begin())] = true;
    }
    return marked;
}

const std::vector<WindowTimes> &Timeline::windows()
{
    layout();
    return m_windows;
}

const Layout &Timeline::layout()
{
    if (m_laidOut)
        return m_layout;
    readWindows();
    const Overlaps overlaps
        = findOverlaps(m_windows, [this](const std::vector<std::uint32_t> &windows) { return markedAmong(windows); });
    m_layout = layOut(m_windows, overlaps, m_grouping);
    m_laidOut = true;
    return m_layout;
}

} // namespace marquee::timeline
