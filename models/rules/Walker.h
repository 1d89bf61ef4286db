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

    /// Objects of this type are not entered: the validator does them one by one. With a place, only those in that list.
    void leaveOut(const catalog::ObjectType *type, const payload::Path *list = nullptr)
    {
        m_leftOut = type;
        m_leftOutList = list;
    }

    /// Checks an object and what stands below it. The report's place is the object's. `place`, where asked for, receives
    /// the object's members by field.
    void object(const payload::Value &value, const CompiledType &type, ObjectPlace *place = nullptr);

private:
    void member(const payload::Value &value, const CompiledType &type, std::size_t field);
    void item(const payload::Value &value, const CompiledType &type, std::size_t field);
    void scalar(const payload::Value &value, std::string_view text, const CompiledType &type, std::size_t field);
    void unknown(const payload::Value &value);
    bool isLeftOut(const payload::Value &value, const catalog::Field &field) const;

    // XML has no types of its own: what is found is taken as what the catalogue says, and rules judge its text.
    void xmlMember(const payload::Value &value, const CompiledType &type, std::size_t field);
    void xmlItem(const payload::Value &value, const CompiledType &type, std::size_t field);
    void xmlObject(const payload::Value &value, const CompiledType &type);

    const RuleSet &m_rules;
    const Context &m_context;
    Report &m_report;
    const catalog::ObjectType *m_leftOut = nullptr;
    const payload::Path *m_leftOutList = nullptr;
    std::string m_scratch;
};

} // namespace marquee::rules
