// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/FolderTree.h"

#include "workspace/FolderDelegate.h"
#include "workspace/FolderModel.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

namespace marquee::workspace {

using namespace Qt::StringLiterals;

namespace {

bool isOwnKey(const QKeyEvent &event)
{
    return event.modifiers() == Qt::NoModifier && (event.key() == Qt::Key_F2 || event.key() == Qt::Key_Delete);
}

} // namespace

FolderTree::FolderTree(QWidget *parent)
    : QTreeView(parent)
{
    setProperty("ground", u"window"_s);
    setProperty("focusMark", u"row"_s);
    auto *delegate = new FolderDelegate(this);
    setItemDelegate(delegate);
    connect(delegate, &FolderDelegate::renameWanted, this, &FolderTree::renameWanted);
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
        if (!index.parent().isValid())
            toggle(index);
    });
    connect(this, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.parent().isValid())
            Q_EMIT openWanted(index.data(FolderModel::PathRole).toString());
    });
}

void FolderTree::setCurrentPath(const QString &path)
{
    m_current = path;
    viewport()->update();
}

void FolderTree::toggle(const QModelIndex &heading)
{
    setExpanded(heading, !isExpanded(heading));
}

void FolderTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    row.rect = QRect(0, option.rect.y(), viewport()->width(), option.rect.height());
    const QString path = index.data(FolderModel::PathRole).toString();
    row.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
    row.state.setFlag(QStyle::State_MouseOver, m_hover == index);
    row.state.setFlag(QStyle::State_HasFocus, hasFocus() && currentIndex() == index);
    row.state.setFlag(QStyle::State_Open, isExpanded(index));
    row.state.setFlag(QStyle::State_Sibling, !path.isEmpty() && path == m_current);
    itemDelegate()->paint(painter, row, index);
}

bool FolderTree::event(QEvent *event)
{
    // The window may have the same keys for other things; here they mean the file.
    if (event->type() == QEvent::ShortcutOverride && isOwnKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QTreeView::event(event);
}

void FolderTree::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    if (isOwnKey(*event)) {
        if (event->key() == Qt::Key_F2 && index.parent().isValid())
            edit(index);
        else if (index.parent().isValid())
            Q_EMIT binWanted(index.data(FolderModel::PathRole).toString());
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (index.parent().isValid())
            Q_EMIT openWanted(index.data(FolderModel::PathRole).toString());
        else if (index.isValid())
            toggle(index);
        return;
    case Qt::Key_Up:
        if (!index.isValid() || !indexAbove(index).isValid()) {
            Q_EMIT leftUpwards();
            return;
        }
        break;
    default:
        break;
    }
    QTreeView::keyPressEvent(event);
}

void FolderTree::setHover(const QModelIndex &index)
{
    if (m_hover == index)
        return;
    m_hover = index;
    viewport()->update();
}

void FolderTree::mouseMoveEvent(QMouseEvent *event)
{
    setHover(indexAt(event->position().toPoint()));
    QTreeView::mouseMoveEvent(event);
}

void FolderTree::leaveEvent(QEvent *event)
{
    setHover({});
    QTreeView::leaveEvent(event);
}

void FolderTree::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(viewport()->mapFromGlobal(event->globalPos()));
    const QString path = index.data(FolderModel::PathRole).toString();
    if (path.isEmpty())
        return;
    setCurrentIndex(index);
    Q_EMIT menuWanted(path, byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

} // namespace marquee::workspace
