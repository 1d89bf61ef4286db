// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPersistentModelIndex>
#include <QTreeView>

namespace marquee::theme {

/// A tree of headings with entries below, whose rows a delegate paints from edge to edge. A click selects, and opens or closes a
/// heading; a double click and Enter activate an entry. State_Open says to the delegate that a heading is open.
class RowTree : public QTreeView
{
    Q_OBJECT

public:
    explicit RowTree(QWidget *parent = nullptr);

Q_SIGNALS:
    void entryActivated(const QModelIndex &index);
    void leftUpwards(); ///< the up key on the first row: to the field above

protected:
    /// More of a row's state, for the delegate.
    virtual void dress(QStyleOptionViewItem &, const QModelIndex &) const { }
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    static bool isEntry(const QModelIndex &index) { return index.parent().isValid(); }
    void toggle(const QModelIndex &heading);
    void setHover(const QModelIndex &index);

    QPersistentModelIndex m_hover;
};

} // namespace marquee::theme
