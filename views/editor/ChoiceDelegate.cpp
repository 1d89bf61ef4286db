// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/ChoiceDelegate.h"

#include "editor/ChoiceModel.h"
#include "shell/theme/Theme.h"

#include <QApplication>
#include <QPainter>

namespace marquee::editor {

namespace {

constexpr int Side = 8;
constexpr int Height = 28;

} // namespace

void ChoiceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString value = std::exchange(item.text, QString());
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    painter->save();
    painter->setFont(item.font);
    const int side = theme::scaled(Side);
    QRect where = item.rect.adjusted(side, 0, -side, 0);
    painter->setPen(theme::color(theme::Token::Text));
    painter->drawText(
        where, Qt::AlignVCenter | Qt::AlignLeft, item.fontMetrics.elidedText(value, Qt::ElideMiddle, where.width()));
    where.setLeft(where.left() + item.fontMetrics.horizontalAdvance(value) + theme::scaled(Gap));
    painter->setPen(theme::color(theme::Token::TextSoft));
    if (where.width() > side) {
        const QString label = index.data(ChoiceModel::LabelRole).toString();
        painter->drawText(
            where, Qt::AlignVCenter | Qt::AlignLeft, item.fontMetrics.elidedText(label, Qt::ElideRight, where.width()));
    }
    painter->restore();
}

QSize ChoiceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int value = option.fontMetrics.horizontalAdvance(index.data(Qt::DisplayRole).toString());
    const int label = option.fontMetrics.horizontalAdvance(index.data(ChoiceModel::LabelRole).toString());
    return {value + label + theme::scaled(2 * Side + Gap), theme::scaled(Height)};
}

} // namespace marquee::editor
