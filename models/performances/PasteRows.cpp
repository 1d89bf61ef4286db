// SPDX-License-Identifier: GPL-3.0-or-later
#include "performances/PasteRows.h"

#include "payload/JsonText.h"
#include "performances/Cells.h"
#include "performances/Message.h"
#include "rules/FieldEdits.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <numeric>

namespace marquee::performances {

using namespace Qt::StringLiterals;
using exchange::CellProblem;
using payload::Edit;
using payload::Value;
using windows::PastePlan;
using windows::RowFate;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Performances)
};

QString plain(QStringView text)
{
    QString plain;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            plain += c.toCaseFolded();
    }
    return plain;
}

/// What spreadsheets call a field, where that is neither its name nor its label.
QString usualName(const QString &heading)
{
    static const QHash<QString, QString> usual{{u"performance"_s, u"id"_s}, {u"performanceid"_s, u"id"_s},
        {u"site"_s, u"siteid"_s}, {u"cinema"_s, u"siteid"_s}, {u"cinemaid"_s, u"siteid"_s}, {u"theatre"_s, u"siteid"_s},
        {u"film"_s, u"eventid"_s}, {u"movie"_s, u"eventid"_s}, {u"event"_s, u"eventid"_s}, {u"hall"_s, u"hallid"_s},
        {u"screen"_s, u"hallid"_s}, {u"screenid"_s, u"hallid"_s}, {u"auditorium"_s, u"hallid"_s},
        {u"start"_s, u"time"_s}, {u"starttime"_s, u"time"_s}, {u"showtime"_s, u"time"_s}, {u"day"_s, u"date"_s},
        {u"format"_s, u"printformats"_s}, {u"formats"_s, u"printformats"_s}, {u"language"_s, u"langformats"_s},
        {u"languages"_s, u"langformats"_s}, {u"seats"_s, u"seatcapacities"_s}, {u"capacity"_s, u"seatcapacities"_s},
        {u"week"_s, u"runweek"_s}, {u"cancelled"_s, u"iscancelled"_s}, {u"canceled"_s, u"iscancelled"_s},
        {u"preview"_s, u"ispreview"_s}, {u"percentage"_s, u"distributorpercentage"_s},
        {u"rate"_s, u"distributorrate"_s}, {u"distributor"_s, u"distributorid"_s}};
    return usual.value(heading);
}

/// Row after row.
class Pasting
{
public:
    Pasting(const rules::Context &context, const exchange::RowTable &table, const ColumnMapping &mapping,
        const windows::PasteOptions &options)
        : m_context(context)
        , m_table(table)
        , m_mapping(mapping)
        , m_options(options)
        , m_columns(mapping.columns.size())
    {
        for (std::uint32_t i = 0; i < countOf(context.document); ++i) {
            const Value performance = performanceAt(context.document, i);
            const QString id = QString::fromStdString(textOf(performance.member("@id")));
            m_standing.insert(keyOf(id, QString::fromStdString(textOf(performance.member("@siteId")))), i);
            m_byId.insert(id, i);
        }
        // From the last field to the first, so that what is put in doesn't shift where the next belongs.
        std::iota(m_columns.begin(), m_columns.end(), std::size_t(0));
        std::stable_sort(m_columns.begin(), m_columns.end(),
            [&](std::size_t a, std::size_t b) { return mapping.columns[a] > mapping.columns[b]; });
        m_id = columnOf("@id");
        m_site = columnOf("@siteId");
    }

    void row(int index)
    {
        const QStringList cells = m_table.row(index);
        CellProblem where{index, m_table.lineOf(index), m_id, rules::Severity::Error, {}, {}};
        const QString id = cells.value(m_id).trimmed();
        const QString site = cells.value(m_site).trimmed();
        if (cells.size() > m_table.headings().size())
            complain(where, Words::tr("The row has more cells than there are headings."));
        if (id.isEmpty()) {
            complain(where, Words::tr("The row names no performance ID. It is left out."));
            plan.rows.push_back(RowFate::LeftOut);
            return;
        }
        const std::optional<std::uint32_t> stands = find(id, site);
        const QString named = stands ? u'#' + QString::number(*stands) : keyOf(id, site);
        if (m_named.contains(named)) {
            complain(where, Words::tr("Line %1 names “%2” already. This row is left out.").arg(m_named[named]).arg(id));
            plan.rows.push_back(RowFate::LeftOut);
            return;
        }
        m_named.insert(named, where.line);
        if (stands)
            change(*stands, cells, where);
        else
            add(cells, where);
    }

    PastePlan plan;
    std::vector<std::string> made; ///< new performances, as JSON

private:
    static QString keyOf(const QString &id, const QString &site) { return id + QChar(0x1f) + site; }
    int columnOf(std::string_view name) const
    {
        for (std::size_t i = 0; i < m_mapping.columns.size(); ++i) {
            if (m_mapping.columns[i] >= 0 && fieldOf(i).name == name)
                return static_cast<int>(i);
        }
        return -1;
    }
    const Field &fieldOf(std::size_t column) const
    {
        return m_mapping.fields[static_cast<std::size_t>(m_mapping.columns[column])];
    }

    std::optional<std::uint32_t> find(const QString &id, const QString &site) const
    {
        const auto found = m_standing.find(keyOf(id, site));
        if (found != m_standing.end())
            return *found;
        if (m_site < 0 && m_byId.count(id) == 1)
            return m_byId.value(id);
        return std::nullopt;
    }

    void change(std::uint32_t row, const QStringList &cells, CellProblem where)
    {
        const std::size_t before = plan.edits.size();
        for (const std::size_t column : m_columns) {
            const auto cell = static_cast<qsizetype>(column);
            if (m_mapping.columns[column] < 0 || (cells.value(cell).trimmed().isEmpty() && !m_options.emptyTakesAway))
                continue;
            if (int(column) == m_id || int(column) == m_site) // they name it
                continue;
            QString problem;
            for (Edit &edit : cellEdits(m_context, placeOf(row), fieldOf(column), cells.value(cell), problem))
                plan.edits.push_back(std::move(edit));
            where.column = static_cast<int>(column);
            complain(where, problem);
        }
        const bool isChanged = plan.edits.size() > before;
        plan.changed += isChanged ? 1 : 0;
        plan.rows.push_back(isChanged ? RowFate::Changed : RowFate::Same);
    }

    void add(const QStringList &cells, CellProblem where)
    {
        std::string json;
        for (auto column = m_columns.rbegin(); column != m_columns.rend(); ++column) {
            if (m_mapping.columns[*column] < 0)
                continue;
            QString problem;
            const auto value = cellJson(fieldOf(*column), cells.value(static_cast<qsizetype>(*column)), problem);
            if (value)
                json += (json.empty() ? "" : ",") + payload::encodeJsonString(std::string_view(fieldOf(*column).name))
                    + ':' + *value;
            where.column = static_cast<int>(*column);
            complain(where, problem);
        }
        ++plan.added;
        plan.rows.push_back(RowFate::Added);
        made.push_back('{' + json + '}');
    }

    void complain(CellProblem where, const QString &message)
    {
        if (message.isEmpty())
            return;
        where.message = message;
        plan.problems.push_back(std::move(where));
    }

    const rules::Context &m_context;
    const exchange::RowTable &m_table;
    const ColumnMapping &m_mapping;
    const windows::PasteOptions &m_options;
    std::vector<std::size_t> m_columns; ///< in the opposite order of the fields that they fill
    QHash<QString, std::uint32_t> m_standing;
    QMultiHash<QString, std::uint32_t> m_byId;
    QHash<QString, int> m_named; ///< the line that names a performance first
    int m_id = -1;
    int m_site = -1;
};

/// At the end of the list, or as a new one.
std::vector<Edit> insertions(const rules::Context &context, const std::vector<std::string> &made)
{
    std::vector<Edit> edits;
    if (made.empty())
        return edits;
    std::size_t first = 0;
    if (!listOf(context.document)) {
        edits.push_back(insertPerformance(context, made.front(), 0));
        first = 1;
    }
    for (std::size_t i = first; i < made.size(); ++i)
        edits.push_back(Edit::insertItem(listPlace(), made[i]));
    return edits;
}

} // namespace

QStringList ColumnMapping::unmatched(const QStringList &headings) const
{
    QStringList left;
    for (qsizetype i = 0; i < headings.size(); ++i) {
        if (columns[static_cast<std::size_t>(i)] == Unmatched)
            left << headings[i];
    }
    return left;
}

ColumnMapping mappingOf(const QStringList &headings, const catalog::Catalog &catalog)
{
    ColumnMapping mapping;
    mapping.fields = fieldsOf(catalog);
    mapping.columns.assign(static_cast<std::size_t>(headings.size()), ColumnMapping::Unmatched);
    std::vector<bool> isTaken(mapping.fields.size(), false);
    const auto match = [&](const QString &wanted) {
        for (std::size_t i = 0; i < mapping.fields.size() && !wanted.isEmpty(); ++i) {
            const Field &field = mapping.fields[i];
            const bool fits = plain(QString::fromStdString(field.name)) == wanted || plain(field.label) == wanted
                || (!field.item.empty() && plain(QString::fromStdString(field.item)) == wanted);
            if (fits && !isTaken[i]) {
                isTaken[i] = true;
                return static_cast<int>(i);
            }
        }
        return ColumnMapping::Unmatched;
    };
    for (qsizetype i = 0; i < headings.size(); ++i) {
        const QString heading = plain(headings[i]);
        int &column = mapping.columns[static_cast<std::size_t>(i)];
        column = match(heading);
        if (column == ColumnMapping::Unmatched)
            column = match(usualName(heading));
    }
    return mapping;
}

Expected<PastePlan> pasteRows(const rules::Context &context, const exchange::RowTable &table,
    const ColumnMapping &mapping, const windows::PasteOptions &options)
{
    if (table.count() > MostPasted)
        return tl::unexpected(windows::refusal(
            Words::tr("There are more than %n rows.", nullptr, MostPasted), Words::tr("Paste them in parts.")));
    if (std::all_of(mapping.columns.begin(), mapping.columns.end(), [](int column) { return column < 0; }))
        return tl::unexpected(windows::refusal(Words::tr("None of the headings is a field of a performance."),
            Words::tr(
                "The first row names what stands in each column: Performance ID, Site, Date, Time and the like.")));
    Pasting pasting(context, table, mapping, options);
    for (int row = 0; row < table.count(); ++row)
        pasting.row(row);
    PastePlan plan = std::move(pasting.plan);
    for (Edit &edit : insertions(context, pasting.made))
        plan.edits.push_back(std::move(edit));
    if (plan.edits.empty() && plan.problems.empty())
        return tl::unexpected(
            windows::refusal(table.count() == 0 ? Words::tr("There are no rows below the headings.")
                                                : Words::tr("The performances say all of that already."),
                table.count() == 0 ? Words::tr("Copy the rows along with their headings.")
                                   : Words::tr("There is nothing to paste.")));
    return plan;
}

} // namespace marquee::performances
