// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Kind.h"

namespace marquee::rules {

using namespace Qt::StringLiterals;

DocumentKind kindOf(const payload::Value &root)
{
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
    case DocumentKind::Unknown:
        break;
    }
    return "unknown"_L1;
}

} // namespace marquee::rules
