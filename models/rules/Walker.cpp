// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Walker.h"

namespace marquee::rules {

using catalog::Field;
using catalog::FieldType;
using payload::Kind;
using payload::Value;

namespace {

/// Whether a value has the JSON type that the field asks for; lists are looked at item by item.
bool hasType(const Value &value, const Field &field)
{
    switch (field.type) {
    case FieldType::Any:
        return true;
    case FieldType::Object:
        return value.isObject();
    case FieldType::Integer:
    case FieldType::Count:
    case FieldType::Decimal:
        return value.isNumber();
    case FieldType::Boolean:
        return value.isBoolean();
    default:
        return value.isString();
    }
}

} // namespace

void Walker::object(const Value &value, const CompiledType &type, ObjectPlace *out)
{
    ObjectPlace own{m_context, type.type, value, {}};
    ObjectPlace &place = out ? *out : own;
    place.type = type.type;
    place.object = value;
    place.fields.clear();
    for (std::uint32_t i = 0; i < value.size(); ++i) {
        const Value child = value.at(i);
        const int field = type.type ? type.type->indexOf(child.name(m_scratch)) : -1;
        place.fields.push_back(static_cast<std::int16_t>(field));
        m_report.enter(i);
        if (field >= 0)
            member(child, type, static_cast<std::size_t>(field));
        else
            unknown(child);
        m_report.leave();
    }
    for (const ObjectRule *rule : type.objectRules)
        rule->check(place, m_report);
}

bool Walker::isLeftOut(const Value &value, const Field &field) const
{
    return m_leftOut && field.object == m_leftOut && value.kind() == (field.list ? Kind::Array : Kind::Object)
        && (!m_leftOutList || *m_leftOutList == m_report.place());
}

void Walker::member(const Value &value, const CompiledType &type, std::size_t field)
{
    if (isLeftOut(value, type.type->fields[field]))
        return;
    if (value.isXml()) {
        xmlMember(value, type, field);
        return;
    }
    if (!type.type->fields[field].list) {
        item(value, type, field);
        return;
    }
    if (!value.isArray()) {
        const bool saysNothing = value.kind() == Kind::Null && m_context.kind == DocumentKind::ProductionReply;
        if (type.type->fields[field].type == FieldType::Any)
            unknown(value);
        else if (!saysNothing)
            m_report.add(*m_rules.wrongType);
        return;
    }
    for (std::uint32_t i = 0; i < value.size(); ++i) {
        m_report.enter(i);
        item(value.at(i), type, field);
        m_report.leave();
    }
}

void Walker::item(const Value &value, const CompiledType &type, std::size_t index)
{
    const Field &field = type.type->fields[index];
    // A reply may say with null that it knows nothing; what it lacks of a production has a rule of its own (AT007).
    if (value.kind() == Kind::Null && m_context.kind == DocumentKind::ProductionReply)
        return;
    if (!hasType(value, field)) {
        m_report.add(*m_rules.wrongType);
        return;
    }
    if (field.type == FieldType::Object) {
        object(value, *type.below[index]);
        return;
    }
    if (field.type == FieldType::Any) {
        unknown(value);
        return;
    }
    std::string scratch;
    scalar(value, value.isString() ? value.string(scratch) : value.raw(scratch), type, index);
}

void Walker::scalar(const Value &value, std::string_view text, const CompiledType &type, std::size_t field)
{
    const auto &rules = type.valueRules[field];
    if (rules.empty())
        return;
    const ValuePlace place{m_context, type.type->fields[field], value, text};
    for (const ValueRule *rule : rules)
        rule->check(place, m_report);
}

/// Several elements of one name: a list, or (PL002) one that stands too often.
void Walker::xmlMember(const Value &value, const CompiledType &type, std::size_t field)
{
    if (!value.isArray()) {
        xmlItem(value, type, field);
        return;
    }
    for (std::uint32_t i = 0; i < value.size(); ++i) {
        m_report.enter(i);
        xmlItem(value.at(i), type, field);
        m_report.leave();
    }
}

void Walker::xmlItem(const Value &value, const CompiledType &type, std::size_t index)
{
    const Field &field = type.type->fields[index];
    std::string scratch;
    if (field.type == FieldType::Any) {
        unknown(value);
    } else if (field.type == FieldType::Object) {
        xmlObject(value, *type.below[index]);
    } else if (!value.isObject()) {
        scalar(value, value.string(scratch), type, index);
    } else {
        // Attributes or elements where only text belongs: rules for objects say so.
        object(value, m_rules.compiled("PlainElement"));
        const std::int64_t text = value.indexOf("#text");
        if (text < 0)
            return;
        m_report.enter(static_cast<std::uint32_t>(text));
        const Value inner = value.at(static_cast<std::uint32_t>(text));
        scalar(inner, inner.string(scratch), type, index);
        m_report.leave();
    }
}

/// An element without attributes reads as a text, and may be what carries the text of its type, or an object without anything.
void Walker::xmlObject(const Value &value, const CompiledType &type)
{
    object(value, type);
    const int text = type.type->indexOf("#text");
    if (text < 0 || value.indexOf("#text") >= 0)
        return;
    std::string scratch;
    scalar(value, value.string(scratch), type, static_cast<std::size_t>(text));
}

void Walker::unknown(const Value &value)
{
    if (value.isObject()) {
        object(value, m_rules.unknown());
        return;
    }
    for (std::uint32_t i = 0; value.isArray() && i < value.size(); ++i) {
        m_report.enter(i);
        unknown(value.at(i));
        m_report.leave();
    }
}

} // namespace marquee::rules
