// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/RowsModel.h"

#include "shell/theme/Icons.h"

#include <QLocale>

#include <algorithm>

namespace marquee::batch {

using namespace Qt::StringLiterals;
using exchange::CellProblem;
using exchange::RowMapping;
using exchange::RowsDesk;

namespace {

constexpr int RowsInMind = 200;

} // namespace

RowsModel::RowsModel(RowsDesk &desk, QObject *parent)
    : QAbstractTableModel(parent)
    , m_desk(&desk)
    , m_isFull(desk.isReady())
    , m_cells(RowsInMind)
{
    connect(&desk, &RowsDesk::sheetReset, this, [this] {
        beginResetModel();
        m_cells.clear();
        m_isFull = m_desk->isReady();
        endResetModel();
    });
    connect(&desk, &RowsDesk::mappingChanged, this, [this] {
        tellRows(0, rowCount() - 1);
        if (columnCount() > 0)
            Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    });
    connect(&desk, &RowsDesk::problemsReset, this, [this] { tellRows(0, rowCount() - 1); });
    connect(&desk, &RowsDesk::problemsFound, this, [this](int first, int count) {
        const std::vector<CellProblem> &problems = m_desk->problems();
        tellRows(
            problems[static_cast<std::size_t>(first)].row, problems[static_cast<std::size_t>(first + count - 1)].row);
    });
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &RowsModel::refreshIcons);
    refreshIcons();
}

void RowsModel::refreshIcons()
{
    for (const auto severity : {rules::Severity::Error, rules::Severity::Warning, rules::Severity::Hint})
        m_icons[static_cast<std::size_t>(severity)] = theme::severityIcon(severity);
}

void RowsModel::tellRows(int first, int last)
{
    if (columnCount() == 0 || last < first)
        return;
    Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Vertical, first, last);
}

int RowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_desk || !m_isFull ? 0 : m_desk->table().count();
}

int RowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_desk || !m_isFull ? 0 : static_cast<int>(m_desk->table().headings().size());
}

QString RowsModel::cell(int row, int column) const
{
    QStringList *cells = m_cells.object(row);
    if (!cells) {
        cells = new QStringList(m_desk->table().row(row));
        m_cells.insert(row, cells);
    }
    return cells->value(column);
}

QString RowsModel::target(int column) const
{
    const RowMapping &mapping = m_desk->mapping();
    const int target = mapping.columns[static_cast<std::size_t>(column)];
    return target == RowMapping::ItemId   ? tr("The item's ID")
        : target == RowMapping::Expected  ? tr("What is expected")
        : target == RowMapping::Unmatched ? tr("Not used")
                                          : mapping.places[static_cast<std::size_t>(target)].label;
}

QString RowsModel::becomes(int row, int column) const
{
    const RowMapping &mapping = m_desk->mapping();
    const int target = mapping.columns[static_cast<std::size_t>(column)];
    const QString text = cell(row, column);
    if (target == RowMapping::Unmatched)
        return tr("No field is filled from this column.");
    if (text.isEmpty())
        return target >= 0 ? tr("%1: as in the template").arg(this->target(column)) : QString();
    if (target < 0)
        return u"%1: %2"_s.arg(this->target(column), text);
    const auto json = exchange::RowMaker::json(text, mapping.places[static_cast<std::size_t>(target)]);
    return json ? u"%1: %2"_s.arg(this->target(column), QString::fromStdString(*json)) : QString();
}

QStringList RowsModel::messages(int row, int column) const
{
    QStringList said;
    for (const CellProblem &problem : m_desk->problemsOf(row)) {
        if (problem.column == column)
            said << (problem.rule.isEmpty() ? problem.message
                                            : QString(problem.message + u" ("_s + problem.rule + u')'));
    }
    return said;
}

QString RowsModel::explanation(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    QStringList lines = messages(index.row(), index.column());
    if (const QString value = becomes(index.row(), index.column()); !value.isEmpty())
        lines.prepend(value);
    return lines.join(u'\n');
}

/// Of a cell; column -1: of what belongs to no cell of the row.
std::optional<rules::Severity> RowsModel::worst(int row, int column) const
{
    std::optional<rules::Severity> gravest;
    for (const CellProblem &problem : m_desk->problemsOf(row)) {
        const bool isOfCell = problem.column >= 0 && problem.column < columnCount();
        if (column >= 0 ? problem.column == column : !isOfCell)
            gravest = gravest ? std::max(*gravest, problem.severity) : problem.severity;
    }
    return gravest;
}

QVariant RowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return cell(index.row(), index.column());
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return explanation(index);
    case Qt::DecorationRole:
    case SeverityRole: {
        const auto severity = worst(index.row(), index.column());
        if (!severity)
            return {};
        return role == SeverityRole ? QVariant(static_cast<int>(*severity))
                                    : QVariant(m_icons[static_cast<std::size_t>(*severity)]);
    }
    case UnusedRole:
        return m_desk->mapping().columns[static_cast<std::size_t>(index.column())] == RowMapping::Unmatched;
    default:
        return {};
    }
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (!m_desk || !m_isFull || section >= (orientation == Qt::Horizontal ? columnCount() : rowCount()))
        return {};
    if (orientation == Qt::Horizontal) {
        const QString heading = m_desk->table().headings().at(section);
        return role == Qt::DisplayRole ? QVariant(heading.isEmpty() ? tr("(no heading)") : heading)
            : role == Qt::ToolTipRole  ? QVariant(target(section))
                                       : QVariant();
    }
    if (role == Qt::DisplayRole)
        return QLocale().toString(m_desk->table().lineOf(section));
    const auto severity = role == Qt::DecorationRole || role == Qt::ToolTipRole ? worst(section, -1) : std::nullopt;
    if (!severity)
        return {};
    if (role == Qt::DecorationRole)
        return m_icons[static_cast<std::size_t>(*severity)];
    return (messages(section, -1) + messages(section, columnCount())).join(u'\n');
}

RowProblemsModel::RowProblemsModel(RowsDesk &desk, QObject *parent)
    : QAbstractTableModel(parent)
    , m_desk(&desk)
    , m_count(static_cast<int>(desk.problems().size()))
{
    const auto reset = [this] {
        beginResetModel();
        m_count = static_cast<int>(m_desk->problems().size());
        endResetModel();
    };
    connect(&desk, &RowsDesk::sheetReset, this, reset);
    connect(&desk, &RowsDesk::problemsReset, this, reset);
    connect(&desk, &RowsDesk::problemsFound, this, [this](int first, int count) {
        beginInsertRows({}, first, first + count - 1);
        m_count = first + count;
        endInsertRows();
    });
}

const CellProblem &RowProblemsModel::problem(int row) const
{
    return m_desk->problems()[static_cast<std::size_t>(row)];
}

int RowProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_desk ? 0 : m_count;
}

int RowProblemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RowProblemsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || !m_desk->isReady())
        return {};
    const CellProblem &at = problem(index.row());
    if (role == Qt::DecorationRole)
        return index.column() == Line ? QVariant(theme::severityIcon(at.severity)) : QVariant();
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Line:
        return role == Qt::DisplayRole ? tr("Line %1").arg(QLocale().toString(at.line)) : QVariant();
    case Heading:
        return at.column < 0 ? tr("The row as a whole")
                             : m_desk->table().headings().value(at.column, tr("Behind the last heading"));
    default:
        return at.rule.isEmpty() ? at.message : QString(at.message + u" ("_s + at.rule + u')');
    }
}

QVariant RowProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Line ? tr("Line") : section == Heading ? tr("Column") : tr("Problem");
}

} // namespace marquee::batch
