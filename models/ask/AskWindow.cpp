// SPDX-License-Identifier: GPL-3.0-or-later
#include "ask/AskWindow.h"

#include "ask/AskWords.h"
#include "catalog/Catalog.h"
#include "catalog/Duration.h"
#include "catalog/Vocabularies.h"
#include "rules/PlaceName.h"
#include "rules/Validator.h"
#include "rules/Wording.h"
#include "windows/Dates.h"
#include "windows/TermList.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace marquee::ask {

using namespace Qt::StringLiterals;
using catalog::LanguageTags;
using payload::Kind;
using payload::Pointer;
using payload::Value;

namespace {

QString tell(const char *text)
{
    return QCoreApplication::translate("ask", text);
}

bool stands(const Value &value)
{
    return value && value.kind() != Kind::Null;
}

/// A text, or that of the "value" inside.
std::string said(const Value &value)
{
    const Value inner = value.isObject() ? value.member("value") : value;
    return inner.isString() ? inner.string() : std::string();
}

QString sentence(const QString &label, const QString &words)
{
    return label + u": "_s + words;
}

struct Dates
{
    std::optional<std::int64_t> start;
    std::optional<std::int64_t> end;
};

/// A date of a window: absent is open, and so is an end of "Open", as the EMA's sheets write it.
std::optional<std::int64_t> dateOf(const Value &value, bool &isReadable)
{
    isReadable = true;
    if (!stands(value) || QString::fromStdString(value.string()).compare(u"open"_s, Qt::CaseInsensitive) == 0)
        return std::nullopt;
    const auto moment = windows::momentOf(value);
    isReadable = moment.has_value();
    return moment;
}

/// A code of a list of territories: {"country"}, {"countryRegion"}, or a plain text.
struct Area
{
    std::string code;
    Pointer place;
};

std::vector<Area> areasIn(const Value &value, const Pointer &place)
{
    std::vector<Area> areas;
    if (value.isArray()) {
        for (std::uint32_t i = 0; i < value.size(); ++i) {
            const auto inside = areasIn(value.at(i), place.child(i));
            areas.insert(areas.end(), inside.begin(), inside.end());
        }
    } else if (value.isObject()) {
        for (const char *name : {"country", "countryRegion"}) {
            if (const std::string code = value.member(name).string(); !code.empty())
                areas.push_back({code, place.child(name)});
        }
    } else if (value.isString() && !value.string().empty()) {
        areas.push_back({value.string(), place});
    }
    return areas;
}

bool isPartOf(std::string_view region, std::string_view country)
{
    return region.size() > country.size() && region.starts_with(country) && region[country.size()] == '-';
}

/// Picture or sound that an entry of a language list is meant for.
struct Assets
{
    bool audio = false;
    bool subtitles = false;
    bool isBoth() const { return audio && subtitles; }
    void operator|=(const Assets &other)
    {
        audio = audio || other.audio;
        subtitles = subtitles || other.subtitles;
    }
};

/// An asset that nobody knows is taken for both: what may be shown is told with care.
Assets assetsOf(const Value &entry)
{
    const std::string asset = entry.isObject() ? entry.member("_asset").string() : std::string();
    if (asset == "audio")
        return {true, false};
    if (asset == "subtitle")
        return {false, true};
    return {true, true};
}

} // namespace

Pointer AskWindow::placeOf(const char *member) const
{
    const Pointer &window = m_answer.grant.window;
    return m_window.member(member) ? window.child(member) : window;
}

void AskWindow::against(Reason reason, const Pointer &place, const QString &words)
{
    const Grant &grant = m_answer.grant;
    m_answer.obstacles.push_back({grant.window, grant.name, grant.id, reason, place, words});
}

void AskWindow::condition(const Pointer &place, const QString &words)
{
    m_answer.grant.conditions.push_back({place, words});
}

WindowAnswer AskWindow::ask(const Value &window, const Pointer &place, std::uint32_t number)
{
    m_window = window;
    m_answer = {};
    m_prices.clear();
    m_firstPrice.clear();
    m_answer.grant.window = place;
    m_answer.grant.id = window.member("_TransactionID").string();
    m_answer.grant.name = rules::windowName(window, number);
    m_answer.grant.format = said(window.member("FormatProfile"));
    dates();
    territories();
    format();
    languages();
    terms();
    if (m_answer.obstacles.empty())
        describe();
    return std::move(m_answer);
}

void AskWindow::dates()
{
    const When &on = m_question.on;
    for (const bool isStart : {true, false}) {
        const char *name = isStart ? "Start" : "End";
        const char *conditionName = isStart ? "StartCondition" : "EndCondition";
        bool isReadable = true;
        auto moment = dateOf(m_window.member(name), isReadable);
        Pointer place = placeOf(name);
        if (!isReadable) {
            const QString written = rules::words(m_window.member(name).string());
            against(Reason::Unclear, place,
                (isStart ? tell("Its start, “%1”, can't be read as a date.")
                         : tell("Its end, “%1”, can't be read as a date."))
                    .arg(written));
            continue;
        }
        if (!moment && stands(m_window.member(conditionName))) {
            against(Reason::Unclear, placeOf(conditionName),
                isStart ? tell("It begins on a condition, not on a day.")
                        : tell("It ends on a condition, not on a day."));
            continue;
        }
        if (!moment && !isStart && m_window.member("WindowDuration")) {
            const auto start = windows::momentOf(m_window.member("Start"));
            const auto length = catalog::Duration::parse(m_window.member("WindowDuration").string());
            if (start && length && !length->calendar && !length->negative) {
                moment = *start + static_cast<std::int64_t>(length->seconds);
                place = placeOf("WindowDuration");
            }
        }
        if (!moment)
            continue;
        if (isStart && *moment > on.first) {
            m_answer.distance = std::max(m_answer.distance, *moment - on.first);
            against(Reason::NotBegun, place,
                *moment <= on.last() ? tell("It begins on that day, but not before %1.").arg(timeWords(*moment))
                                     : tell("It begins on %1.").arg(startWords(*moment)));
        } else if (!isStart && (on.isDay ? *moment < on.last() : *moment <= on.first)) {
            m_answer.distance = std::max(m_answer.distance, on.last() - *moment);
            against(Reason::Ended, place,
                on.isDay && *moment > on.first ? tell("It ends on that day, at %1.").arg(timeWords(*moment))
                                               : tell("It ended on %1.").arg(endWords(*moment)));
        }
    }
}

void AskWindow::territories()
{
    const std::string &asked = m_question.territory;
    const std::string country = asked.substr(0, asked.find('-'));
    const bool isRegion = country.size() != asked.size();
    const auto named = areasIn(m_window.member("Territory"), placeOf("Territory"));
    std::vector<Area> excluded;
    for (const char *name : {"TerritoryExcluded", "ExcludedTerritory"}) {
        const auto more = areasIn(m_window.member(name), placeOf(name));
        excluded.insert(excluded.end(), more.begin(), more.end());
    }
    for (const Area &area : excluded) {
        if (area.code == asked || area.code == country)
            against(
                Reason::ExcludedTerritory, area.place, tell("It leaves out %1.").arg(territoryName(area.code, m_book)));
        else if (!isRegion && isPartOf(area.code, country))
            condition(area.place, tell("Not in %1.").arg(rules::words(area.code)));
    }
    const auto grants = [&](const Area &area) { return area.code == asked || area.code == country; };
    if (std::any_of(named.begin(), named.end(), grants))
        return;
    if (named.empty()) {
        if (excluded.empty())
            against(Reason::NoTerritory, placeOf("Territory"), tell("It names no territory."));
        return;
    }
    QStringList regions;
    QStringList others;
    for (const Area &area : named)
        (!isRegion && isPartOf(area.code, country) ? regions : others) << territoryName(area.code, m_book);
    others.removeDuplicates();
    against(Reason::OtherTerritory, named.size() == 1 ? named.front().place : placeOf("Territory"),
        regions.isEmpty() ? tell("It holds in %1 only.").arg(shortList(others))
                          : tell("It holds in a part of the country only: %1.").arg(shortList(regions)));
}

void AskWindow::format()
{
    if (m_question.format.empty())
        return;
    const std::string written = m_answer.grant.format;
    if (formatName(written, m_book) == m_question.format)
        return;
    const Value profile = m_window.member("FormatProfile");
    const Pointer place = placeOf("FormatProfile");
    against(Reason::OtherFormat, profile.isObject() && profile.member("value") ? place.child("value") : place,
        written.empty() ? tell("It names no format.") : tell("It is for %1.").arg(rules::words(written)));
}

void AskWindow::languages()
{
    if (const Value list = m_window.member("AllowedLanguage"); list.isArray() && list.size() > 0)
        allowed(list);
    if (const Value list = m_window.member("HoldbackLanguage"); list.isArray() && list.size() > 0)
        holdbacks(list);
    if (const Value list = m_window.member("AssetLanguage"); list.isArray() && list.size() > 0)
        delivered(list);
}

void AskWindow::allowed(const Value &list)
{
    const std::string &asked = m_question.language;
    const Pointer place = placeOf("AllowedLanguage");
    QStringList names;
    Assets assets;
    for (std::uint32_t i = 0; i < list.size(); ++i) {
        const std::string tag = said(list.at(i));
        if (tag.empty())
            continue;
        names << languageName(tag, m_book);
        if (!asked.empty() && LanguageTags::covers(tag, asked))
            assets |= assetsOf(list.at(i));
    }
    if (names.isEmpty())
        return;
    names.removeDuplicates();
    if (asked.empty())
        condition(place, tell("Allowed languages: %1").arg(shortList(names)));
    else if (!assets.audio && !assets.subtitles)
        against(Reason::OtherLanguage, place, tell("Only %1 may be shown.").arg(shortList(names)));
    else if (!assets.isBoth())
        condition(place,
            (assets.audio ? tell("%1 as audio only") : tell("%1 as subtitles only")).arg(languageName(asked, m_book)));
}

void AskWindow::holdbacks(const Value &list)
{
    const std::string &asked = m_question.language;
    const Pointer place = placeOf("HoldbackLanguage");
    Assets held;
    Pointer last = place;
    std::string tag;
    for (std::uint32_t i = 0; i < list.size(); ++i) {
        const std::string one = said(list.at(i));
        const Assets assets = assetsOf(list.at(i));
        const Pointer at = place.child(i);
        if (one.empty())
            continue;
        if (asked.empty()) {
            condition(at,
                (assets.isBoth()       ? tell("Held back: %1")
                        : assets.audio ? tell("Held back: %1, audio")
                                       : tell("Held back: %1, subtitles"))
                    .arg(languageName(one, m_book)));
        } else if (LanguageTags::covers(one, asked) || LanguageTags::covers(asked, one)) {
            held |= assets;
            last = at;
            tag = one;
        }
    }
    if (held.isBoth())
        against(Reason::HeldBack, last, tell("%1 is held back.").arg(languageName(tag, m_book)));
    else if (held.audio || held.subtitles)
        condition(last,
            (held.audio ? tell("%1 is held back as audio") : tell("%1 is held back as subtitles"))
                .arg(languageName(tag, m_book)));
}

void AskWindow::delivered(const Value &list)
{
    const std::string &asked = m_question.language;
    if (asked.empty())
        return;
    for (std::uint32_t i = 0; i < list.size(); ++i) {
        const std::string tag = said(list.at(i));
        if (LanguageTags::covers(tag, asked) || LanguageTags::covers(asked, tag))
            return;
    }
    condition(placeOf("AssetLanguage"),
        tell("%1 isn't among the languages that are to be delivered").arg(languageName(asked, m_book)));
}

void AskWindow::terms()
{
    const Value list = m_window.member("Terms");
    const Pointer place = placeOf("Terms");
    for (std::uint32_t i = 0; list.isArray() && i < list.size(); ++i) {
        if (list.at(i).isObject())
            term(list.at(i), place.child(i));
    }
}

void AskWindow::term(const Value &term, const Pointer &place)
{
    const std::string name = term.member("_termName").string();
    Pointer at = place;
    Value value;
    std::string scratch;
    for (std::uint32_t i = 0; i < term.size() && !value; ++i) {
        if (const std::string_view member = term.at(i).name(scratch); member != "_termName") {
            value = term.at(i);
            at = place.child(member);
        }
    }
    if (!value)
        return;
    const std::string text = value.isString() ? value.string() : std::string();
    if (name == "ChannelIdentity") {
        m_answer.grant.channel = text;
        return;
    }
    if (name == "TitleStatus" && !text.empty() && text != "Approved") {
        against(Reason::NotApproved, at, tell("The title's status is “%1”.").arg(rules::words(text)));
        return;
    }
    termDates(name, value, at);
    const catalog::TermDefinition *known = m_book.catalog->term(name);
    if (!m_answer.obstacles.empty()) // words are dear, and nobody will read them
        return;
    const QString words = sentence(windows::termLabel(*m_book.catalog, name), windows::termWords(term));
    if (known && known->price && name != "NA") {
        if (m_prices.isEmpty())
            m_firstPrice = windows::termWords(term);
        m_prices << words;
    } else {
        condition(at, words);
    }
}

void AskWindow::termDates(std::string_view name, const Value &value, const Pointer &place)
{
    const auto moment = windows::momentOf(value);
    const When &on = m_question.on;
    if (!moment)
        return;
    if (name == "SuppressionLiftDate" && *moment > on.first) {
        against(Reason::Suppressed, place,
            *moment <= on.last() ? tell("It may be shown to the public from %1 on that day.").arg(timeWords(*moment))
                                 : tell("It may not be shown to the public before %1.").arg(startWords(*moment)));
    } else if (name == "FixedEndDate" && (on.isDay ? *moment < on.last() : *moment <= on.first)) {
        against(Reason::Ended, place, tell("It ended for good on %1.").arg(endWords(*moment)));
    }
}

void AskWindow::describeDates()
{
    Grant &grant = m_answer.grant;
    const auto start = windows::momentOf(m_window.member("Start"));
    const auto end = windows::momentOf(m_window.member("End"));
    grant.start = m_window.member("Start").string();
    grant.end = m_window.member("End").string();
    if (start && end)
        grant.dates = startWords(*start) + u" – "_s + endWords(*end);
    else if (start)
        grant.dates = tell("from %1 on").arg(startWords(*start));
    else if (end)
        grant.dates = tell("until %1").arg(endWords(*end));
    else
        grant.dates = tell("without dates");
}

void AskWindow::describe()
{
    Grant &grant = m_answer.grant;
    grant.licenceType = m_window.member("LicenseType").string();
    grant.isOrderAlone = grant.licenceType == "POEST";
    const catalog::Vocabulary *licences = m_book.catalog->vocabulary("LicenseType");
    const catalog::Term *licence = licences ? licences->find(grant.licenceType) : nullptr;
    grant.licence = licence ? licence->label : rules::words(grant.licenceType);
    describeDates();
    grant.price = m_prices.size() == 1 ? m_firstPrice : m_prices.join(u", "_s);
    if (const std::string rights = m_window.member("LicenseRightsDescription").string(); !rights.empty())
        condition(placeOf("LicenseRightsDescription"), sentence(tell("Rights"), rules::words(rights)));
    if (const std::string contract = m_window.member("ContractID").string(); !contract.empty())
        condition(placeOf("ContractID"), sentence(tell("Contract"), rules::words(contract)));
}

} // namespace marquee::ask
