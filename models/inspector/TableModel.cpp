// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/TableModel.h"

#include "inspector/Cells.h"

#include <algorithm>

namespace marquee::inspector {

using namespace Qt::StringLiterals;
using payload::Value;

namespace {

/// A spreadsheet would reckon with it, or run it. Numbers with a sign, and telephone numbers, are left alone.
bool isFormula(const QString &text)
{
    if (text.isEmpty())
        return false;
    const QChar first = text.at(0);
    if (first == u'=' || first == u'@')
        return true;
    return (first == u'+' || first == u'-') && std::any_of(text.begin() + 1, text.end(), [](QChar c) {
        return c.isLetter() || c == u'(' || c == u'!' || c == u'|';
    });
}

QByteArray fieldOf(QString text, bool isText)
{
    if (isText && isFormula(text))
        text.prepend(u'\'');
    if (text.contains(u'\t') || text.contains(u'\n') || text.contains(u'\r') || text.contains(u'"'))
        text = u'"' + text.replace(u'"', u"\"\""_s) + u'"';
    return text.toUtf8();
}

} // namespace

TableModel::TableModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    connect(&m_worker, &Worker::runningChanged, this, &TableModel::busyChanged);
}

void TableModel::clear()
{
    setRows({}, {});
}

void TableModel::setRows(const Snapshot &snapshot, const Rows &rows)
{
    m_worker.stop();
    beginResetModel();
    m_snapshot = snapshot;
    m_rows = rows;
    m_columns.clear();
    m_order.clear();
    m_isOrdered = false;
    m_wish.column = -1;
    m_wish.isDescending = false;
    endResetModel();
    if (!m_snapshot) {
        Q_EMIT columnsReady();
        return;
    }
    m_worker.start([this, snapshot, rows, words = m_wish.words](Worker::Stop stop) -> Worker::Then {
        auto columns = std::make_shared<std::vector<TableColumn>>(columnsOf(snapshot, rows, stop));
        const TableWish wish{words, -1, false};
        auto order = std::make_shared<std::vector<std::uint32_t>>();
        if (!wish.isPlain())
            *order = orderOf(snapshot, rows, *columns, wish, stop);
        return [this, columns, order, wish] {
            beginResetModel();
            m_columns = std::move(*columns);
            m_order = std::move(*order);
            m_isOrdered = !wish.isPlain();
            endResetModel();
            Q_EMIT columnsReady();
            if (wish != m_wish)
                findOrder();
        };
    });
}

void TableModel::setWords(const QString &words)
{
    if (words == m_wish.words)
        return;
    m_wish.words = words;
    findOrder();
}

void TableModel::sort(int column, Qt::SortOrder order)
{
    const bool isDescending = column >= 0 && order == Qt::DescendingOrder;
    if (column == m_wish.column && isDescending == m_wish.isDescending)
        return;
    m_wish.column = column;
    m_wish.isDescending = isDescending;
    findOrder();
}

void TableModel::findOrder()
{
    if (m_columns.empty())
        return; // what finds the columns looks at the wish when it is done
    m_worker.stop();
    if (m_wish.isPlain()) {
        takeOrder({}, m_wish);
        return;
    }
    m_worker.start([this, snapshot = m_snapshot, rows = m_rows, columns = m_columns, wish = m_wish](
                       Worker::Stop stop) -> Worker::Then {
        auto order = std::make_shared<std::vector<std::uint32_t>>(orderOf(snapshot, rows, columns, wish, stop));
        return [this, order, wish] { takeOrder(std::move(*order), wish); };
    });
}

/// A reset, because nobody may compare two orders of 200,000 rows on this thread; whoever shows it keeps the current
/// row by its place.
void TableModel::takeOrder(std::vector<std::uint32_t> order, const TableWish &wish)
{
    beginResetModel();
    m_order = std::move(order);
    m_isOrdered = !wish.isPlain();
    endResetModel();
    Q_EMIT orderReady();
}

std::uint32_t TableModel::sourceRow(int row) const
{
    const auto at = static_cast<std::size_t>(row);
    return m_isOrdered ? (at < m_order.size() ? m_order[at] : 0) : static_cast<std::uint32_t>(row);
}

payload::Path TableModel::pathOf(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows.pathOf(sourceRow(row)) : payload::Path();
}

Value TableModel::valueOf(const QModelIndex &index) const
{
    if (!index.isValid() || static_cast<std::size_t>(index.column()) >= m_columns.size())
        return {};
    return cellOf(
        m_rows.at(m_snapshot.text, sourceRow(index.row())), m_columns[static_cast<std::size_t>(index.column())]);
}

int TableModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() || m_columns.empty())
        return 0;
    return m_isOrdered ? static_cast<int>(m_order.size()) : static_cast<int>(m_rows.size());
}

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Value cell = valueOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return cell ? cellText(cell) : u"–"_s;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        if (!cell)
            return tr("Not there");
        if (cell.isString() && cellText(cell).isEmpty())
            return tr("An empty text");
        return role == Qt::ToolTipRole ? valueWords(cell, 4 * LongestCell) : cellText(cell);
    case Qt::TextAlignmentRole:
        return cell && cell.isNumber() ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case MissingRole:
        return !cell;
    case SourceRowRole:
        return static_cast<int>(sourceRow(index.row()));
    case OffsetRole:
        return cell ? cell.begin() : m_rows.at(m_snapshot.text, sourceRow(index.row())).begin();
    default:
        return {};
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(sourceRow(section)) : QVariant();
    if (section < 0 || static_cast<std::size_t>(section) >= m_columns.size())
        return {};
    const TableColumn &column = m_columns[static_cast<std::size_t>(section)];
    const QString title = column.title.isEmpty() ? tr("Value") : column.title;
    if (role == Qt::DisplayRole)
        return title;
    if (role == Qt::ToolTipRole)
        return tr("%1: in %n row(s)", nullptr, static_cast<int>(column.filled)).arg(title);
    if (role == Qt::TextAlignmentRole)
        return QVariant((column.isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

QByteArray TableModel::copied(const QList<int> &rows, const QList<int> &columns) const
{
    QByteArray text;
    for (const int column : columns)
        text += (text.isEmpty() ? "" : "\t") + fieldOf(headerData(column, Qt::Horizontal).toString(), true);
    text += '\n';
    int cells = 0;
    for (const int row : rows) {
        if ((cells += static_cast<int>(columns.size())) > MostCopied)
            break;
        bool isFirst = true;
        for (const int column : columns) {
            const Value cell = valueOf(index(row, column));
            if (!isFirst)
                text += '\t';
            isFirst = false;
            if (cell)
                text += fieldOf(
                    cell.kind() >= payload::Kind::Array ? cellText(cell) : wholeText(cell), !cell.isNumber());
        }
        text += '\n';
    }
    return text;
}

} // namespace marquee::inspector
