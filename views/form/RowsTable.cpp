// SPDX-License-Identifier: GPL-3.0-or-later
#include "form/RowsTable.h"

#include "form/RowsModel.h"
#include "form/RowsOrder.h"
#include "form/TableRows.h"
#include "shell/theme/Theme.h"

#include <QHeaderView>
#include <QItemSelection>

#include <algorithm>

namespace marquee::form {

RowsTable::RowsTable(RowsModel *model, int key, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_order(new RowsOrder(model, this))
    , m_key(key)
{
    setProperty("card", true);
    setModel(m_order);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setTextElideMode(Qt::ElideMiddle);
    setDragDropMode(InternalMove);
    setDragDropOverwriteMode(false);
    setDropIndicatorShown(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // of one height, or thousands of them take their time
    verticalHeader()->setDefaultSectionSize(theme::scaled(32));
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setFont(theme::noteFont());
    header->setMinimumSectionSize(theme::scaled(32));
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSortIndicatorClearable(true); // the third click brings the payload's order back
    header->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RowsTable::chosen);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &RowsTable::chosen);
    connect(model, &RowsModel::moveWanted, this, &RowsTable::moveWanted);
    for (QAbstractItemModel *each :
        {static_cast<QAbstractItemModel *>(m_model), static_cast<QAbstractItemModel *>(m_order)}) {
        connect(each, &QAbstractItemModel::modelReset, this, &RowsTable::countsChanged);
        connect(each, &QAbstractItemModel::rowsInserted, this, &RowsTable::countsChanged);
        connect(each, &QAbstractItemModel::rowsRemoved, this, &RowsTable::countsChanged);
    }
}

int RowsTable::count() const
{
    return m_model->rowCount();
}

int RowsTable::shownCount() const
{
    return m_order->rowCount();
}

int RowsTable::rowAtIndex(const QModelIndex &index) const
{
    return index.isValid() ? m_order->mapToSource(index).row() : -1;
}

int RowsTable::current() const
{
    return rowAtIndex(currentIndex());
}

bool RowsTable::hasSelection() const
{
    return selectionModel()->hasSelection();
}

QList<int> RowsTable::selected() const
{
    // By ranges: asking for selected rows takes its time with thousands.
    QList<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        if (range.left() > 0) // a row is selected whole
            continue;
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows << rowAtIndex(m_order->index(row, 0));
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

void RowsTable::selectRows(const QList<int> &rows)
{
    QItemSelection selection;
    const auto shown = [this](int row) { return m_order->mapFromSource(m_model->index(row, 0)).row(); };
    for (qsizetype first = 0; first < rows.size();) {
        // Rows that follow each other are one range.
        const int row = shown(rows[first]);
        qsizetype next = first + 1;
        while (next < rows.size() && shown(rows[next]) == row + static_cast<int>(next - first))
            ++next;
        if (row >= 0)
            selection.select(m_order->index(row, 0),
                m_order->index(row + static_cast<int>(next - first) - 1, m_model->columnCount() - 1));
        first = next;
    }
    if (!rows.isEmpty() && !rows.contains(current())) {
        const QModelIndex at = m_order->mapFromSource(m_model->index(rows.front(), m_key));
        selectionModel()->setCurrentIndex(at, QItemSelectionModel::NoUpdate);
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    scrollTo(currentIndex());
}

bool RowsTable::shows(int row) const
{
    return m_order->mapFromSource(m_model->index(row, 0)).isValid();
}

void RowsTable::selectAlone(int row)
{
    const QModelIndex index = m_order->mapFromSource(m_model->index(row, m_key));
    if (index.isValid())
        selectRowAlone(*this, index.row(), m_key);
}

void RowsTable::setWords(const QString &text)
{
    const QList<int> before = selected();
    m_order->setWords(text);
    if (!before.isEmpty() && !hasSelection() && m_order->rowCount() > 0)
        selectRowAlone(*this, 0, m_key);
}

bool RowsTable::isPlain() const
{
    return m_order->isPlain();
}

} // namespace marquee::form
