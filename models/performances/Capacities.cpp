// SPDX-License-Identifier: GPL-3.0-or-later
#include "performances/Capacities.h"

#include "payload/Document.h"
#include "payload/JsonText.h"
#include "performances/Message.h"
#include "rules/FieldEdits.h"

#include <QStringList>

#include <algorithm>

namespace marquee::performances {

using namespace Qt::StringLiterals;
using payload::Edit;
using payload::Pointer;
using payload::Value;

namespace {

std::string member(const std::string &text)
{
    return payload::encodeJsonString(std::string_view(text));
}

} // namespace

Pointer capacitiesPlace(const Pointer &performance)
{
    return performance.child("SeatCapacities").child("SeatCapacity");
}

std::vector<SeatCapacity> capacitiesOf(const Value &performance)
{
    std::vector<SeatCapacity> capacities;
    const Value list = performance.member("SeatCapacities").member("SeatCapacity");
    for (std::uint32_t i = 0; list.isArray() && i < list.size(); ++i)
        capacities.push_back({textOf(list.at(i).member("SeatType")), textOf(list.at(i).member("Capacity"))});
    return capacities;
}

std::optional<qint64> seatsOf(const std::vector<SeatCapacity> &capacities)
{
    std::optional<qint64> sum;
    for (const SeatCapacity &capacity : capacities) {
        bool isNumber = false;
        const qint64 seats = QString::fromStdString(capacity.seats).trimmed().toInt(&isNumber);
        if (isNumber)
            sum = sum.value_or(0) + seats;
    }
    return sum;
}

QString wordsOf(const std::vector<SeatCapacity> &capacities)
{
    QStringList words;
    for (const SeatCapacity &capacity : capacities)
        words << QString::fromStdString(capacity.type + '=' + capacity.seats);
    return words.join(u"; "_s);
}

std::optional<std::vector<SeatCapacity>> readCapacities(const QString &cell)
{
    std::vector<SeatCapacity> capacities;
    for (const QString &part : cell.split(u';', Qt::SkipEmptyParts)) {
        if (part.trimmed().isEmpty())
            continue;
        // A type may have a colon or an equals sign in it; the number stands behind the last.
        const qsizetype at = std::max(part.lastIndexOf(u'='), part.lastIndexOf(u':'));
        bool isNumber = false;
        const QString seats = part.mid(at + 1).trimmed();
        const int number = seats.toInt(&isNumber);
        if (at < 0 || !isNumber || number < 0 || part.left(at).trimmed().isEmpty())
            return std::nullopt;
        capacities.push_back({part.left(at).trimmed().toStdString(), QString::number(number).toStdString()});
    }
    return capacities;
}

std::string jsonOf(const SeatCapacity &capacity)
{
    return "{\"SeatType\":" + member(capacity.type) + ",\"Capacity\":" + member(capacity.seats) + '}';
}

Edit addCapacity(const rules::Context &context, const Pointer &performance, const SeatCapacity &capacity)
{
    const Pointer list = capacitiesPlace(performance);
    if (context.document.find(list).isArray())
        return Edit::insertItem(list, jsonOf(capacity));
    const Value around = context.document.find(list.parent());
    if (around.isObject() && around.size() > 0)
        return Edit::insertMember(list.parent(), "SeatCapacity", '[' + jsonOf(capacity) + ']');
    return rules::placeValue(context, list.parent(), "{\"SeatCapacity\":[" + jsonOf(capacity) + "]}");
}

std::vector<Edit> capacityEdits(
    const rules::Context &context, const Pointer &performance, const std::vector<SeatCapacity> &wanted)
{
    const std::vector<SeatCapacity> old = capacitiesOf(context.document.find(performance));
    const Pointer list = capacitiesPlace(performance);
    std::vector<Edit> edits;
    if (old.empty()) {
        std::string items;
        for (const SeatCapacity &capacity : wanted)
            items += (items.empty() ? "" : ",") + jsonOf(capacity);
        if (!wanted.empty())
            edits.push_back(rules::placeValue(context, list.parent(), "{\"SeatCapacity\":[" + items + "]}"));
        return edits;
    }
    for (std::size_t i = old.size(); i-- > wanted.size();)
        edits.push_back(Edit::remove(list.child(static_cast<std::uint32_t>(i))));
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const Pointer at = list.child(static_cast<std::uint32_t>(i));
        if (i >= old.size()) {
            edits.push_back(Edit::insertItem(list, jsonOf(wanted[i])));
            continue;
        }
        const Value item = context.document.find(at);
        if (!item.member("SeatType") || !item.member("Capacity")) {
            if (old[i] != wanted[i])
                edits.push_back(Edit::set(at, jsonOf(wanted[i])));
            continue;
        }
        if (old[i].type != wanted[i].type)
            edits.push_back(Edit::set(at.child("SeatType"), member(wanted[i].type)));
        if (old[i].seats != wanted[i].seats)
            edits.push_back(Edit::set(at.child("Capacity"), member(wanted[i].seats)));
    }
    return edits;
}

} // namespace marquee::performances
