// SPDX-License-Identifier: GPL-3.0-or-later
#include "reconcile/ReconcileDelegate.h"

#include "changes/ChangesDelegate.h"
#include "exchanges/Outcomes.h"
#include "reconcile/ReconcileModel.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QPainter>

namespace marquee::reconcile {

using changes::Difference;
using theme::scaled;
using theme::Token;

namespace {

constexpr int RowHeight = 32;
constexpr int IconSide = 16;

/// Two lines for the same, a ring for what isn't known.
void paintQuiet(QPainter &painter, const QRectF &where, bool isSame)
{
    const double unit = where.width() / 16;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme::color(Token::TextFaint), 1.75 * unit, Qt::SolidLine, Qt::RoundCap));
    if (isSame) {
        for (const double y : {6.25, 9.75})
            painter.drawLine(where.topLeft() + QPointF(4, y) * unit, where.topLeft() + QPointF(12, y) * unit);
    } else {
        painter.drawEllipse(where.center(), 4 * unit, 4 * unit);
    }
}

void paintStatus(QPainter &painter, const QRectF &where, Status status)
{
    switch (status) {
    case Status::New:
        changes::paintKind(painter, where, Difference::Kind::Added);
        break;
    case Status::Changed:
        changes::paintKind(painter, where, Difference::Kind::Changed);
        break;
    case Status::Gone:
    case Status::Removed:
        changes::paintKind(painter, where, Difference::Kind::Removed);
        break;
    case Status::Same:
    case Status::Unknown:
        paintQuiet(painter, where, status == Status::Same);
        break;
    }
}

} // namespace

QIcon statusIcon(Status status)
{
    QIcon icon;
    for (const int factor : {1, 2}) {
        const int side = scaled(IconSide) * factor;
        QPixmap picture(side, side);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paintStatus(painter, QRectF(0, 0, side, side), status);
        painter.end();
        icon.addPixmap(picture);
    }
    return icon;
}

QIcon outcomeIcon(int outcome)
{
    if (outcome < 0)
        return theme::severityIcon(rules::Severity::Warning);
    return theme::dotIcon(theme::color(exchanges::lookOf(outcome).token));
}

QSize ReconcileDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), scaled(RowHeight)};
}

void ReconcileDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->state &= ~QStyle::State_HasFocus; // the row is marked
    option->textElideMode = index.column() == ReconcileModel::Name ? Qt::ElideMiddle : Qt::ElideRight;
    const bool isAvail = index.data(ReconcileModel::IsAvailRole).toBool();
    if (isAvail && index.column() == ReconcileModel::Name)
        option->font = theme::headingFont();
    const auto status = static_cast<Status>(index.data(ReconcileModel::StatusRole).toInt());
    const auto soften = [option] {
        option->palette.setColor(QPalette::Text, theme::color(Token::TextSoft));
        option->palette.setColor(QPalette::HighlightedText, theme::color(Token::TextSoft));
    };
    if (index.column() == ReconcileModel::StatusColumn && !isAvail) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = statusIcon(status);
        option->decorationSize = QSize(scaled(IconSide), scaled(IconSide));
    } else if (index.column() == ReconcileModel::Outcome) {
        const QVariant outcome = index.data(ReconcileModel::OutcomeRole);
        if (outcome.isValid()) {
            option->features |= QStyleOptionViewItem::HasDecoration;
            option->icon = outcomeIcon(outcome.toInt());
            option->decorationSize = QSize(scaled(IconSide), scaled(IconSide));
        }
    } else if (!isAvail && (status == Status::Same || status == Status::Removed || status == Status::Unknown)) {
        soften();
    } else if (isAvail && index.column() != ReconcileModel::Name) {
        soften();
    }
}

} // namespace marquee::reconcile
