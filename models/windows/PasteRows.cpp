// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/PasteRows.h"

#include "catalog/DateTime.h"
#include "payload/Document.h"
#include "payload/JsonText.h"
#include "rules/FieldEdits.h"
#include "rules/WindowId.h"
#include "rules/Wording.h"
#include "timeline/Move.h"
#include "windows/Plan.h"
#include "windows/RowCells.h"
#include "windows/SmallAvail.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_map>

namespace marquee::windows {

using namespace Qt::StringLiterals;
using exchange::CellProblem;
using exchange::FieldPlace;
using exchange::RowMapping;
using payload::Edit;
using payload::Pointer;
using payload::Value;

namespace {

bool isId(const FieldPlace &place)
{
    return !place.term && place.pointer.tokens.back().text == "_TransactionID";
}

bool isDate(const FieldPlace &place)
{
    return place.term ? place.term->kind == catalog::TermKind::Event : place.type == catalog::FieldType::DateTime;
}

/// A cell as JSON; `problem` says why it stays text where it isn't what its field holds.
std::string typed(const QString &cell, const FieldPlace &place, QString &problem)
{
    if (isDate(place)) {
        const std::string text = cell.trimmed().toStdString();
        if (catalog::DateTime::hasForm(text) || (place.term && catalog::DateTime::parseDate(text)))
            return payload::encodeJsonString(std::string_view(text));
        if (const auto moment = catalog::DateTime::parseTyped(cell))
            return payload::encodeJsonString(std::string_view(catalog::DateTime::format(*moment)));
        problem = tr("“%1” isn't a date. Write it like 2027-03-14 or 2027-03-14 09:00.").arg(cell);
        return payload::encodeJsonString(cell);
    }
    const auto json = exchange::RowMaker::json(cell, place);
    if (json)
        return *json;
    problem = json.error().message + u' ' + tr("It is kept as text.");
    return payload::encodeJsonString(cell);
}

/// Puts the cells of one row into a window of its own.
class Filling
{
public:
    Filling(SmallAvail &small, std::vector<CellProblem> &problems)
        : m_small(small)
        , m_problems(problems)
    {
    }

    /// `where` says row, line and column, should something be wrong.
    void cell(const QString &text, const FieldPlace &place, bool emptyTakesAway, const CellProblem &where)
    {
        if (text.isEmpty() && !emptyTakesAway)
            return;
        if (cellOf(m_small.window(), place) == text)
            return; // as it is written, too
        m_where = where;
        if (const auto list = listPlace(place))
            this->list(text, *list, place);
        else if (place.term)
            term(text, place);
        else
            value(text, place, place.pointer);
    }

private:
    void value(const QString &text, const FieldPlace &place, const Pointer &at)
    {
        if (text.isEmpty()) {
            m_small.takeAway(at);
            return;
        }
        QString problem;
        const std::string json = typed(text, place, problem);
        const auto done = m_small.put(at, json);
        if (!done)
            problem = done.error().message;
        if (!problem.isEmpty())
            complain(problem);
    }

    void list(const QString &text, const ListPlace &list, const FieldPlace &place)
    {
        const Pointer at = SmallAvail::place().child(list.list);
        // What the list is about; other members only say more of its items.
        const bool isMain = !list.member.starts_with('_');
        if (text.isEmpty() && isMain) {
            m_small.takeAway(at);
            return;
        }
        const QStringList parts = text.isEmpty() ? QStringList() : partsOf(text);
        std::uint32_t count = m_small.window().member(list.list).size();
        for (; isMain && count > static_cast<std::uint32_t>(parts.size()); --count)
            m_small.takeAway(at.child(count - 1));
        for (std::uint32_t i = 0; i < std::max(count, static_cast<std::uint32_t>(parts.size())); ++i) {
            const QString part = parts.value(i);
            const Pointer item = at.child(i).child(list.member);
            if (part.isEmpty()) {
                if (m_small.document().find(item)) [[maybe_unused]]
                    const auto done = m_small.apply(Edit::remove(item));
            } else {
                value(part, place, item);
            }
        }
    }

    void term(const QString &text, const FieldPlace &place)
    {
        const Pointer terms = SmallAvail::place().child("Terms");
        const std::string property(catalog::termProperty(place.term->kind));
        const bool isMoney = place.term->kind == catalog::TermKind::Money;
        const std::string part = place.isCurrency ? "_currency" : "value";
        const Value list = m_small.window().member("Terms");
        for (std::uint32_t i = 0; i < list.size(); ++i) {
            if (list.at(i).member("_termName").string() != place.term->name)
                continue;
            if (text.isEmpty() && !place.isCurrency) {
                m_small.takeAway(terms.child(i));
                return;
            }
            const Pointer at = terms.child(i).child(property);
            value(text, place, isMoney ? at.child(part) : at);
            return;
        }
        if (text.isEmpty())
            return;
        QString problem;
        std::string json = typed(text, place, problem);
        if (!problem.isEmpty())
            complain(problem);
        if (isMoney)
            json = "{\"" + part + "\":" + json + '}';
        json = "{\"_termName\":" + payload::encodeJsonString(std::string_view(place.term->name)) + ",\"" + property
            + "\":" + json + '}';
        const auto done = list ? m_small.apply(Edit::insertItem(terms, json)) : m_small.put(terms, '[' + json + ']');
        if (!done)
            complain(done.error().message);
    }

    void complain(const QString &message)
    {
        CellProblem problem = m_where;
        problem.message = message;
        m_problems.push_back(problem);
    }

    SmallAvail &m_small;
    std::vector<CellProblem> &m_problems;
    CellProblem m_where;
};

/// Row after row.
class Pasting
{
public:
    Pasting(const rules::Context &context, const exchange::RowTable &table, const RowMapping &mapping,
        const PasteOptions &options)
        : m_context(context)
        , m_table(table)
        , m_mapping(mapping)
        , m_options(options)
    {
        const Value list = context.document.find(timeline::windowsPlace());
        for (std::uint32_t i = 0; list.isArray() && i < list.size(); ++i)
            m_standing.emplace(list.at(i).member("_TransactionID").string(), i);
        const std::uint32_t like = options.like.value_or(list.size() - 1);
        m_like = windowAt(context, like).isObject() ? windowAt(context, like).raw()
                                                    : rules::skeleton(*context.catalog.type("Transaction"));
        for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
            if (mapping.columns[i] >= 0 && isId(placeAt(i)))
                m_idColumn = static_cast<int>(i);
        }
    }

    void row(int index)
    {
        const QStringList cells = m_table.row(index);
        const CellProblem where{index, m_table.lineOf(index), -1, rules::Severity::Error, {}, {}};
        if (cells.size() > m_table.headings().size())
            complain(where, static_cast<int>(m_table.headings().size()),
                tr("The row has more cells than there are headings."));
        QString id = m_idColumn >= 0 ? cells[m_idColumn] : QString();
        if (!m_standing.contains(
                id.toStdString())) // blanks at its ends are the spreadsheet's, unless a window has them
            id = id.trimmed();
        if (!id.isEmpty() && !m_named.emplace(id.toStdString(), where.line).second) {
            complain(where, m_idColumn,
                tr("Line %1 names “%2” already. This row is left out.").arg(m_named[id.toStdString()]).arg(id));
            plan.rows.push_back(RowFate::LeftOut);
            return;
        }
        const auto stands = id.isEmpty() ? m_standing.end() : m_standing.find(id.toStdString());
        if (stands != m_standing.end())
            change(stands->second, cells, where);
        else
            add(id, cells, where);
    }

    PastePlan plan;
    std::vector<std::string> windows; ///< new ones

private:
    const FieldPlace &placeAt(std::size_t column) const
    {
        return m_mapping.places[static_cast<std::size_t>(m_mapping.columns[column])];
    }

    void fill(SmallAvail &small, const QStringList &cells, bool emptyTakesAway, CellProblem where)
    {
        Filling filling(small, plan.problems);
        for (std::size_t i = 0; i < m_mapping.columns.size(); ++i) {
            if (m_mapping.columns[i] < 0 || isId(placeAt(i)))
                continue;
            where.column = static_cast<int>(i);
            filling.cell(cells[static_cast<qsizetype>(i)], placeAt(i), emptyTakesAway, where);
        }
    }

    void change(std::uint32_t window, const QStringList &cells, const CellProblem &where)
    {
        SmallAvail small(m_context, windowAt(m_context, window).raw());
        fill(small, cells, m_options.emptyTakesAway, where);
        std::vector<Edit> edits = small.editsFor(window);
        plan.rows.push_back(edits.empty() ? RowFate::Same : RowFate::Changed);
        plan.changed += edits.empty() ? 0 : 1;
        std::move(edits.begin(), edits.end(), std::back_inserter(plan.edits));
    }

    void add(const QString &id, const QStringList &cells, const CellProblem &where)
    {
        SmallAvail small(m_context, m_like);
        small.setId(id.isEmpty() ? rules::newWindowId() : id.toStdString());
        fill(small, cells, true, where);
        plan.rows.push_back(RowFate::Added);
        ++plan.added;
        windows.push_back(small.json());
    }

    void complain(CellProblem problem, int column, const QString &message)
    {
        problem.column = column;
        problem.message = message;
        plan.problems.push_back(std::move(problem));
    }

    const rules::Context &m_context;
    const exchange::RowTable &m_table;
    const RowMapping &m_mapping;
    const PasteOptions &m_options;
    std::unordered_map<std::string, std::uint32_t> m_standing;
    std::unordered_map<std::string, int> m_named; ///< the line that names an ID first
    std::string m_like;
    int m_idColumn = -1;
};

} // namespace

RowMapping windowMapping(const QStringList &headings, const rules::Context &context)
{
    RowMapping mapping = RowMapping::byName(headings, context.document, context.catalog);
    for (int &column : mapping.columns) {
        if (column < 0 || !mapping.places[static_cast<std::size_t>(column)].pointer.startsWith(placeOf(0)))
            column = RowMapping::Unmatched;
    }
    return mapping;
}

Expected<PastePlan> pasteRows(const rules::Context &context, const exchange::RowTable &table, const RowMapping &mapping,
    const PasteOptions &options)
{
    if (table.count() > MostPasted)
        return tl::unexpected(
            refusal(QCoreApplication::translate("Windows", "There are more than %n rows.", nullptr, MostPasted),
                tr("Paste them in parts.")));
    if (std::all_of(mapping.columns.begin(), mapping.columns.end(), [](int column) { return column < 0; }))
        return tl::unexpected(refusal(tr("None of the headings is a field of a window."),
            tr("The first row names what stands in each column: Window ID, Territory, Start and the like.")));
    Pasting pasting(context, table, mapping, options);
    for (int row = 0; row < table.count(); ++row)
        pasting.row(row);
    PastePlan plan = std::move(pasting.plan);
    const bool hasList = context.document.find(timeline::windowsPlace()).isArray();
    std::string all;
    for (std::string &window : pasting.windows) {
        if (hasList)
            plan.edits.push_back(Edit::insertItem(timeline::windowsPlace(), std::move(window)));
        else
            all += (all.empty() ? "" : ",") + window;
    }
    if (!hasList && !all.empty())
        plan.edits.push_back(rules::placeValue(context, timeline::windowsPlace(), '[' + all + ']'));
    if (plan.edits.empty() && plan.problems.empty())
        return tl::unexpected(refusal(table.count() == 0 ? tr("There are no rows below the headings.")
                                                         : tr("The windows say all of that already."),
            table.count() == 0 ? tr("Copy the rows along with their headings.") : tr("There is nothing to paste.")));
    return plan;
}

} // namespace marquee::windows
