// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/PerformanceState.h"

#include "payload/Document.h"
#include "rules/MessageFacts.h"
#include "rules/PerformanceFacts.h"
#include "rules/Walker.h"

namespace marquee::rules {

using payload::Path;
using payload::Value;

PerformanceState::PerformanceState(const RuleSet &rules, const Severities &severities, Path place)
    : ListState(rules, severities, std::move(place))
{
    for (const AcrossPerformancesRule *rule : rules.acrossPerformances)
        addIndex(*rule, rule->makeIndex());
}

std::optional<Path> PerformanceState::findList(const payload::Document &document) const
{
    Path list = m_place;
    Value value = document.at(m_place);
    for (const char *name : {"Performances", "Performance"}) {
        const std::int64_t index = value.indexOf(name);
        if (index < 0)
            return std::nullopt;
        list.push_back(static_cast<std::uint32_t>(index));
        value = value.at(list.back());
    }
    return value.isArray() ? std::optional(list) : std::nullopt;
}

PerformanceState::Checker PerformanceState::checker(const Context &context) const
{
    return [this, &context](PerformanceUnit &unit, const Value &performance, Report &report) {
        Walker(rules(), context, report).object(performance, rules().compiled("Performance"));
        unit.summary = summarise(performance);
    };
}

void PerformanceState::checkHead(const Context &context, Report &report) const
{
    const Value message = context.document.at(m_place);
    Walker walker(rules(), context, report);
    if (m_listPlace)
        walker.leaveOut(rules().catalog().type("Performance"), &*m_listPlace);
    walker.object(message, rules().compiled("ShowTimeAnalytics"));
    const MessageFacts facts{context, message};
    for (const MessageRule *rule : rules().message)
        rule->check(facts, report);
}

} // namespace marquee::rules
