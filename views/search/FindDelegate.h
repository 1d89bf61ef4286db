// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace marquee::search {

/// Paints a whole row of the results, from edge to edge: a document with its arrow and its count; a hit with its line,
/// its place in words and the text, in which what was found is marked. State_Open says that a document is open.
class FindDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    static void paintGround(QPainter &painter, const QStyleOptionViewItem &option);
    static void paintDocument(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index);
    static void paintHit(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index);
    static void paintText(QPainter &painter, const QRect &where, const QModelIndex &index);
};

} // namespace marquee::search
