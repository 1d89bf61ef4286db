// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/CopyRows.h"

#include "payload/Document.h"
#include "windows/PasteRows.h"
#include "windows/Plan.h"
#include "windows/RowCells.h"

#include <QSet>

#include <array>

namespace marquee::windows {

using namespace Qt::StringLiterals;
using exchange::FieldPlace;
using exchange::RowMapping;

namespace {

bool isAlwaysThere(const FieldPlace &place)
{
    constexpr std::array names{
        "/_TransactionID", "/LicenseType", "/Territory/0/country", "/FormatProfile/value", "/Start", "/End"};
    const std::string pointer = place.pointer.toString();
    const std::string window = placeOf(0).toString();
    return !place.term
        && std::any_of(names.begin(), names.end(), [&](const char *name) { return pointer == window + name; });
}

/// The plainest name by which pasteRows finds the place again.
QString headingOf(const FieldPlace &place, const rules::Context &context, const QSet<QString> &taken)
{
    QStringList names;
    if (place.term)
        names << (place.isCurrency ? tr("%1 currency").arg(place.term->label) : place.term->label);
    else if (listPlace(place))
        names << QString::fromStdString(listPlace(place)->list);
    else
        names << place.field->label;
    names << place.label;
    for (const QString &name : names) {
        const RowMapping found = windowMapping({name}, context);
        const int column = found.columns.front();
        const FieldPlace *same = column >= 0 ? &found.places[static_cast<std::size_t>(column)] : nullptr;
        if (same && same->pointer == place.pointer && same->term == place.term && same->isCurrency == place.isCurrency
            && !taken.contains(name))
            return name;
    }
    return place.term ? QString::fromStdString(place.term->name) : QString::fromStdString(place.pointer.toString());
}

QString quoted(const QString &cell)
{
    const bool isPlain
        = !cell.contains(u'\t') && !cell.contains(u'\n') && !cell.contains(u'\r') && !cell.contains(u'"');
    return isPlain ? cell : QString(u'"' + QString(cell).replace(u'"', u"\"\""_s) + u'"');
}

} // namespace

QByteArray copyRows(const rules::Context &context, const Rows &rows)
{
    const Rows those = standing(context, rows);
    if (those.empty())
        return {};
    std::vector<QStringList> lines(those.size() + 1);
    QSet<QString> taken;
    for (const FieldPlace &place : windowPlaces(context.catalog)) {
        QStringList cells;
        bool isWanted = isAlwaysThere(place);
        for (const std::uint32_t row : those) {
            cells << cellOf(windowAt(context, row), place);
            isWanted = isWanted || !cells.last().isEmpty();
        }
        if (!isWanted)
            continue;
        const QString heading = headingOf(place, context, taken);
        taken.insert(heading);
        lines.front() << quoted(heading);
        for (qsizetype i = 0; i < cells.size(); ++i)
            lines[static_cast<std::size_t>(i) + 1] << quoted(cells[i]);
    }
    QByteArray text;
    for (const QStringList &line : lines)
        text += line.join(u'\t').toUtf8() + '\n';
    return text;
}

} // namespace marquee::windows
