// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace marquee::reconcile {

/// The tree of avails and their windows. Space chooses the row, Enter and a double click go to its field.
class ReconcileTable : public QTreeView
{
    Q_OBJECT

public:
    explicit ReconcileTable(QWidget *parent = nullptr);

    void fitColumns(); ///< what differs and what became of it share what the others leave

Q_SIGNALS:
    void placeWanted(const QModelIndex &index);
    void menuWanted(const QModelIndex &index, const QPoint &global);
    void currentMoved();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
};

} // namespace marquee::reconcile
