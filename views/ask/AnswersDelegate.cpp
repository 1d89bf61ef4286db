// SPDX-License-Identifier: GPL-3.0-or-later
#include "ask/AnswersDelegate.h"

#include "ask/AnswersModel.h"
#include "shell/theme/Theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace marquee::ask {

using theme::scaled;
using theme::Token;
using Kind = AnswersModel::Row::Kind;

namespace {

constexpr int RowHeight = 32;
constexpr int Margin = 16;
constexpr int Arrow = 24;
constexpr int Sign = 16;
constexpr int Gap = 8;
constexpr int NameWidth = 200; ///< of windows, so that what is said of them stands in a column
constexpr int BarWidth = 3; ///< beside the row that has the focus
constexpr auto Place = Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine;

void paintGround(QPainter &painter, const QStyleOptionViewItem &option)
{
    if (option.state & QStyle::State_Selected)
        painter.fillRect(option.rect, theme::color(Token::AccentSoft));
    else if (option.state & QStyle::State_MouseOver)
        painter.fillRect(option.rect, theme::color(Token::Window));
    if (option.state & QStyle::State_HasFocus)
        painter.fillRect(
            QRect(option.rect.topLeft(), QSize(scaled(BarWidth), option.rect.height())), theme::color(Token::Accent));
}

QRectF signAt(const QRect &rest)
{
    const double side = scaled(Sign);
    return {double(rest.left()), rest.center().y() + 0.5 - side / 2, side, side};
}

void paintText(QPainter &painter, const QRect &where, const QString &text, const QFont &font, Token ink)
{
    painter.setFont(font);
    painter.setPen(theme::color(ink));
    painter.drawText(where, Place, painter.fontMetrics().elidedText(text, Qt::ElideRight, where.width()));
}

} // namespace

void paintAnswer(QPainter &painter, const QRectF &where, bool isYes)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::color(isYes ? Token::GoodGround : Token::WarningGround));
    painter.drawEllipse(where);
    painter.setPen(QPen(theme::color(isYes ? Token::Good : Token::Warning), where.width() / 9, Qt::SolidLine,
        Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QPointF middle = where.center();
    const double arm = where.width() / 5;
    if (isYes) {
        painter.drawPolyline(QPolygonF({middle + QPointF(-arm, 0), middle + QPointF(-arm / 4, arm * 0.8),
            middle + QPointF(arm * 1.1, -arm * 0.8)}));
    } else {
        painter.drawLine(middle + QPointF(-arm, -arm) * 0.85, middle + QPointF(arm, arm) * 0.85);
        painter.drawLine(middle + QPointF(-arm, arm) * 0.85, middle + QPointF(arm, -arm) * 0.85);
    }
    painter.restore();
}

QSize AnswersDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {scaled(240), scaled(RowHeight)};
}

void AnswersDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option);
    if (AnswersModel::isRow(index))
        paintRow(*painter, option, index);
    else
        paintAvail(*painter, option, index);
    painter->restore();
}

void AnswersDelegate::paintAvail(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QRect rest = option.rect.adjusted(scaled(Margin), 0, -scaled(Margin), 0);
    const QPointF middle(rest.left() + scaled(6), rest.center().y() + 0.5);
    const double arm = scaled(4);
    painter.setPen(QPen(theme::color(Token::TextSoft), scaled(3) / 2.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    if (option.state & QStyle::State_Open)
        painter.drawPolyline(QPolygonF(
            {middle + QPointF(-arm, -arm / 2), middle + QPointF(0, arm / 2), middle + QPointF(arm, -arm / 2)}));
    else
        painter.drawPolyline(QPolygonF(
            {middle + QPointF(-arm / 2, -arm), middle + QPointF(arm / 2, 0), middle + QPointF(-arm / 2, arm)}));
    rest.setLeft(rest.left() + scaled(Arrow));
    paintAnswer(painter, signAt(rest), index.data(AnswersModel::AllowedRole).toBool());
    rest.setLeft(rest.left() + scaled(Sign) + scaled(Gap));

    const QString name = index.data(AnswersModel::NoteRole).toString();
    if (!name.isEmpty()) {
        const QFontMetrics metrics(theme::noteFont());
        const int width = std::min(metrics.horizontalAdvance(name) + 1, rest.width() / 3);
        QRect behind = rest;
        behind.setLeft(rest.right() - width);
        painter.setFont(theme::noteFont());
        painter.setPen(theme::color(Token::TextFaint));
        painter.drawText(behind, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine,
            metrics.elidedText(name, Qt::ElideMiddle, width));
        rest.setRight(behind.left() - scaled(Margin));
    }
    paintText(painter, rest, index.data().toString(), theme::headingFont(), Token::Text);
}

void AnswersDelegate::paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const Kind kind = static_cast<Kind>(index.data(AnswersModel::KindRole).toInt());
    QRect rest = option.rect.adjusted(scaled(Margin + Arrow + Sign + Gap), 0, -scaled(Margin), 0);
    const int column = scaled(Sign) + scaled(Gap);
    if (kind == Kind::Condition) {
        rest.setLeft(rest.left() + column + scaled(NameWidth) + scaled(Gap));
        paintText(painter, rest, index.data().toString(), theme::noteFont(), Token::TextSoft);
        return;
    }
    const bool isMore = index.data(AnswersModel::MoreRole).toBool();
    if (!isMore)
        paintAnswer(painter, signAt(rest), kind == Kind::Grant);
    rest.setLeft(rest.left() + column);
    QRect name = rest;
    name.setWidth(std::min(scaled(NameWidth), rest.width() / 2));
    if (!isMore)
        paintText(painter, name, index.data().toString(), theme::bodyFont(), Token::Text);
    rest.setLeft(name.right() + 1 + scaled(Gap));
    paintText(painter, rest, index.data(AnswersModel::NoteRole).toString(), theme::bodyFont(), Token::TextSoft);
}

} // namespace marquee::ask
