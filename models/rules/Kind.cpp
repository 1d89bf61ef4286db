// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Kind.h"

#include "rules/PerformanceFacts.h"

#include <algorithm>
#include <array>

namespace marquee::rules {

using namespace Qt::StringLiterals;

namespace {

DocumentKind kindOfXml(const payload::Value &root)
{
    std::string scratch;
    const std::string_view name = root.at(0).name(scratch);
    if (isSameButForCase(name, "ShowTimeAnalytics"))
        return DocumentKind::Performance;
    return isSameButForCase(name, "ShowTimeAnalyticsResponse") ? DocumentKind::Callback : DocumentKind::Unknown;
}

constexpr std::array<std::string_view, 4> dates{"isoStartDate", "isoEndDate", "localStartDate", "localEndDate"};
constexpr std::array<std::string_view, 3> pages{"marketplaceId", "page", "pageSize"};

template<typename Names>
bool contains(const Names &names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// A question of Atom Tickets has no member that says what it is, and a venue's id stands in much else: a showtime, a venue. So
/// what has no ids is one only where nothing stands in it that a question hasn't.
DocumentKind kindOfProductions(const payload::Value &root)
{
    bool isPaged = false;
    bool hasDates = false;
    bool hasOthers = false;
    std::string scratch;
    for (std::uint32_t i = 0; i < root.size(); ++i) {
        const std::string_view name = root.at(i).name(scratch);
        isPaged |= contains(pages, name);
        hasDates |= contains(dates, name);
        hasOthers |= name != "ids" && name != "venueId" && !contains(pages, name) && !contains(dates, name);
    }
    if (root.indexOf("productionDetails") >= 0)
        return DocumentKind::ProductionReply;
    const bool hasVenue = root.indexOf("venueId") >= 0;
    if (root.indexOf("ids") >= 0)
        return isPaged || hasDates || hasVenue ? DocumentKind::ProductionQuery : DocumentKind::ProductionIds;
    const bool hasMarket = root.indexOf("marketplaceId") >= 0; // and a page alone could be anybody's
    return (hasVenue || hasDates || hasMarket) && !hasOthers ? DocumentKind::ProductionQuery : DocumentKind::Unknown;
}

} // namespace

DocumentKind kindOf(const payload::Value &root)
{
    if (root.isXml())
        return kindOfXml(root);
    const bool outcome = root.indexOf("success") >= 0 || root.indexOf("validationErrors") >= 0;
    if (root.indexOf("avail") >= 0)
        return outcome ? DocumentKind::AvailReply : DocumentKind::Avail;
    if (root.indexOf("requestItems") >= 0)
        return DocumentKind::Batch;
    if (root.indexOf("responseItems") >= 0)
        return DocumentKind::BatchReply;
    if (outcome || !root.isObject())
        return outcome ? DocumentKind::Reply : DocumentKind::Unknown;
    return kindOfProductions(root);
}

QLatin1StringView kindName(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::Avail:
        return "avail"_L1;
    case DocumentKind::AvailReply:
        return "avail-reply"_L1;
    case DocumentKind::Batch:
        return "batch"_L1;
    case DocumentKind::BatchReply:
        return "batch-reply"_L1;
    case DocumentKind::Reply:
        return "reply"_L1;
    case DocumentKind::Performance:
        return "performance"_L1;
    case DocumentKind::Callback:
        return "callback"_L1;
    case DocumentKind::ProductionQuery:
        return "production-query"_L1;
    case DocumentKind::ProductionIds:
        return "production-ids"_L1;
    case DocumentKind::ProductionReply:
        return "production-reply"_L1;
    case DocumentKind::Unknown:
        break;
    }
    return "unknown"_L1;
}

} // namespace marquee::rules
