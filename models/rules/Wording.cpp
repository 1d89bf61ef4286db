// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Wording.h"

#include "payload/JsonText.h"

#include <QCoreApplication>

namespace marquee::rules {

using catalog::FieldType;
using payload::Edit;
using payload::Value;

QString tr(const char *text)
{
    return QCoreApplication::translate("rules", text);
}

QString words(std::string_view utf8)
{
    // What is quoted is to be recognised, not read: a value can hold megabytes.
    constexpr std::size_t Most = 400;
    if (utf8.size() <= Most)
        return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    std::size_t end = Most;
    while (end > 0 && (static_cast<unsigned char>(utf8[end]) & 0xC0U) == 0x80U)
        --end;
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(end)) + QChar(0x2026);
}

payload::Pointer pointerOf(const Problem &problem, const Context &context)
{
    return context.document.pointerTo(problem.path);
}

Value valueOf(const Problem &problem, const Context &context)
{
    return context.document.at(problem.path);
}

Value holderOf(const Problem &problem, const Context &context)
{
    payload::Path path = problem.path;
    if (!path.isEmpty())
        path.pop_back();
    return context.document.at(path);
}

Fix fix(const char *id, const QString &title, std::vector<Edit> edits)
{
    return {QString::fromLatin1(id), title, std::move(edits), {}};
}

Fix changeTo(const Problem &problem, const Context &context, const std::string &text)
{
    return fix("change", tr("Change to “%1”").arg(words(text)),
               {Edit::set(pointerOf(problem, context), payload::encodeJsonString(text))});
}

std::string_view rootTypeName(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::Avail:
        return "AvailDocument";
    case DocumentKind::AvailReply:
        return "AvailReply";
    case DocumentKind::Batch:
        return "Batch";
    case DocumentKind::BatchReply:
        return "BatchReply";
    case DocumentKind::Performance:
        return "ShowTimeAnalyticsDocument";
    case DocumentKind::Callback:
        return "ShowTimeAnalyticsResponseDocument";
    case DocumentKind::ProductionQuery:
        return "ProductionQuery";
    case DocumentKind::ProductionIds:
        return "ProductionIds";
    case DocumentKind::ProductionReply:
        return "ProductionReply";
    default:
        return "Outcome";
    }
}

FieldAt fieldAt(const Context &context, const payload::Path &path)
{
    const catalog::ObjectType *type = context.catalog.type(rootTypeName(context.kind));
    FieldAt at;
    Value value = context.document.root();
    std::string scratch;
    for (const std::uint32_t index : path) {
        const Value child = value.at(index);
        if (value.isObject()) {
            at.owner = type;
            at.field = type ? type->find(child.name(scratch)) : nullptr;
            at.isItem = false;
            type = at.field ? at.field->object : nullptr;
        } else {
            at.isItem = true;
        }
        value = child;
    }
    return at;
}

std::int64_t placeFor(const Value &object, const catalog::ObjectType &type, std::string_view name)
{
    const int wanted = type.indexOf(name);
    std::int64_t place = 0;
    std::string scratch;
    for (std::uint32_t i = 0; i < object.size(); ++i) {
        const int field = type.indexOf(object.at(i).name(scratch));
        if (wanted < 0 || field < 0 || field < wanted)
            place = i + 1;
    }
    return place;
}

std::string skeleton(const catalog::ObjectType &type)
{
    std::string json;
    for (const catalog::Field &field : type.fields) {
        if (field.required == catalog::Requirement::Never)
            continue;
        json += (json.empty() ? "" : ",") + payload::encodeJsonString(field.name) + ':' + skeleton(field);
    }
    return '{' + json + '}';
}

std::string skeleton(const catalog::Field &field)
{
    std::string json = "\"\"";
    switch (field.type) {
    case FieldType::Object:
        json = skeleton(*field.object);
        break;
    case FieldType::Integer:
    case FieldType::Count:
        json = "1";
        break;
    case FieldType::Decimal:
        json = "0";
        break;
    case FieldType::Boolean:
        json = "false";
        break;
    case FieldType::Any:
        json = "null";
        break;
    default:
        break;
    }
    return field.list ? '[' + json + ']' : json;
}

std::string termJson(const catalog::TermDefinition &term, std::string_view value)
{
    const std::string text = payload::encodeJsonString(value);
    std::string json = text;
    if (term.kind == catalog::TermKind::Boolean || term.kind == catalog::TermKind::Number)
        json = value.empty() ? "false" : std::string(value);
    else if (term.kind == catalog::TermKind::Money)
        json = value.empty() ? "{\"value\":0,\"_currency\":\"USD\"}" : std::string(value);
    return "{\"_termName\":" + payload::encodeJsonString(term.name) + ','
        + payload::encodeJsonString(catalog::termProperty(term.kind)) + ':' + json + '}';
}

} // namespace marquee::rules
