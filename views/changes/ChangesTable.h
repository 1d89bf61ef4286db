// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace marquee::changes {

/// The table of differences. Click and Enter go to the field, Ctrl+. puts back, the context menu has it all. Indexes
/// are the table's own model's.
class ChangesTable : public QTableView
{
    Q_OBJECT

public:
    explicit ChangesTable(QWidget *parent = nullptr);

    void fitColumns(); ///< the values share what the places leave

Q_SIGNALS:
    void goWanted(const QModelIndex &index);
    void putBackWanted(const QModelIndex &index);
    void menuWanted(const QModelIndex &index, const QPoint &global);
    void currentMoved();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
};

} // namespace marquee::changes
