// SPDX-License-Identifier: GPL-3.0-or-later
#include "productions/Productions.h"

#include "payload/Document.h"
#include "rules/Kind.h"
#include "rules/ProductionFacts.h"
#include "rules/Wording.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QStringDecoder>
#include <QStringTokenizer>

#include <cmath>
#include <limits>

namespace marquee::productions {

using namespace Qt::StringLiterals;
using payload::Value;

namespace {

constexpr qsizetype mostIds = 10'000;
constexpr qsizetype largestPaste = 64 * 1024 * 1024; // in bytes; what comes behind isn't looked at

/// What a value says; of another type than a text, the beginning of its JSON.
QString textOf(const Value &value)
{
    if (!value || value.kind() == payload::Kind::Null)
        return {};
    return value.isString() ? QString::fromStdString(value.string()) : rules::words(value.raw());
}

QString textOf(const Value &object, std::string_view name)
{
    return textOf(object.member(name));
}

/// A list of texts; one text in place of a list is a list of one.
QStringList textsOf(const Value &value)
{
    QStringList texts;
    for (std::uint32_t i = 0; value.isArray() && i < value.size(); ++i)
        texts << textOf(value.at(i));
    if (!value.isArray() && !textOf(value).isEmpty())
        texts << textOf(value);
    return texts;
}

std::optional<int> wholeNumber(const Value &value)
{
    if (!value.isNumber())
        return std::nullopt;
    const double number = QByteArray::fromStdString(value.raw()).toDouble();
    constexpr double most = std::numeric_limits<int>::max();
    if (!(std::abs(number) <= most) || number != std::floor(number))
        return std::nullopt;
    return static_cast<int>(number);
}

std::vector<Credit> creditsOf(const Value &list, std::string_view roleName)
{
    std::vector<Credit> credits;
    for (std::uint32_t i = 0; list.isArray() && i < list.size(); ++i) {
        const Value one = list.at(i);
        credits.push_back(
            one.isObject() ? Credit{textOf(one, "name"), textOf(one, roleName)} : Credit{textOf(one), {}});
    }
    return credits;
}

QStringList listed(const std::vector<std::string> &names)
{
    QStringList list;
    for (const std::string &name : names)
        list << QString::fromStdString(name);
    return list;
}

Production productionOf(const Value &value, payload::Pointer place)
{
    Production production;
    production.place = std::move(place);
    production.id = textOf(value, "id");
    production.name = textOf(value, "name");
    production.synopsis = textOf(value, "synopsis");
    production.rating = textOf(value, "advisoryRating");
    production.releaseDate = textOf(value, "releaseDate");
    production.distributor = textOf(value, "distributor");
    production.imdbId = textOf(value, "imdbId");
    production.atomId = textOf(value, "atomProductionId");
    production.productionUrl = textOf(value, "productionUrl");
    production.score = textOf(value, "atomUserScore");
    production.genres = textsOf(value.member("genres"));
    production.runtimeMinutes = wholeNumber(value.member("runtimeMinutes"));
    const Value media = value.member("productionMedia");
    production.coverImageUrl = textOf(media.member("imageData"), "coverImageUrl");
    production.promoImageUrls = textsOf(media.member("imageData").member("promoImageUrls"));
    production.trailerUrls = textsOf(media.member("trailerData").member("trailerUrls"));
    const Value people = value.member("contributors");
    production.cast = creditsOf(people.member("cast"), "characterName");
    production.crew = creditsOf(people.member("crew"), "role");
    const rules::ProductionMembers members = rules::membersOf(value);
    production.missing = listed(members.missing);
    production.undocumented = listed(members.undocumented);
    return production;
}

void compareIds(ProductionsFound &found, const QStringList &askedIds)
{
    QHash<QString, int> times;
    for (const Production &production : found.productions)
        ++times[production.id];
    const QSet<QString> asked(askedIds.begin(), askedIds.end());
    QSet<QString> told;
    for (Production &production : found.productions) {
        const QString &id = production.id;
        if (id.isEmpty())
            continue;
        production.occurrences = times.value(id);
        if (told.contains(id))
            continue;
        told.insert(id);
        if (times.value(id) > 1)
            found.doubledIds << id;
        if (!asked.isEmpty() && !asked.contains(id))
            found.extraIds << id;
    }
    for (const QString &id : askedIds) {
        if (id.isEmpty() || told.contains(id))
            continue;
        told.insert(id);
        found.missingIds << id;
    }
}

class Ids
{
public:
    void add(const QString &id)
    {
        if (id.isEmpty() || m_seen.contains(id) || m_list.size() >= mostIds)
            return;
        m_seen.insert(id);
        m_list << id;
    }
    void addFrom(const Value &list)
    {
        for (std::uint32_t i = 0; i < list.size() && m_list.size() < mostIds; ++i) {
            const Value item = list.at(i);
            const Value id = item.isObject() ? item.member("id") : item;
            if (id.isString() || id.isNumber())
                add(textOf(id).trimmed());
        }
    }
    const QStringList &list() const { return m_list; }

private:
    QStringList m_list;
    QSet<QString> m_seen;
};

/// Nothing where it isn't JSON, or JSON in which no ids are known to stand.
std::optional<QStringList> idsInJson(const QByteArray &text)
{
    const QByteArray start = text.left(1000).trimmed();
    if (!start.startsWith('{') && !start.startsWith('['))
        return std::nullopt;
    const auto document = payload::Document::read(text);
    if (!document)
        return std::nullopt;
    const Value root = (*document)->root();
    const Value list = root.isArray()                ? root
        : root.member("productionDetails").isArray() ? root.member("productionDetails")
                                                     : root.member("ids");
    if (!list.isArray())
        return std::nullopt;
    Ids ids;
    ids.addFrom(list);
    return ids.list();
}

QString decoded(const QByteArray &text)
{
    const auto encoding = QStringConverter::encodingForData(text);
    QStringDecoder decoder(encoding.value_or(QStringConverter::Utf8));
    return decoder.decode(text);
}

} // namespace

ProductionsFound readProductions(const payload::Document &reply, const QStringList &askedIds)
{
    ProductionsFound found;
    const Value root = reply.root();
    if (rules::kindOf(root) != rules::DocumentKind::ProductionReply)
        return found;
    const Value list = root.member("productionDetails");
    const payload::Pointer place = payload::Pointer().child("productionDetails");
    for (std::uint32_t i = 0; list.isArray() && i < list.size(); ++i) {
        if (list.at(i).isObject())
            found.productions.push_back(productionOf(list.at(i), place.child(i)));
    }
    compareIds(found, askedIds);
    const Value info = root.member("pageInfo");
    if (info.isObject())
        found.page = PageInfo{wholeNumber(info.member("page")).value_or(0),
            wholeNumber(info.member("pageSize")).value_or(0), wholeNumber(info.member("totalPages")).value_or(0)};
    return found;
}

QStringList idsIn(const QByteArray &text)
{
    const QByteArray whole = text.left(largestPaste);
    if (const auto ids = idsInJson(whole))
        return *ids;
    static const QRegularExpression between(u"[\\s,;|\"'`\\[\\]{}()<>\\x{00a0}\\x{200b}\\x{feff}]+"_s);
    static const QStringList headings{u"id"_s, u"ids"_s, u"productionid"_s, u"ids:"_s};
    Ids ids;
    bool isFirst = true;
    const QString all = decoded(whole);
    for (const QStringView line : QStringTokenizer(all, u'\n')) {
        for (const QString &id : line.toString().split(between, Qt::SkipEmptyParts)) {
            if (!isFirst || !headings.contains(id.toLower())) // the head of a column
                ids.add(id);
            isFirst = false;
        }
    }
    return ids.list();
}

} // namespace marquee::productions
