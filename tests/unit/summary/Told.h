// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Document.h"
#include "rules/Validator.h"
#include "summary/Summary.h"

#include <QFile>
#include <QTest>

namespace marquee::tests {

inline const rules::Rulebook &rulebook()
{
    static const rules::Rulebook book = [] {
        auto loaded = rules::Rulebook::load();
        if (!loaded)
            qFatal("%s", qPrintable(loaded.error().message));
        return *loaded;
    }();
    return book;
}

inline std::int64_t today()
{
    return 1'796'083'200; // 2026-12-01T00:00:00Z
}

inline summary::Summary told(const payload::Document &document)
{
    return summary::summarise(document, rulebook(), {}, today);
}

inline QByteArray replyBytes(const QString &name)
{
    QFile file(QStringLiteral(MARQUEE_TEST_DATA) + QStringLiteral("/replies/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The row of that label in the section of that heading; null where there is none.
inline const summary::SummaryRow *rowOf(const summary::Summary &summary, const QString &heading, const QString &label)
{
    for (const summary::SummarySection &section : summary.sections) {
        if (section.heading != heading)
            continue;
        for (const summary::SummaryRow &row : section.rows) {
            if (row.label == label)
                return &row;
        }
    }
    return nullptr;
}

inline QString valueOf(const summary::Summary &summary, const QString &heading, const QString &label)
{
    const summary::SummaryRow *row = rowOf(summary, heading, label);
    return row ? row->value : QStringLiteral("(nothing)");
}

inline int countOf(const summary::Summary &summary, const char *name)
{
    for (const summary::SummaryCount &count : summary.counts) {
        if (QByteArray(count.name) == name)
            return static_cast<int>(count.count);
    }
    return -1;
}

} // namespace marquee::tests
