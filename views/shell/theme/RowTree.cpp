// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/theme/RowTree.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

namespace marquee::theme {

using namespace Qt::StringLiterals;

RowTree::RowTree(QWidget *parent)
    : QTreeView(parent)
{
    setProperty("focusMark", u"row"_s);
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
        if (!isEntry(index))
            toggle(index);
    });
    connect(this, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (isEntry(index))
            Q_EMIT entryActivated(index);
    });
}

void RowTree::toggle(const QModelIndex &heading)
{
    setExpanded(heading, !isExpanded(heading));
}

void RowTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    row.rect = QRect(0, option.rect.y(), viewport()->width(), option.rect.height());
    row.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
    row.state.setFlag(QStyle::State_MouseOver, m_hover == index);
    row.state.setFlag(QStyle::State_HasFocus, hasFocus() && currentIndex() == index);
    row.state.setFlag(QStyle::State_Open, isExpanded(index));
    dress(row, index);
    itemDelegate()->paint(painter, row, index);
}

void RowTree::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter) {
        if (isEntry(index))
            Q_EMIT entryActivated(index);
        else if (index.isValid())
            toggle(index);
        return;
    }
    if (event->key() == Qt::Key_Up && (!index.isValid() || !indexAbove(index).isValid())) {
        Q_EMIT leftUpwards();
        return;
    }
    QTreeView::keyPressEvent(event);
}

void RowTree::setHover(const QModelIndex &index)
{
    if (m_hover == index)
        return;
    m_hover = index;
    viewport()->update();
}

void RowTree::mouseMoveEvent(QMouseEvent *event)
{
    setHover(indexAt(event->position().toPoint()));
    QTreeView::mouseMoveEvent(event);
}

void RowTree::leaveEvent(QEvent *event)
{
    setHover({});
    QTreeView::leaveEvent(event);
}

} // namespace marquee::theme
