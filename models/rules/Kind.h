// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Value.h"

#include <QString>

namespace marquee::rules {

/// What a payload is, by the members of its outermost object, or by its root element.
enum class DocumentKind : std::uint8_t {
    Avail, ///< {"avail": …}
    AvailReply, ///< the same with "success" or "validationErrors": what a GET returns
    Batch, ///< {"requestItems": […]}
    BatchReply, ///< {"responseItems": […]}
    Reply, ///< only an outcome: "success", "validationErrors"
    Performance, ///< XML, <ShowTimeAnalytics>; in other letter case too, which is a mistake that has a rule
    Callback, ///< XML, <ShowTimeAnalyticsResponse>: what Showtime Analytics posts back
    ProductionQuery, ///< Atom Tickets: {"ids": […], "pageSize": …}, or a venue with its dates: what is asked for
    ProductionIds, ///< a lone {"ids": […]}: what a venue answers with, and what can be asked for as it stands
    ProductionReply, ///< {"productionDetails": […]}
    Unknown
};

DocumentKind kindOf(const payload::Value &root);

/// The name that the command line gives it: "avail", "avail-reply", "batch", "batch-reply", "reply", "performance",
/// "callback", "production-query", "production-ids", "production-reply", "unknown".
QLatin1StringView kindName(DocumentKind kind);

/// Came from a partner: what has to stand in what one puts needn't stand in it.
inline bool isReply(DocumentKind kind)
{
    return kind == DocumentKind::AvailReply || kind == DocumentKind::BatchReply || kind == DocumentKind::Reply
        || kind == DocumentKind::Callback || kind == DocumentKind::ProductionReply;
}

/// Asks for productions, or can: what the rules for such questions judge.
inline bool asksForProductions(DocumentKind kind)
{
    return kind == DocumentKind::ProductionQuery || kind == DocumentKind::ProductionIds;
}

} // namespace marquee::rules
