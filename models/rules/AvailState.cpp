// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AvailState.h"

#include "payload/Document.h"
#include "rules/Walker.h"

namespace marquee::rules {

using payload::Path;
using payload::Value;

AvailState::AvailState(const RuleSet &rules, const Severities &severities, Path place)
    : ListState(rules, severities, std::move(place))
{
    for (const AcrossWindowsRule *rule : rules.across)
        addIndex(*rule, rule->makeIndex());
}

std::optional<Path> AvailState::findList(const payload::Document &document) const
{
    const Value avail = document.at(m_place);
    const std::int64_t index = avail.indexOf("Transaction");
    if (index < 0 || !avail.at(static_cast<std::uint32_t>(index)).isArray())
        return std::nullopt;
    Path list = m_place;
    list.push_back(static_cast<std::uint32_t>(index));
    return list;
}

bool AvailState::readSetting(const Context &context)
{
    AvailSetting setting;
    setting.reply = isReply(context.kind);
    setting.entryType = context.document.at(m_place).member("Disposition").member("EntryType").string();
    std::swap(setting, m_setting);
    return !(setting == m_setting);
}

AvailState::Checker AvailState::checker(const Context &context) const
{
    const auto facts = std::make_shared<WindowFacts>(rules().catalog());
    return [this, &context, facts](WindowUnit &unit, const Value &window, Report &report) {
        if (!window.isObject()) {
            report.add(*rules().wrongType);
            unit.summary = {};
            return;
        }
        Walker walker(rules(), context, report);
        ObjectPlace place{context, nullptr, window, {}};
        walker.object(window, rules().compiled("Transaction"), &place);
        facts->read(place, m_setting);
        for (const WindowRule *rule : rules().window)
            rule->check(*facts, report);
        unit.summary = summarise(*facts);
    };
}

void AvailState::checkHead(const Context &context, Report &report) const
{
    const Value avail = context.document.at(m_place);
    Walker walker(rules(), context, report);
    walker.leaveOut(rules().catalog().type("Transaction"));
    walker.object(avail, rules().compiled("Avail"));
    const AvailFacts facts{context, avail, m_setting, m_totals};
    for (const AvailRule *rule : rules().avail)
        rule->check(facts, report);
}

} // namespace marquee::rules
