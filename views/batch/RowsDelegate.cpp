// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/RowsDelegate.h"

#include "batch/RowsModel.h"
#include "shell/theme/Theme.h"

#include <QPainter>

namespace marquee::batch {

using theme::Token;

void RowsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant severity = index.data(RowsModel::SeverityRole);
    if (severity.isValid()) {
        const auto grave = static_cast<rules::Severity>(severity.toInt());
        painter->fillRect(option.rect,
            theme::color(grave == rules::Severity::Error ? Token::ErrorGround
                    : grave == rules::Severity::Warning  ? Token::WarningGround
                                                         : Token::HintGround));
    }
    QStyledItemDelegate::paint(painter, option, index);
    if ((option.state & QStyle::State_HasFocus) != 0) {
        painter->setPen(theme::color(Token::Accent));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
}

void RowsDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->decorationPosition = QStyleOptionViewItem::Right;
    if (index.data(RowsModel::UnusedRole).toBool())
        option->palette.setColor(QPalette::Text, theme::color(Token::TextFaint));
    option->state &= ~QStyle::State_HasFocus;
}

} // namespace marquee::batch
