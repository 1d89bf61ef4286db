// SPDX-License-Identifier: GPL-3.0-or-later
#include "performances/Cells.h"

#include "payload/JsonText.h"
#include "performances/Capacities.h"
#include "performances/ListEdits.h"
#include "performances/ScaledNumber.h"
#include "performances/TypedTimes.h"
#include "rules/FieldEdits.h"
#include "windows/RowCells.h"

#include <QCoreApplication>
#include <QStringList>

namespace marquee::performances {

using namespace Qt::StringLiterals;
using payload::Edit;
using payload::Pointer;
using payload::Value;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Performances)
};

std::vector<std::string> listIn(const QString &cell)
{
    // Where one semicolon stands, a comma is part of an entry: "German, subtitled; 3D".
    QStringList parts = cell.contains(u';') ? cell.split(u';') : windows::partsOf(cell);
    std::vector<std::string> texts;
    for (const QString &part : parts) {
        if (!part.trimmed().isEmpty())
            texts.push_back(part.trimmed().toStdString());
    }
    return texts;
}

std::optional<QString> yesNoIn(const QString &cell)
{
    const QString word = cell.trimmed().toLower();
    if (QStringList{u"true"_s, u"yes"_s, u"y"_s, u"1"_s, u"x"_s, u"ja"_s, u"wahr"_s}.contains(word))
        return u"true"_s;
    if (QStringList{u"false"_s, u"no"_s, u"n"_s, u"0"_s, u"nein"_s, u"falsch"_s}.contains(word))
        return u"false"_s;
    return std::nullopt;
}

/// A cell as the message writes it; `problem` says why it stays as it is where it isn't what the field holds.
QString typed(const Field &field, const QString &cell, QString &problem)
{
    const QString text = cell.trimmed();
    switch (field.kind) {
    case FieldKind::Date:
        if (const auto date = readDate(text))
            return written(*date);
        problem = Words::tr("“%1” isn't a date. Write it like 2027-03-14. It is kept as text.").arg(text);
        break;
    case FieldKind::Time:
        if (const auto time = readTime(text))
            return written(*time);
        problem = Words::tr("“%1” isn't a time. Write it like 19:30. It is kept as text.").arg(text);
        break;
    case FieldKind::YesNo:
        if (const auto word = yesNoIn(text))
            return *word;
        problem = Words::tr("“%1” is neither yes nor no. Write true or false. It is kept as text.").arg(text);
        break;
    case FieldKind::Integer: {
        bool isNumber = false;
        text.toLongLong(&isNumber);
        if (!isNumber)
            problem = Words::tr("“%1” isn't a whole number. It is kept as text.").arg(text);
        break;
    }
    default:
        break;
    }
    return text;
}

std::string member(const QString &text)
{
    return payload::encodeJsonString(text);
}

QString noScaled(const QString &cell)
{
    return Words::tr("“%1” isn't a number with at most 9 decimals. Write it like 45.5. The row keeps what it says.")
        .arg(cell);
}

QString noCapacities(const QString &cell)
{
    return Words::tr("“%1” isn't a list of seats. Write it like Standard=120; Balcony=40. The row keeps what it says.")
        .arg(cell);
}

} // namespace

QString cellOf(const Value &performance, const Field &field)
{
    const Value value = performance.member(field.name);
    switch (field.kind) {
    case FieldKind::List: {
        QStringList texts;
        for (const std::string &text : itemsOf(performance, field))
            texts << QString::fromStdString(text);
        const QString cell = texts.join(u"; "_s);
        return texts.size() == 1 && cell.contains(u',') && !cell.contains(u';') ? QString(cell + u';') : cell;
    }
    case FieldKind::Capacities:
        return wordsOf(capacitiesOf(performance));
    case FieldKind::Scaled:
        if (const auto number = scaledOf(value))
            return plainText(*number);
        return QString::fromStdString(textOf(value));
    default:
        return QString::fromStdString(textOf(value));
    }
}

std::optional<std::string> cellJson(const Field &field, const QString &cell, QString &problem)
{
    if (cell.trimmed().isEmpty())
        return std::nullopt;
    switch (field.kind) {
    case FieldKind::List: {
        std::string items;
        for (const std::string &text : listIn(cell))
            items += (items.empty() ? "" : ",") + payload::encodeJsonString(std::string_view(text));
        if (items.empty())
            return std::nullopt;
        return "{" + payload::encodeJsonString(std::string_view(field.item)) + ":[" + items + "]}";
    }
    case FieldKind::Capacities: {
        const auto capacities = readCapacities(cell);
        if (!capacities)
            problem = noCapacities(cell);
        std::string items;
        for (const SeatCapacity &capacity : capacities.value_or(std::vector<SeatCapacity>()))
            items += (items.empty() ? "" : ",") + jsonOf(capacity);
        if (items.empty())
            return std::nullopt;
        return "{\"SeatCapacity\":[" + items + "]}";
    }
    case FieldKind::Scaled: {
        const auto number = readScaled(cell);
        if (number)
            return jsonOf(*number);
        problem = noScaled(cell);
        return std::nullopt;
    }
    default:
        return member(typed(field, cell, problem));
    }
}

std::vector<Edit> cellEdits(const rules::Context &context, const Pointer &performance, const Field &field,
    const QString &cell, QString &problem)
{
    const Pointer at = performance.child(field.name);
    const Value stands = context.document.find(performance);
    if (cellOf(stands, field) == cell)
        return {};
    if (cell.trimmed().isEmpty()) {
        const auto edit = rules::removeField(context, at);
        return edit ? std::vector{*edit} : std::vector<Edit>();
    }
    switch (field.kind) {
    case FieldKind::List:
        return listEdits(context, performance, field, listIn(cell));
    case FieldKind::Capacities:
        if (const auto capacities = readCapacities(cell))
            return capacityEdits(context, performance, *capacities);
        problem = noCapacities(cell);
        return {};
    case FieldKind::Scaled:
        if (const auto number = readScaled(cell))
            return scaledOf(stands.member(field.name)) == number ? std::vector<Edit>()
                                                                 : scaledEdits(context, at, *number);
        problem = noScaled(cell);
        return {};
    default: {
        const QString text = typed(field, cell, problem);
        if (stands.member(field.name) && textOf(stands.member(field.name)) == text.toStdString())
            return {};
        return {rules::placeValue(context, at, member(text))};
    }
    }
}

} // namespace marquee::performances
