// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Document.h"
#include "query/Query.h"

#include <QByteArray>
#include <QStringList>

#include <memory>

namespace marquee::tests {

/// JSON that is easy to write down in C++: ' stands for ".
inline QByteArray json(const QByteArray &text)
{
    return QByteArray(text).replace('\'', '"');
}

/// For a row's name.
inline QByteArray printable(const QByteArray &text)
{
    return QByteArray(text).replace('\n', "\\n").replace('\r', "\\r").replace('\t', "\\t");
}

inline std::unique_ptr<payload::Document> documentOf(const QByteArray &text)
{
    auto document = payload::Document::read(text);
    return document ? std::move(*document) : nullptr;
}

/// What a query selects: normalized paths with blanks between, in their order; what it comes to; or "refused".
inline QString selected(const payload::Document &document, const QString &query)
{
    const auto found = query::select(document, query);
    if (!found)
        return QStringLiteral("refused: ") + sentence(found.error());
    if (found->value)
        return QStringLiteral("= ") + *found->value;
    QStringList paths;
    for (const payload::Path &path : found->places)
        paths << query::normalizedPath(document, path);
    if (found->total != found->places.size())
        paths << QStringLiteral("of ") + QString::number(found->total);
    return paths.join(QLatin1Char(' '));
}

} // namespace marquee::tests
