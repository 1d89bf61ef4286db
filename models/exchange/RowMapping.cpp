// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/RowMapping.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace marquee::exchange {

using namespace Qt::StringLiterals;
using catalog::Field;
using catalog::FieldType;
using catalog::ObjectType;
using payload::Pointer;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Rows", text);
}

/// Collects the scalar fields below a type.
class Collecting
{
public:
    Collecting(const payload::Document &document, std::vector<FieldPlace> &places)
        : m_document(document)
        , m_places(places)
    {
    }

    void type(const ObjectType &type, const Pointer &at, const QString &label, int depth)
    {
        constexpr int deepest = 6;
        for (const Field &field : type.fields) {
            Pointer place = at.child(field.name);
            if (field.list)
                place = place.child(std::uint32_t{0});
            if (field.object && field.object->name == "Term")
                continue; // by name
            if (field.object && depth < deepest)
                this->type(*field.object, place, field.label, depth + 1);
            else if (!field.object && field.type != FieldType::Any)
                m_places.push_back({place, &field, nullptr, false,
                    label.isEmpty() ? field.label : QString(label + u" › "_s + field.label), field.type,
                    static_cast<bool>(m_document.find(place))});
        }
    }

private:
    const payload::Document &m_document;
    std::vector<FieldPlace> &m_places;
};

FieldType typeOf(catalog::TermKind kind)
{
    switch (kind) {
    case catalog::TermKind::Boolean:
        return FieldType::Boolean;
    case catalog::TermKind::Money:
    case catalog::TermKind::Number:
        return FieldType::Decimal;
    default:
        return FieldType::Text;
    }
}

/// A place by a name that stays: a pointer, or a term's name.
std::string keyOf(const FieldPlace &place)
{
    if (place.term)
        return "term " + place.term->name + (place.isCurrency ? " currency" : "");
    return place.pointer.toString();
}

QString plain(QStringView text)
{
    QString plain;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            plain += c.toCaseFolded();
    }
    return plain;
}

/// What a place may be called, the surest first.
QStringList namesOf(const FieldPlace &place)
{
    if (place.term) {
        const QString name = QString::fromStdString(place.term->name);
        if (place.isCurrency)
            return {plain(QString(name + u"currency"_s)), plain(QString(place.term->label + u"currency"_s))};
        return {plain(name), plain(place.term->label), plain(QString(u"term"_s + name))};
    }
    QStringList tokens;
    for (const Pointer::Token &token : place.pointer.tokens) {
        const QString text = QString::fromStdString(token.text);
        if (text != u"0"_s && text != u"avail"_s)
            tokens << text;
    }
    // FormatProfile's value is called FormatProfile, Territory's country Territory.
    QStringList names{plain(QString::fromStdString(place.pointer.toString())), plain(tokens.join(QString()))};
    const bool isInside = tokens.size() > 1
        && (tokens.last() == u"value"_s || tokens.last() == u"country"_s || tokens.last() == u"Number"_s);
    names << plain(isInside ? tokens.at(tokens.size() - 2) : tokens.last()) << plain(place.label);
    if (place.field)
        names << plain(place.field->label);
    if (tokens.last() != u"value"_s)
        names << plain(tokens.last());
    return names;
}

/// What spreadsheets call it, where that isn't what the payload does.
QString usualName(const QString &heading)
{
    static const QHash<QString, QString> usual{{u"windowid"_s, u"transactionid"_s},
        {u"title"_s, u"titleinternalalias"_s}, {u"country"_s, u"territory"_s}, {u"format"_s, u"formatprofile"_s},
        {u"licensetype"_s, u"licensetype"_s}, {u"licencetype"_s, u"licensetype"_s}, {u"price"_s, u"srp"_s},
        {u"pricecurrency"_s, u"srpcurrency"_s}, {u"currency"_s, u"srpcurrency"_s},
        {u"licensor"_s, u"licensordisplayname"_s}, {u"displayname"_s, u"licensordisplayname"_s},
        {u"startdate"_s, u"start"_s}, {u"enddate"_s, u"end"_s}, {u"contract"_s, u"contractid"_s},
        {u"language"_s, u"assetlanguage"_s}, {u"contentid"_s, u"contentid"_s}};
    return usual.value(heading);
}

} // namespace

std::vector<FieldPlace> fieldPlaces(const payload::Document &document, const catalog::Catalog &catalog)
{
    std::vector<FieldPlace> places;
    if (const ObjectType *root = catalog.type("AvailDocument"))
        Collecting(document, places).type(*root, {}, {}, 0);
    const Pointer terms = Pointer().child("avail").child("Transaction").child(std::uint32_t{0}).child("Terms");
    for (const catalog::TermDefinition &term : catalog.terms()) {
        places.push_back({terms, nullptr, &term, false, tr("Term › %1").arg(term.label), typeOf(term.kind), false});
        if (term.kind == catalog::TermKind::Money)
            places.push_back(
                {terms, nullptr, &term, true, tr("Term › %1, currency").arg(term.label), FieldType::Currency, false});
    }
    std::stable_partition(places.begin(), places.end(), [](const FieldPlace &place) { return place.isInTemplate; });
    return places;
}

RowMapping RowMapping::byName(
    const QStringList &headings, const payload::Document &document, const catalog::Catalog &catalog)
{
    RowMapping mapping;
    mapping.places = fieldPlaces(document, catalog);
    mapping.columns.assign(static_cast<std::size_t>(headings.size()), Unmatched);
    std::vector<QStringList> names;
    qsizetype longest = 0;
    for (const FieldPlace &place : mapping.places) {
        names.push_back(namesOf(place));
        longest = std::max(longest, names.back().size());
    }
    std::vector<bool> isTaken(mapping.places.size(), false);
    const auto match = [&](const QString &wanted) {
        for (qsizetype rank = 0; rank < longest; ++rank) {
            for (std::size_t i = 0; i < names.size(); ++i) {
                if (!isTaken[i] && names[i].value(rank) == wanted)
                    return static_cast<int>(i);
            }
        }
        return Unmatched;
    };
    for (qsizetype i = 0; i < headings.size(); ++i) {
        const QString wanted = plain(headings[i]);
        int &column = mapping.columns[static_cast<std::size_t>(i)];
        if (wanted.isEmpty())
            continue;
        if (wanted == u"requestitemid"_s || wanted == u"itemid"_s)
            column = ItemId;
        else if (wanted == u"expect"_s || wanted == u"expected"_s || wanted == u"expectation"_s)
            column = Expected;
        else
            column = match(wanted);
        if (column == Unmatched && !usualName(wanted).isEmpty())
            column = match(usualName(wanted));
        if (column >= 0)
            isTaken[static_cast<std::size_t>(column)] = true;
    }
    return mapping;
}

QStringList RowMapping::unmatched(const QStringList &headings) const
{
    QStringList left;
    for (qsizetype i = 0; i < headings.size(); ++i) {
        if (columns[static_cast<std::size_t>(i)] == Unmatched)
            left << headings[i];
    }
    return left;
}

QString RowMapping::toText() const
{
    nlohmann::json kept = nlohmann::json::array();
    for (const int column : columns) {
        if (column >= 0)
            kept.push_back(keyOf(places[static_cast<std::size_t>(column)]));
        else
            kept.push_back(column);
    }
    return QString::fromStdString(kept.dump());
}

RowMapping RowMapping::fromText(const QString &kept, const QStringList &headings, const payload::Document &document,
    const catalog::Catalog &catalog)
{
    RowMapping mapping = byName(headings, document, catalog);
    const auto json = nlohmann::json::parse(kept.toStdString(), nullptr, false);
    if (!json.is_array() || json.size() != mapping.columns.size())
        return mapping;
    for (std::size_t i = 0; i < json.size(); ++i) {
        int &column = mapping.columns[i];
        column = Unmatched;
        if (json[i] == ItemId || json[i] == Expected)
            column = json[i].get<int>();
        for (std::size_t place = 0; json[i].is_string() && place < mapping.places.size(); ++place) {
            if (keyOf(mapping.places[place]) == json[i].get_ref<const std::string &>())
                column = static_cast<int>(place);
        }
    }
    return mapping;
}

} // namespace marquee::exchange
