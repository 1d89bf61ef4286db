// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Places.h"
#include "rules/RuleSet.h"

namespace marquee::rules {

/// Leads value and object rules through a payload along the catalogue.
class Walker
{
public:
    Walker(const RuleSet &rules, const Context &context, Report &report)
        : m_rules(rules)
        , m_context(context)
        , m_report(report)
    {
    }

    /// Objects of this type are not entered: the validator does them one by one.
    void leaveOut(const catalog::ObjectType *type) { m_leftOut = type; }

    /// Checks an object and what stands below it. The report's place is the object's. `place`, where asked for, receives
    /// the object's members by field.
    void object(const payload::Value &value, const CompiledType &type, ObjectPlace *place = nullptr);

private:
    void member(const payload::Value &value, const CompiledType &type, std::size_t field);
    void item(const payload::Value &value, const CompiledType &type, std::size_t field);
    void unknown(const payload::Value &value);

    const RuleSet &m_rules;
    const Context &m_context;
    Report &m_report;
    const catalog::ObjectType *m_leftOut = nullptr;
    std::string m_scratch;
};

} // namespace marquee::rules
