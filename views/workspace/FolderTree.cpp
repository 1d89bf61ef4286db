// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/FolderTree.h"

#include "workspace/FolderDelegate.h"
#include "workspace/FolderModel.h"

#include <QContextMenuEvent>
#include <QKeyEvent>

namespace marquee::workspace {

using namespace Qt::StringLiterals;

namespace {

bool isOwnKey(const QKeyEvent &event)
{
    return event.modifiers() == Qt::NoModifier && (event.key() == Qt::Key_F2 || event.key() == Qt::Key_Delete);
}

} // namespace

FolderTree::FolderTree(QWidget *parent)
    : RowTree(parent)
{
    setProperty("ground", u"window"_s);
    auto *delegate = new FolderDelegate(this);
    setItemDelegate(delegate);
    connect(delegate, &FolderDelegate::renameWanted, this, &FolderTree::renameWanted);
    connect(this, &RowTree::entryActivated, this, [this](const QModelIndex &index) { Q_EMIT openWanted(index.data(FolderModel::PathRole).toString()); });
}

void FolderTree::setCurrentPath(const QString &path)
{
    m_current = path;
    viewport()->update();
}

void FolderTree::dress(QStyleOptionViewItem &row, const QModelIndex &index) const
{
    const QString path = index.data(FolderModel::PathRole).toString();
    row.state.setFlag(QStyle::State_Sibling, !path.isEmpty() && path == m_current);
}

bool FolderTree::event(QEvent *event)
{
    // The window may have the same keys for other things; here they mean the file.
    if (event->type() == QEvent::ShortcutOverride && isOwnKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return RowTree::event(event);
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
    RowTree::keyPressEvent(event);
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
