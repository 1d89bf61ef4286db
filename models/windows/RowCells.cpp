// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/RowCells.h"

#include "timeline/Move.h"

#include <QRegularExpression>

namespace marquee::windows {

using namespace Qt::StringLiterals;
using exchange::FieldPlace;
using payload::Value;

namespace {

constexpr std::size_t WindowDepth = 3; ///< tokens of /avail/Transaction/0

QString textOf(const Value &value)
{
    if (value.isString())
        return QString::fromStdString(value.string());
    return value && !value.isObject() && !value.isArray() ? QString::fromStdString(value.raw()) : QString();
}

Value below(Value value, const FieldPlace &place, std::size_t from)
{
    for (std::size_t i = from; i < place.pointer.tokens.size(); ++i)
        value = value.member(place.pointer.tokens[i].text);
    return value;
}

QString termCell(const Value &window, const FieldPlace &place)
{
    const Value terms = window.member("Terms");
    for (std::uint32_t i = 0; terms.isArray() && i < terms.size(); ++i) {
        if (terms.at(i).member("_termName").string() != place.term->name)
            continue;
        const Value value = terms.at(i).member(catalog::termProperty(place.term->kind));
        if (place.term->kind == catalog::TermKind::Money)
            return textOf(value.member(place.isCurrency ? "_currency" : "value"));
        return textOf(value);
    }
    return {};
}

} // namespace

std::vector<FieldPlace> windowPlaces(const catalog::Catalog &catalog)
{
    // Of an empty document, so that what stands in it doesn't come first.
    const auto nothing = payload::Document::read("{}").value();
    std::vector<FieldPlace> places = exchange::fieldPlaces(*nothing, catalog);
    std::erase_if(places, [](const FieldPlace &place) { return !place.pointer.startsWith(placeOf(0)); });
    return places;
}

std::optional<ListPlace> listPlace(const FieldPlace &place)
{
    const auto &tokens = place.pointer.tokens;
    if (place.term || tokens.size() != WindowDepth + 3 || tokens[WindowDepth + 1].text != "0")
        return std::nullopt;
    return ListPlace{tokens[WindowDepth].text, tokens.back().text};
}

QString cellOf(const Value &window, const FieldPlace &place)
{
    if (place.term)
        return termCell(window, place);
    const auto list = listPlace(place);
    if (!list)
        return textOf(below(window, place, WindowDepth));
    QStringList parts;
    const Value items = window.member(list->list);
    bool isEmpty = true;
    for (std::uint32_t i = 0; items.isArray() && i < items.size(); ++i) {
        parts << textOf(items.at(i).member(list->member));
        isEmpty = isEmpty && parts.last().isEmpty();
    }
    return isEmpty ? QString() : parts.join(u", "_s);
}

QStringList partsOf(const QString &cell)
{
    static const QRegularExpression between(u"[,;]"_s);
    QStringList parts = cell.split(between);
    for (QString &part : parts)
        part = part.trimmed();
    return parts;
}

} // namespace marquee::windows
