// SPDX-License-Identifier: GPL-3.0-or-later
#include "performances/CopyRows.h"

#include "performances/Cells.h"

#include <QStringList>

#include <algorithm>

namespace marquee::performances {

using namespace Qt::StringLiterals;

namespace {

QString quoted(const QString &cell)
{
    const bool isPlain
        = !cell.contains(u'\t') && !cell.contains(u'\n') && !cell.contains(u'\r') && !cell.contains(u'"');
    return isPlain ? cell : QString(u'"' + QString(cell).replace(u'"', u"\"\""_s) + u'"');
}

} // namespace

Rows standing(const payload::Document &document, Rows rows)
{
    const std::uint32_t count = countOf(document);
    std::erase_if(rows, [count](std::uint32_t row) { return row >= count; });
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

QByteArray copyRows(const rules::Context &context, const Rows &rows)
{
    const Rows those = standing(context.document, rows);
    if (those.empty())
        return {};
    std::vector<QStringList> lines(those.size() + 1);
    for (const Field &field : fieldsOf(context.catalog)) {
        QStringList cells;
        bool isWanted = field.isRequired || field.isStarred;
        for (const std::uint32_t row : those) {
            cells << cellOf(performanceAt(context.document, row), field);
            isWanted = isWanted || !cells.last().isEmpty();
        }
        if (!isWanted)
            continue;
        lines.front() << quoted(field.label);
        for (qsizetype i = 0; i < cells.size(); ++i)
            lines[static_cast<std::size_t>(i) + 1] << quoted(cells[i]);
    }
    QByteArray text;
    for (const QStringList &line : lines)
        text += line.join(u'\t').toUtf8() + '\n';
    return text;
}

} // namespace marquee::performances
