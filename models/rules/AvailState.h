// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/AvailFacts.h"
#include "rules/ListState.h"
#include "rules/WindowIndex.h"

namespace marquee::rules {

/// What validation knows of one avail: the problems of its own fields, its windows with theirs, and the indexes of the
/// rules across windows.
class AvailState : public ListState<WindowIndex>
{
public:
    AvailState(const RuleSet &rules, const Severities &severities, payload::Path place);

protected:
    std::optional<payload::Path> findList(const payload::Document &document) const override;
    bool readSetting(const Context &context) override;
    Checker checker(const Context &context) const override;
    void checkHead(const Context &context, Report &report) const override;
    void entered(const WindowUnit &unit) override { m_totals.add(unit.summary); }
    void left(const WindowUnit &unit) override { m_totals.remove(unit.summary); }

private:
    AvailSetting m_setting;
    WindowTotals m_totals;
};

} // namespace marquee::rules
