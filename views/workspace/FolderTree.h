// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/theme/RowTree.h"

namespace marquee::workspace {

/// The tree of a folder's files. To activate one is to open it; F2 edits its name in place, Delete asks for the bin.
class FolderTree : public theme::RowTree
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

protected:
    bool event(QEvent *event) override;
    void dress(QStyleOptionViewItem &row, const QModelIndex &index) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    QString m_current;
};

} // namespace marquee::workspace
