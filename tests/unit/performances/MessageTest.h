// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "unit/rules/PerformanceFixture.h"

#include "performances/Message.h"

#include <QTest>

namespace marquee::test {

using namespace Qt::StringLiterals;

/// A message to look at and to change.
struct Message
{
    explicit Message(const QByteArray &text)
        : document(read(text))
    {
    }

    rules::Context context() const
    {
        return {
            *rulebook().catalog, *rulebook().vocabularies, *document, rules::DocumentKind::Performance, fixedClock()};
    }
    /// Does edits as one step; nothing else may have changed where it says no.
    bool apply(const std::vector<payload::Edit> &edits)
    {
        const auto done = document->apply(edits);
        if (!done)
            qWarning("%s", qPrintable(done.error().message));
        return done.has_value();
    }
    QByteArray text() const { return document->text().toByteArray(); }
    payload::Value at(int row) const { return performances::performanceAt(*document, static_cast<std::uint32_t>(row)); }
    QString says(int row, const char *name) const
    {
        return QString::fromStdString(performances::textOf(at(row).member(name)));
    }
    int count() const { return static_cast<int>(performances::countOf(*document)); }

    std::unique_ptr<payload::Document> document;
};

/// A performance with that id, with changes put over it.
inline QByteArray named(const QByteArray &id, QList<std::pair<const char *, QByteArray>> changes = {})
{
    changes.append({"@", "id=\"" + id + "\" siteId=\"S-1\""});
    return performance(changes);
}

/// One at a time in a hall of a date.
inline QByteArray shown(const QByteArray &id, const QByteArray &date, const QByteArray &time, const QByteArray &hall)
{
    const auto element = [](const QByteArray &name, const QByteArray &text) {
        return text.isEmpty() ? QByteArray() : '<' + name + '>' + text + "</" + name + '>';
    };
    return named(
        id, {{"Date", element("Date", date)}, {"Time", element("Time", time)}, {"HallId", element("HallId", hall)}});
}

} // namespace marquee::test
