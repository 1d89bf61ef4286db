// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Change.h"
#include "rules/AvailFacts.h"
#include "rules/RuleSet.h"
#include "rules/WindowIndex.h"

#include <memory>
#include <vector>

namespace marquee::rules {

/// What validation knows of one avail: the problems of its own fields, its windows with theirs, and the indexes of the rules
/// across windows.
class AvailState
{
public:
    AvailState(const RuleSet &rules, const Severities &severities, payload::Path place);
    ~AvailState();

    const payload::Path &place() const { return m_place; }
    /// The array of windows; nothing where the avail has none.
    const std::optional<payload::Path> &windowsPlace() const { return m_windowsPlace; }

    void validate(const Context &context); ///< all of it
    /// Takes note of a change inside the avail, in the order in which changes were made. False where it doesn't fit what is
    /// known: validate all.
    bool changed(const payload::ChangedPlace &place);
    /// After changes were told: checks what they touched.
    void settle(const Context &context);

    Counts counts() const;
    Counts windowCounts(std::uint32_t window) const;
    void collect(std::vector<Problem> &problems, std::size_t most) const;
    void collectWindow(std::uint32_t window, std::vector<Problem> &problems) const;
    const std::vector<Problem> &headProblems() const { return m_head; }

private:
    bool windowChanged(payload::ChangedPlace::Kind kind, std::uint32_t index);
    bool memberChanged(payload::ChangedPlace::Kind kind, std::uint32_t index);
    void touchWindow(std::uint32_t index);
    void locateWindows(const payload::Document &document);
    void checkHead(const Context &context);
    void checkWindow(const Context &context, WindowUnit &unit, const payload::Value &window, WindowFacts &facts) const;
    void checkAllWindows(const Context &context);
    void enter(WindowUnit &unit);
    void leave(WindowUnit &unit);
    void renumber(std::uint32_t from);
    bool readSetting(const Context &context);

    const RuleSet &m_rules;
    const Severities &m_severities;
    payload::Path m_place;
    std::optional<payload::Path> m_windowsPlace;
    AvailSetting m_setting;
    WindowTotals m_totals;
    std::vector<Problem> m_head;
    Counts m_headCounts;
    std::vector<std::unique_ptr<WindowUnit>> m_windows;
    Counts m_windowCounts; ///< of the windows' own problems
    std::vector<std::unique_ptr<WindowIndex>> m_indexes; ///< one a rule across windows, in their order
    std::vector<WindowUnit *> m_touched;
    WindowFacts m_facts;
};

} // namespace marquee::rules
