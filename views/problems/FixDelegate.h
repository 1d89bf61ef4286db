// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

namespace marquee::problems {

/// Paints a row's cells: the severity's icon beside the rule's ID, texts on one line, and the first fix as a button,
/// with an arrow beside it where there are more. No widgets: rows are many and change often.
class FixDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum class Part
    {
        None,
        Fix,
        More
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    /// Where the button of a cell is, and the arrow inside of it; null where the row has no fix, or no more.
    static QRect buttonRect(const QRect &cell, const QModelIndex &index);
    static QRect moreRect(const QRect &cell, const QModelIndex &index);
    /// What of the cell is there.
    static Part partAt(const QRect &cell, const QModelIndex &index, const QPoint &point);

    /// The cell that the pointer is over, and whether it is pressed. True where that is new.
    bool setHover(const QModelIndex &index, Part part);
    void setPressed(bool pressed) { m_pressed = pressed; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintButton(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    QPersistentModelIndex m_hover;
    Part m_part = Part::None;
    bool m_pressed = false;
};

} // namespace marquee::problems
