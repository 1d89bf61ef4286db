// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/ListState.h"
#include "rules/PerformanceIndex.h"

namespace marquee::rules {

/// What validation knows of one performance message: the problems of its own fields, its performances with theirs, and
/// the indexes of the rules across performances.
class PerformanceState : public ListState<PerformanceIndex>
{
public:
    /// `place`: the root element.
    PerformanceState(const RuleSet &rules, const Severities &severities, payload::Path place);

protected:
    std::optional<payload::Path> findList(const payload::Document &document) const override;
    bool readSetting(const Context &) override { return false; }
    Checker checker(const Context &context) const override;
    void checkHead(const Context &context, Report &report) const override;
    void entered(const PerformanceUnit &) override { }
    void left(const PerformanceUnit &) override { }
};

} // namespace marquee::rules
