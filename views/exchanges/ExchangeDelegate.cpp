// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchanges/ExchangeDelegate.h"

#include "exchange/ExchangeList.h"
#include "exchanges/Outcomes.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QPainter>
#include <QWidget>

namespace marquee::exchanges {

using exchange::ExchangeList;

void ExchangeDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->state &= ~QStyle::State_HasFocus; // the row is marked, not the cell
    if (index.column() == ExchangeList::Outcome) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = theme::dotIcon(theme::color(lookOf(index.data(ExchangeList::OutcomeRole).toInt()).token));
        option->decorationSize = QSize(theme::scaled(16), theme::scaled(16));
    } else if (index.column() != ExchangeList::Operation && index.column() != ExchangeList::Document) {
        for (const QPalette::ColorRole role : {QPalette::Text, QPalette::HighlightedText})
            option->palette.setColor(role, theme::color(theme::Token::TextSoft));
    }
}

void ExchangeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    constexpr int BarWidth = 3; // beside the row that has the focus
    if (index.column() == 0 && (option.state & QStyle::State_Selected) && option.widget && option.widget->hasFocus())
        painter->fillRect(QRect(option.rect.topLeft(), QSize(theme::scaled(BarWidth), option.rect.height())),
            theme::color(theme::Token::Accent));
}

} // namespace marquee::exchanges
