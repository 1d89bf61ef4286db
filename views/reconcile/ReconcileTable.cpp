// SPDX-License-Identifier: GPL-3.0-or-later
#include "reconcile/ReconcileTable.h"

#include "reconcile/ReconcileDelegate.h"
#include "reconcile/ReconcileModel.h"
#include "shell/theme/Theme.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace marquee::reconcile {

using namespace Qt::StringLiterals;
using theme::scaled;

ReconcileTable::ReconcileTable(QWidget *parent)
    : QTreeView(parent)
{
    setObjectName(u"reconcileTable"_s);
    setAccessibleName(tr("Avails and their windows, compared with the partner"));
    setAccessibleDescription(tr("Space chooses a row, Enter opens its field."));
    setItemDelegate(new ReconcileDelegate(this));
    setProperty("card", true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setExpandsOnDoubleClick(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setWordWrap(false);
    setMinimumHeight(scaled(128)); // the headings and three rows
    header()->setStretchLastSection(true);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header()->setHighlightSections(false);
    header()->setSectionsMovable(false);
    header()->setMinimumSectionSize(scaled(40));
}

void ReconcileTable::fitColumns()
{
    if (!model() || header()->count() < ReconcileModel::ColumnCount)
        return;
    struct Width
    {
        int column;
        int pixels;
    };
    constexpr Width widths[]
        = {{ReconcileModel::StatusColumn, 112}, {ReconcileModel::Territory, 72}, {ReconcileModel::Licence, 64},
            {ReconcileModel::Format, 56}, {ReconcileModel::Start, 96}, {ReconcileModel::End, 128}};
    int left = viewport()->width();
    for (const Width &width : widths) {
        setColumnWidth(width.column, scaled(width.pixels));
        left -= scaled(width.pixels);
    }
    // Where there is little room, the names give way; where there is none, one scrolls.
    const int name = std::clamp(left - scaled(136), scaled(192), scaled(264));
    setColumnWidth(ReconcileModel::Name, name);
    setColumnWidth(ReconcileModel::Differs, std::max(scaled(136), left - name));
}

void ReconcileTable::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex row = currentIndex().siblingAtColumn(ReconcileModel::Name);
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier && row.isValid()) {
        if (row.flags() & Qt::ItemIsUserCheckable) {
            const bool on = row.data(Qt::CheckStateRole).toInt() == Qt::Checked;
            model()->setData(row, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
        }
        event->accept();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && row.isValid()) {
        Q_EMIT placeWanted(row);
        event->accept();
    } else {
        QTreeView::keyPressEvent(event);
    }
}

void ReconcileTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    QTreeView::mouseDoubleClickEvent(event);
    const QModelIndex row = indexAt(event->pos());
    // A double click upon the box only chooses twice.
    if (event->button() == Qt::LeftButton && row.isValid()
        && (row.column() != ReconcileModel::Name || event->pos().x() > visualRect(row).left() + scaled(24)))
        Q_EMIT placeWanted(row.siblingAtColumn(ReconcileModel::Name));
}

void ReconcileTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const QModelIndex index = byMouse ? indexAt(event->pos()) : currentIndex();
    if (index.isValid())
        Q_EMIT menuWanted(index.siblingAtColumn(ReconcileModel::Name),
            byMouse ? event->globalPos() : viewport()->mapToGlobal(visualRect(index).bottomLeft()));
}

void ReconcileTable::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

void ReconcileTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    Q_EMIT currentMoved();
}

} // namespace marquee::reconcile
