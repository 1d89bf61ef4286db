// SPDX-License-Identifier: GPL-3.0-or-later
#include "avail/WindowsTable.h"

#include "avail/CountDelegate.h"
#include "avail/WindowsModel.h"
#include "avail/WindowsOrder.h"
#include "catalog/DateTime.h"
#include "form/TableRows.h"
#include "shell/theme/Theme.h"

#include <QHeaderView>
#include <QItemSelection>

#include <algorithm>

namespace marquee::avail {

using namespace Qt::StringLiterals;

WindowsTable::WindowsTable(std::shared_ptr<const catalog::Vocabularies> vocabularies, QWidget *parent)
    : QTableView(parent)
    , m_model(new WindowsModel(std::move(vocabularies), this))
    , m_order(new WindowsOrder(m_model, this))
{
    setObjectName(u"windowsTable"_s);
    setAccessibleName(tr("Windows"));
    setProperty("card", true);
    setModel(m_order);
    setItemDelegateForColumn(WindowsModel::Problems, new CountDelegate(this));
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
    layOut();
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &WindowsTable::chosen);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &WindowsTable::chosen);
    connect(m_model, &WindowsModel::moveWanted, this, &WindowsTable::moveWanted);
    for (QAbstractItemModel *model : {static_cast<QAbstractItemModel *>(m_model), static_cast<QAbstractItemModel *>(m_order)}) {
        connect(model, &QAbstractItemModel::modelReset, this, &WindowsTable::countsChanged);
        connect(model, &QAbstractItemModel::rowsInserted, this, &WindowsTable::countsChanged);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &WindowsTable::countsChanged);
    }
}

void WindowsTable::layOut()
{
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // of one height, or 40,000 of them take their time
    verticalHeader()->setDefaultSectionSize(theme::scaled(32));
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setFont(theme::noteFont());
    header->setMinimumSectionSize(theme::scaled(32));
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSortIndicatorClearable(true); // the third click brings the payload's order back
    header->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    const QFontMetrics metrics(theme::bodyFont());
    const auto wide = [&](const QString &sample) -> int { return metrics.horizontalAdvance(sample) + theme::scaled(24); };
    int moment = 0; // the longest of the year
    for (int month = 0; month < 12; ++month)
        moment = std::max(moment, wide(catalog::DateTime::reading(1800338400 + month * 2629800LL)));
    header->setSectionResizeMode(WindowsModel::Problems, QHeaderView::Fixed);
    header->setSectionResizeMode(WindowsModel::Id, QHeaderView::Stretch);
    for (const auto &[column, width] : {std::pair(WindowsModel::Problems, theme::scaled(32) + metrics.horizontalAdvance(u"88"_s)), {WindowsModel::Licence, wide(u"POEST  "_s)},
                                        {WindowsModel::Territory, wide(u"United States"_s)}, {WindowsModel::Format, wide(u"UHD  "_s)},
                                        {WindowsModel::Start, moment}, {WindowsModel::End, moment},
                                        {WindowsModel::Channel, wide(u"Channel or price"_s)}})
        header->resizeSection(column, width);
}

void WindowsTable::setDocument(workspace::OpenDocument *document)
{
    m_model->setDocument(document);
}

int WindowsTable::windowCount() const
{
    return m_model->rowCount();
}

int WindowsTable::shownCount() const
{
    return m_order->rowCount();
}

int WindowsTable::windowAt(const QModelIndex &index) const
{
    return index.isValid() ? m_order->mapToSource(index).row() : -1;
}

int WindowsTable::currentWindow() const
{
    return windowAt(currentIndex());
}

bool WindowsTable::hasSelection() const
{
    return selectionModel()->hasSelection();
}

QList<int> WindowsTable::selectedWindows() const
{
    // By ranges: asking for selected rows takes its time with tens of thousands.
    QList<int> windows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        if (range.left() > 0) // a row is selected whole
            continue;
        for (int row = range.top(); row <= range.bottom(); ++row)
            windows << windowAt(m_order->index(row, 0));
    }
    std::sort(windows.begin(), windows.end());
    windows.erase(std::unique(windows.begin(), windows.end()), windows.end());
    return windows;
}

void WindowsTable::selectWindows(const QList<int> &windows)
{
    QItemSelection selection;
    for (qsizetype first = 0; first < windows.size();) {
        // Rows that follow each other are one range.
        const int row = m_order->mapFromSource(m_model->index(windows[first], 0)).row();
        qsizetype next = first + 1;
        while (next < windows.size() && m_order->mapFromSource(m_model->index(windows[next], 0)).row() == row + static_cast<int>(next - first))
            ++next;
        if (row >= 0)
            selection.select(m_order->index(row, 0), m_order->index(row + static_cast<int>(next - first) - 1, WindowsModel::ColumnCount - 1));
        first = next;
    }
    if (!windows.isEmpty() && !windows.contains(currentWindow())) {
        const QModelIndex current = m_order->mapFromSource(m_model->index(windows.front(), WindowsModel::Id));
        selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

bool WindowsTable::shows(int window) const
{
    return m_order->mapFromSource(m_model->index(window, 0)).isValid();
}

void WindowsTable::selectAlone(int window)
{
    const QModelIndex index = m_order->mapFromSource(m_model->index(window, WindowsModel::Id));
    if (index.isValid())
        form::selectRowAlone(*this, index.row(), WindowsModel::Id);
}

void WindowsTable::setWords(const QString &text)
{
    const QList<int> selected = selectedWindows();
    m_order->setWords(text);
    if (!selected.isEmpty() && !hasSelection() && m_order->rowCount() > 0)
        form::selectRowAlone(*this, 0, WindowsModel::Id);
}

bool WindowsTable::isPlain() const
{
    return m_order->isPlain();
}

void WindowsTable::sortAsPayload()
{
    sortByColumn(-1, Qt::AscendingOrder);
}

} // namespace marquee::avail
