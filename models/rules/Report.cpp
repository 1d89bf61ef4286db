// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Report.h"

#include "rules/Rule.h"

namespace marquee::rules {

bool Severities::set(const Rule &rule, Severity severity)
{
    if (!rule.info().mutable_)
        return false;
    m_changed[&rule] = {false, severity};
    return true;
}

bool Severities::mute(const Rule &rule)
{
    if (!rule.info().mutable_)
        return false;
    m_changed[&rule] = {true, Severity::Hint};
    return true;
}

bool Severities::isMuted(const Rule &rule) const
{
    const auto found = m_changed.find(&rule);
    return found != m_changed.end() && found->second.muted;
}

Severity Severities::of(const Rule &rule, Severity own) const
{
    const auto found = m_changed.find(&rule);
    return found != m_changed.end() && !found->second.muted ? found->second.severity : own;
}

void Report::add(const Rule &rule, Severity severity, std::uint8_t variant, std::string detail, std::string other,
                 std::initializer_list<std::uint32_t> steps)
{
    if (!m_severities->isEmpty()) {
        if (m_severities->isMuted(rule))
            return;
        severity = m_severities->of(rule, severity);
    }
    Problem &problem = m_problems.emplace_back();
    problem.rule = &rule;
    problem.severity = severity;
    problem.variant = variant;
    problem.path = m_place;
    for (const std::uint32_t step : steps)
        problem.path.push_back(step);
    problem.detail = std::move(detail);
    problem.other = std::move(other);
}

void Report::add(const Rule &rule, std::uint8_t variant, std::string detail, std::string other,
                 std::initializer_list<std::uint32_t> steps)
{
    add(rule, rule.info().severity, variant, std::move(detail), std::move(other), steps);
}

} // namespace marquee::rules
