// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/ProductionFacts.h"

#include "catalog/DateTime.h"
#include "rules/PerformanceFacts.h"

#include <QUrl>

#include <algorithm>
#include <set>
#include <span>

namespace marquee::rules {

using payload::Value;

namespace {

/// A documented member, and what is documented below it. The catalogue says the same of each; a test compares the two.
struct Member
{
    std::string_view name;
    std::span<const Member> below = {};
    bool isMissed = true; ///< where it is absent
};

constexpr Member images[] = {{"coverImageUrl"}, {"promoImageUrls"}};
constexpr Member trailers[] = {{"trailerUrls"}};
constexpr Member media[] = {{"imageData", images}, {"trailerData", trailers}};
constexpr Member player[] = {{"name"}, {"characterName", {}, false}};
constexpr Member maker[] = {{"name"}, {"role"}};
constexpr Member people[] = {{"cast", player}, {"crew", maker}};
constexpr Member production[] = {{"id"}, {"name"}, {"productionMedia", media}, {"contributors", people}, {"synopsis"},
    {"advisoryRating"}, {"genres"}, {"runtimeMinutes"}, {"releaseDate"}, {"atomUserScore"}, {"productionUrl"},
    {"distributor"}, {"imdbId"}, {"atomProductionId"}};

class Comparing
{
public:
    /// `place` ends in a slash where it isn't empty; `kind` is the same without the numbers of items.
    void object(
        const Value &value, std::span<const Member> documented, const std::string &place, const std::string &kind)
    {
        for (const Member &member : documented) {
            const Value there = value.member(member.name);
            if (!there || there.kind() == payload::Kind::Null) {
                if (member.isMissed)
                    note(members.missing, member.name, place, kind);
            } else if (!member.below.empty()) {
                const std::string name(member.name);
                below(there, member.below, place + name + '/', kind + name + '/');
            }
        }
        std::string scratch;
        for (std::uint32_t i = 0; i < value.size(); ++i) {
            const std::string_view name = value.at(i).name(scratch);
            const auto is = [name](const Member &member) { return member.name == name; };
            if (std::none_of(documented.begin(), documented.end(), is))
                note(members.undocumented, name, place, kind);
        }
    }

    ProductionMembers members;

private:
    void below(
        const Value &value, std::span<const Member> documented, const std::string &place, const std::string &kind)
    {
        if (value.isObject())
            object(value, documented, place, kind);
        for (std::uint32_t i = 0; value.isArray() && i < value.size(); ++i) {
            if (value.at(i).isObject())
                object(value.at(i), documented, place + std::to_string(i) + '/', kind);
        }
    }

    void note(std::vector<std::string> &list, std::string_view name, const std::string &place, const std::string &kind)
    {
        if (m_seen.insert({&list, kind + std::string(name)}).second)
            list.push_back(place + std::string(name));
    }

    std::set<std::pair<const void *, std::string>> m_seen;
};

} // namespace

ProductionMembers membersOf(const Value &value)
{
    Comparing comparing;
    comparing.object(value, production, {}, {});
    return std::move(comparing.members);
}

std::optional<QueryDate> QueryDate::parse(std::string_view text)
{
    constexpr std::size_t length = 19; // 2026-03-14T07:00:00
    if (text.size() < length)
        return std::nullopt;
    QueryDate date;
    date.bare = text.substr(0, length);
    std::string_view rest = text.substr(length);
    if (rest.starts_with('.')) {
        const auto end = std::min(rest.find_first_not_of("0123456789", 1), rest.size());
        if (end == 1)
            return std::nullopt;
        date.hasFraction = true;
        rest = rest.substr(end);
    }
    date.zone = rest;
    const auto moment = catalog::DateTime::parse(date.bare + (rest.empty() ? std::string("Z") : date.zone));
    if (!moment)
        return std::nullopt;
    date.seconds = moment->epochSeconds;
    return date;
}

std::optional<std::uint32_t> pageSizeOf(const Value &query)
{
    const Value size = query.member("pageSize");
    if (!size)
        return usualPageSize;
    std::string scratch;
    const auto number = size.isNumber() ? parseInteger(size.raw(scratch)) : std::nullopt;
    if (!number || *number < 1 || *number > largestPageSize)
        return std::nullopt;
    return static_cast<std::uint32_t>(*number);
}

bool isAbsoluteUrl(std::string_view text)
{
    const QUrl url(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())), QUrl::StrictMode);
    return url.isValid() && !url.scheme().isEmpty() && !url.host().isEmpty();
}

bool isForVenue(const Value &query)
{
    constexpr std::string_view names[] = {"venueId", "isoStartDate", "isoEndDate", "localStartDate", "localEndDate"};
    return std::any_of(
        std::begin(names), std::end(names), [&](std::string_view name) { return query.indexOf(name) >= 0; });
}

} // namespace marquee::rules
