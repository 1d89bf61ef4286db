// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPersistentModelIndex>
#include <QTreeView>

namespace marquee::workspace {

/// The tree of a folder's files. Click selects, and opens or closes a heading; double click and Enter open a file,
/// F2 edits its name in place, Delete asks for the bin.
class FolderTree : public QTreeView
{
    Q_OBJECT

public:
    explicit FolderTree(QWidget *parent = nullptr);

    /// The file of the current tab; empty: none.
    void setCurrentPath(const QString &path);
    const QString &currentPath() const { return m_current; }

Q_SIGNALS:
    void openWanted(const QString &path);
    void renameWanted(const QString &path, const QString &newName);
    void binWanted(const QString &path);
    void menuWanted(const QString &path, const QPoint &global);
    void leftUpwards(); ///< the up key on the first row: to the filter

protected:
    bool event(QEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void setHover(const QModelIndex &index);
    void toggle(const QModelIndex &heading);

    QString m_current;
    QPersistentModelIndex m_hover;
};

} // namespace marquee::workspace
