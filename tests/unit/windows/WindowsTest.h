// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "unit/rules/Fixture.h"

#include "windows/Plan.h"

#include <QTest>

namespace marquee::test {

/// A document of windows, and what is done to it.
class Windows
{
public:
    explicit Windows(const QByteArray &windows)
        : document(read(avail(windows)))
    {
    }

    rules::Context context() const
    {
        return {*rulebook().catalog, *rulebook().vocabularies, *document, rules::DocumentKind::Avail, fixedClock()};
    }
    /// Applied as one step; the error's words where there is none.
    template <class Made>
    QString apply(const Expected<Made> &plan)
    {
        if (!plan)
            return plan.error().nextStep.isEmpty() ? QStringLiteral("no next step") : plan.error().message;
        const auto done = document->apply(plan->edits, {QStringLiteral("Many windows"), {}});
        return done ? plan->remarks.join(QLatin1Char(' ')) : done.error().message;
    }
    payload::Value at(std::uint32_t row) const { return windows::windowAt(context(), row); }
    std::uint32_t count() const { return document->find(windows::placeOf(0).parent()).size(); }
    QString text(std::uint32_t row, const char *member) const
    {
        return QString::fromStdString(at(row).member(member).string());
    }
    /// "w1 2027-01-01T00:00:00Z – 2028-01-01T00:00:00Z" for each window.
    QStringList dates() const
    {
        QStringList lines;
        for (std::uint32_t i = 0; i < count(); ++i)
            lines << QStringLiteral("%1 %2 – %3").arg(text(i, "_TransactionID"), text(i, "Start"), text(i, "End"));
        return lines;
    }

    std::unique_ptr<payload::Document> document;
};

/// A window by its ID and dates; no end where it is empty.
inline QByteArray dated(const QByteArray &id, const QByteArray &start, const QByteArray &end,
    const QList<std::pair<const char *, QByteArray>> &more = {})
{
    QList<std::pair<const char *, QByteArray>> changes{{"_TransactionID", '"' + id + '"'},
        {"Start", start.isEmpty() ? start : '"' + start + '"'}, {"End", end.isEmpty() ? end : '"' + end + '"'}};
    changes += more;
    return window(changes);
}

} // namespace marquee::test
