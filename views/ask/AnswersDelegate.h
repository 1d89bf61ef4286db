// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace marquee::ask {

/// Paints a row of answers: an avail with its arrow, its sign and what it says; below it windows with a tick or a
/// cross, and conditions. Signs are told apart by shape as well as by colour. State_Open says that an avail is open.
class AnswersDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    static void paintAvail(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index);
    static void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index);
};

/// A tick for yes, a cross for no.
void paintAnswer(QPainter &painter, const QRectF &where, bool isYes);

} // namespace marquee::ask
