// SPDX-License-Identifier: GPL-3.0-or-later
#include "callbacks/CallbacksDelegate.h"

#include "callbacks/CallbacksModel.h"
#include "callbacks/Looks.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QPainter>
#include <QWidget>

namespace marquee::callbacks {

void CallbacksDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->state &= ~QStyle::State_HasFocus; // the row is marked, not the cell
    if (index.column() == CallbacksModel::State) {
        const auto level = static_cast<CallbacksModel::Level>(index.data(CallbacksModel::LevelRole).toInt());
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = theme::dotIcon(theme::color(tokenOf(level)));
        option->decorationSize = QSize(theme::scaled(16), theme::scaled(16));
    } else if (index.column() != CallbacksModel::Subject) {
        for (const QPalette::ColorRole role : {QPalette::Text, QPalette::HighlightedText})
            option->palette.setColor(role, theme::color(theme::Token::TextSoft));
    }
}

void CallbacksDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    constexpr int BarWidth = 3; // beside the row that has the focus
    if (index.column() == 0 && (option.state & QStyle::State_Selected) && option.widget && option.widget->hasFocus())
        painter->fillRect(QRect(option.rect.topLeft(), QSize(theme::scaled(BarWidth), option.rect.height())),
            theme::color(theme::Token::Accent));
}

} // namespace marquee::callbacks
