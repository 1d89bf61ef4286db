// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPersistentModelIndex>
#include <QTreeView>

namespace marquee::search {

/// The tree of what was found. Click selects, and opens or closes a document; double click and Enter go to a hit.
class FindTree : public QTreeView
{
    Q_OBJECT

public:
    explicit FindTree(QWidget *parent = nullptr);

Q_SIGNALS:
    void goWanted(const QModelIndex &index);
    void leftUpwards(); ///< the up key on the first row: to the field

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void setHover(const QModelIndex &index);

    QPersistentModelIndex m_hover;
};

} // namespace marquee::search
