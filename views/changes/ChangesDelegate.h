// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/Difference.h"

#include <QIcon>
#include <QStyledItemDelegate>

namespace marquee::changes {

/// Paints a row's cells: the sign of its kind, texts on one line, what isn't there fainter.
class ChangesDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// Plus, minus or two arrows: told apart by shape as well as by colour.
void paintKind(QPainter &painter, const QRectF &where, Difference::Kind kind);
QIcon kindIcon(Difference::Kind kind);

} // namespace marquee::changes
