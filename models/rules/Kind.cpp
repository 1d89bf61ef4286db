// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Kind.h"

#include "rules/PerformanceFacts.h"

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
    return outcome ? DocumentKind::Reply : DocumentKind::Unknown;
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
    case DocumentKind::Unknown:
        break;
    }
    return "unknown"_L1;
}

} // namespace marquee::rules
