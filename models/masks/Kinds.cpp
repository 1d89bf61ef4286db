// SPDX-License-Identifier: GPL-3.0-or-later
#include "masks/Kinds.h"

#include "catalog/Catalog.h"
#include "masks/StandIns.h"
#include "masks/Words.h"

#include <algorithm>
#include <array>
#include <span>

namespace marquee::masks {

using namespace Qt::StringLiterals;
using payload::Value;

namespace {

/// The names on the way, the innermost first; without items, and without the "value" and the text inside what has
/// attributes.
std::vector<std::string_view> namesOn(const std::vector<Step> &way)
{
    std::vector<std::string_view> names;
    for (auto step = way.rbegin(); step != way.rend(); ++step) {
        const bool isInner = names.empty() && (step->name == "value" || step->name == "#text") && way.size() > 1;
        if (!step->name.empty() && !isInner)
            names.push_back(step->name);
    }
    return names;
}

bool isAny(std::string_view name, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isBelow(std::span<const std::string_view> names, std::initializer_list<std::string_view> outer)
{
    return std::any_of(names.begin(), names.end(), [outer](std::string_view name) { return isAny(name, outer); });
}

/// The term in which a value stands; nothing elsewhere.
Value termOf(const std::vector<Step> &way)
{
    for (auto step = way.rbegin(); step != way.rend(); ++step) {
        if (step->holder.isObject() && step->holder.member("_termName"))
            return step->holder;
    }
    return {};
}

bool isTitle(std::span<const std::string_view> names, const QStringList &words)
{
    if (names.front() == "name" || names.front() == "Name")
        return names.size() > 1
            && isAny(names[1], {"productionDetails", "production", "productionDetail", "Event", "Events"});
    if (!words.contains(u"title"_s))
        return false;
    return !isAny(words.last().toStdString(), {"id", "type", "status", "language", "urn", "count", "number"});
}

bool isPrice(std::string_view name, const QStringList &words, const Value &term, const catalog::Catalog &catalog)
{
    if (term) {
        const std::string termName = term.member("_termName").string();
        const catalog::TermDefinition *known = catalog.term(termName);
        if (name == "_termName" || name == "_currency" || termName == "NA")
            return false;
        if (name == "Money")
            return true;
        return known && known->price;
    }
    if (isAny(name, {"DistributorRate", "DistributorPercentage"}))
        return true;
    return std::any_of(words.begin(), words.end(), [](const QString &word) {
        return word == u"price"_s || word == u"amount"_s || word == u"fee"_s || word == u"cost"_s || word == u"srp"_s
            || word == u"wsp"_s;
    });
}

bool isPerson(std::span<const std::string_view> names)
{
    const std::string_view name = names.front();
    if (isAny(name, {"distributor", "licensor", "Licensor", "Licensee", "ServiceProvider", "characterName"}))
        return true;
    if (isBelow(names.subspan(1), {"cast", "crew", "contributors", "People", "Person", "ContactInfo", "Contact"}))
        return !isAny(name, {"role", "JobFunction", "BillingBlockOrder"});
    return isBelow(names.subspan(1), {"Licensor", "Licensee", "ServiceProvider"})
        && isAny(name, {"DisplayName", "SortName", "AlternateName"});
}

bool isId(std::string_view name, const QStringList &words, const Value &term)
{
    if (term && name == "Text")
        return term.member("_termName").string() == "ChannelIdentity";
    const QString last = words.isEmpty() ? QString() : words.last();
    constexpr std::array<std::string_view, 7> endings{"id", "ids", "alid", "eidr", "urn", "identifier", "uuid"};
    return std::find(endings.begin(), endings.end(), last.toStdString()) != endings.end();
}

/// Digits alone; 1.5 and 1e9 aren't anybody's ID.
bool isWhole(std::string_view number)
{
    return number.size() <= 18 && number.find_first_not_of("0123456789") == std::string_view::npos;
}

bool isChosen(const std::vector<Step> &way, const MaskOptions &options)
{
    if (options.members.isEmpty())
        return false;
    return std::any_of(way.begin(), way.end(), [&](const Step &step) {
        return !step.name.empty() && options.members.contains(QString::fromStdString(step.name));
    });
}

/// What the catalogue offers for the term, and so tells nothing.
bool isKnownTermValue(const Value &term, const Value &value, const catalog::Catalog &catalog)
{
    const catalog::TermDefinition *known = term ? catalog.term(term.member("_termName").string()) : nullptr;
    return known && known->vocabulary && value.isString() && known->vocabulary->find(value.string());
}

} // namespace

bool isBatchPath(const std::vector<Step> &way)
{
    const auto names = namesOn(way);
    return names.size() == 2 && names[0] == "path" && isAny(names[1], {"requestItems", "responseItems"});
}

std::optional<Category> categoryOf(
    const Value &value, const std::vector<Step> &way, const MaskOptions &options, const catalog::Catalog &catalog)
{
    const auto names = namesOn(way);
    const bool isScalar = value.isString() || value.isNumber();
    if (!isScalar || names.empty())
        return std::nullopt;
    const bool chosen = isChosen(way, options);
    const QStringList words = nameWords(names.front());
    const Value term = termOf(way);
    if (!chosen && isKnownTermValue(term, value, catalog))
        return std::nullopt;
    if ((options.titles || chosen) && value.isString() && isTitle(names, words))
        return Category::Title;
    if ((options.contracts || chosen) && words.contains(u"contract"_s))
        return Category::Contract;
    if ((options.prices || chosen) && isPrice(names.front(), words, term, catalog))
        return Category::Price;
    if ((options.people || chosen) && value.isString() && isPerson(names))
        return Category::Person;
    const bool mayBeId = value.isString() || isWhole(value.raw());
    if (mayBeId && (options.ids || chosen) && isId(names.front(), words, term))
        return Category::Id;
    if (!chosen)
        return std::nullopt;
    return value.isString() && isAddress(QString::fromStdString(value.string())) ? Category::Address : Category::Text;
}

} // namespace marquee::masks
