// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/WindowFacts.h"

#include "catalog/DateTime.h"

#include <algorithm>
#include <array>

namespace marquee::rules {

using catalog::TermKind;
using payload::Value;

namespace {

/// The properties that carry a term's value, by the catalogue's kinds.
constexpr std::array valueKinds{TermKind::Text, TermKind::Duration, TermKind::Boolean, TermKind::Money, TermKind::Event,
                                TermKind::Number, TermKind::Uri, TermKind::Language, TermKind::Id};

std::optional<TermKind> kindOfProperty(std::string_view name)
{
    for (const TermKind kind : valueKinds) {
        if (catalog::termProperty(kind) == name)
            return kind;
    }
    return std::nullopt;
}

std::optional<std::int64_t> timeOf(std::string_view text)
{
    const auto parsed = catalog::DateTime::parse(text);
    return parsed ? std::optional(parsed->epochSeconds) : std::nullopt;
}

} // namespace

WindowFacts::WindowFacts(const catalog::Catalog &catalog)
    : m_catalog(catalog)
    , m_termType(catalog.type("Term"))
{
    const catalog::ObjectType &type = *catalog.type("Transaction");
    m_fields = {type.indexOf("_TransactionID"),   type.indexOf("LicenseType"),      type.indexOf("Territory"),
                type.indexOf("FormatProfile"),    type.indexOf("Start"),            type.indexOf("End"),
                type.indexOf("ContractID"),       type.indexOf("AssetLanguage"),    type.indexOf("AllowedLanguage"),
                type.indexOf("HoldbackLanguage"), type.indexOf("Terms")};
}

std::string_view WindowFacts::keep(const Value &value)
{
    std::string scratch;
    const std::string_view text = value.string(scratch);
    if (text.data() != scratch.data() || text.empty())
        return text;
    m_kept.push_back(std::move(scratch));
    return m_kept.back();
}

std::string_view WindowFacts::scalar(const Value &value)
{
    if (value.isString())
        return keep(value);
    if (!value || value.isObject() || value.isArray())
        return {};
    std::string scratch;
    const std::string_view text = value.raw(scratch);
    if (text.data() != scratch.data())
        return text;
    m_kept.push_back(std::move(scratch));
    return m_kept.back();
}

void WindowFacts::read(const ObjectPlace &place, const AvailSetting &avail)
{
    m_context = &place.context;
    m_avail = &avail;
    m_kept.clear();
    window = place.object;
    const auto member = [&](MemberFact &fact, int field) {
        fact.member = place.memberOf(field);
        const Value value = fact.member < 0 ? Value() : window.at(static_cast<std::uint32_t>(fact.member));
        fact.text = scalar(value);
        return value;
    };
    member(id, m_fields.id);
    member(licence, m_fields.licence);
    member(start, m_fields.start);
    member(end, m_fields.end);
    member(contract, m_fields.contract);
    const Value profile = member(format, m_fields.format);
    if (profile.isObject())
        format.text = scalar(profile.member("value"));
    startTime = timeOf(start.text);
    endTime = timeOf(end.text);
    readTerritories(member(territory, m_fields.territory));
    readLanguages(member(assetLanguage, m_fields.asset), assetLanguages);
    readLanguages(member(allowedLanguage, m_fields.allowed), allowedLanguages);
    readLanguages(member(holdbackLanguage, m_fields.holdback), holdbackLanguages);
    readTerms(member(terms, m_fields.terms));
}

void WindowFacts::readTerritories(const Value &list)
{
    territories.clear();
    for (std::uint32_t i = 0; list.isArray() && i < list.size(); ++i) {
        if (const std::string_view country = scalar(list.at(i).member("country")); !country.empty())
            territories.push_back(country);
    }
}

void WindowFacts::readLanguages(const Value &list, std::vector<LanguageFact> &languages)
{
    languages.clear();
    for (std::uint32_t i = 0; list.isArray() && i < list.size(); ++i) {
        const Value item = list.at(i);
        if (item.isObject())
            languages.push_back({i, scalar(item.member("value")), scalar(item.member("_asset"))});
    }
}

void WindowFacts::readTerms(const Value &list)
{
    termList.clear();
    std::string scratch;
    for (std::uint32_t i = 0; list.isArray() && i < list.size(); ++i) {
        const Value item = list.at(i);
        if (!item.isObject())
            continue;
        TermFact &term = termList.emplace_back();
        term.item = i;
        for (std::uint32_t m = 0; m < item.size(); ++m) {
            const Value member = item.at(m);
            const std::string_view name = member.name(scratch);
            if (name == "_termName") {
                term.name = scalar(member);
            } else if (const auto kind = kindOfProperty(name)) {
                if (++term.values > 1)
                    continue;
                term.valueMember = static_cast<int>(m);
                term.kind = *kind;
                term.value = member;
            }
        }
        term.definition = term.name.empty() ? nullptr : m_catalog.term(term.name);
        term.text = scalar(term.value);
        if (term.kind == TermKind::Money && term.value.isObject()) {
            term.amount = scalar(term.value.member("value"));
            term.currency = scalar(term.value.member("_currency"));
        } else if (term.kind == TermKind::Event && term.hasValue()) {
            term.date = timeOf(term.text);
            if (!term.date)
                term.date = catalog::DateTime::parseDate(term.text);
        }
    }
}

const TermFact *WindowFacts::term(std::string_view name) const
{
    const auto found = std::find_if(termList.begin(), termList.end(), [name](const TermFact &t) { return t.name == name; });
    return found == termList.end() ? nullptr : &*found;
}

int WindowFacts::termCount(std::string_view name) const
{
    return static_cast<int>(
        std::count_if(termList.begin(), termList.end(), [name](const TermFact &t) { return t.name == name; }));
}

bool WindowFacts::licenceIs(std::initializer_list<std::string_view> any) const
{
    return std::find(any.begin(), any.end(), licence.text) != any.end();
}

} // namespace marquee::rules
