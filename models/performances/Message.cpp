// SPDX-License-Identifier: GPL-3.0-or-later
#include "performances/Message.h"

#include "rules/FieldEdits.h"

#include <QByteArray>

#include <cstdlib>

namespace marquee::performances {

using payload::Edit;
using payload::Pointer;
using payload::Value;

Pointer messagePlace()
{
    return Pointer().child("ShowTimeAnalytics");
}

Pointer listPlace()
{
    return messagePlace().child("Performances").child("Performance");
}

Pointer placeOf(std::uint32_t row)
{
    return listPlace().child(row);
}

int rowOf(const Pointer &place)
{
    const Pointer list = listPlace();
    if (!place.startsWith(list) || place.tokens.size() == list.tokens.size())
        return -1;
    return std::atoi(place.tokens[list.tokens.size()].text.c_str());
}

MessageName nameOf(const payload::Document &document)
{
    const payload::Value message = document.root().at(0);
    return {QString::fromStdString(message.member("@dataSupplierId").string()),
        QString::fromStdString(message.member("@messageSequence").string())};
}

bool isMessage(const payload::Document &document)
{
    return document.root().size() == 1 && static_cast<bool>(document.root().member("ShowTimeAnalytics"));
}

Value listOf(const payload::Document &document)
{
    const Value list = document.root().member("ShowTimeAnalytics").member("Performances").member("Performance");
    return list.isArray() ? list : Value();
}

Value performanceAt(const payload::Document &document, std::uint32_t row)
{
    return listOf(document).at(row);
}

std::string textOf(const Value &value)
{
    if (value.isString())
        return value.string();
    if (value.isObject())
        return textOf(value.member("#text"));
    return value && !value.isArray() ? value.raw() : std::string();
}

Presence presenceOf(const Value &value)
{
    if (!value)
        return Presence::Absent;
    if (value.isString())
        return QByteArray::fromStdString(value.string()).trimmed().isEmpty() ? Presence::Empty : Presence::Set;
    if (value.isObject() || value.isArray())
        return value.size() == 0 ? Presence::Empty : Presence::Set;
    return Presence::Set;
}

bool isTrue(const Value &value)
{
    return QByteArray::fromStdString(textOf(value)).trimmed() == "true";
}

Edit insertPerformance(const rules::Context &context, const std::string &json, std::uint32_t at)
{
    const Value list = listOf(context.document);
    if (list)
        return Edit::insertItem(listPlace(), json, at >= list.size() ? Edit::AtEnd : std::int64_t(at));
    const Pointer around = listPlace().parent();
    const Value stands = context.document.find(around);
    if (stands.isObject()) // something else is in it
        return Edit::insertMember(around, "Performance", '[' + json + ']');
    if (stands)
        return Edit::set(around, "{\"Performance\":[" + json + "]}");
    return rules::placeValue(context, placeOf(0), json);
}

} // namespace marquee::performances
