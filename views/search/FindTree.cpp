// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/FindTree.h"

#include "search/FindDelegate.h"
#include "search/FindModel.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

namespace marquee::search {

using namespace Qt::StringLiterals;

FindTree::FindTree(QWidget *parent)
    : QTreeView(parent)
{
    setProperty("focusMark", u"row"_s);
    setItemDelegate(new FindDelegate(this));
    setHeaderHidden(true);
    setIndentation(0); // rows are painted from edge to edge; the delegate indents
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setExpandsOnDoubleClick(false);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    header()->setStretchLastSection(true);
    connect(this, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (!FindModel::isHit(index))
            setExpanded(index, !isExpanded(index));
    });
    connect(this, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (FindModel::isHit(index))
            Q_EMIT goWanted(index);
    });
}

void FindTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    row.rect = QRect(0, option.rect.y(), viewport()->width(), option.rect.height());
    row.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
    row.state.setFlag(QStyle::State_MouseOver, m_hover == index);
    row.state.setFlag(QStyle::State_HasFocus, hasFocus() && currentIndex() == index);
    row.state.setFlag(QStyle::State_Open, isExpanded(index));
    itemDelegate()->paint(painter, row, index);
}

void FindTree::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && index.isValid()) {
        if (FindModel::isHit(index))
            Q_EMIT goWanted(index);
        else
            setExpanded(index, !isExpanded(index));
        return;
    }
    if (event->key() == Qt::Key_Up && (!index.isValid() || !indexAbove(index).isValid())) {
        Q_EMIT leftUpwards();
        return;
    }
    QTreeView::keyPressEvent(event);
}

void FindTree::setHover(const QModelIndex &index)
{
    if (m_hover == index)
        return;
    m_hover = index;
    viewport()->update();
}

void FindTree::mouseMoveEvent(QMouseEvent *event)
{
    setHover(indexAt(event->position().toPoint()));
    QTreeView::mouseMoveEvent(event);
}

void FindTree::leaveEvent(QEvent *event)
{
    setHover({});
    QTreeView::leaveEvent(event);
}

} // namespace marquee::search
