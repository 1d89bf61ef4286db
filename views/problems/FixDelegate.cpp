// SPDX-License-Identifier: GPL-3.0-or-later
#include "problems/FixDelegate.h"

#include "problems/ProblemsModel.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QAbstractItemView>
#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace marquee::problems {

using theme::scaled;
using theme::Token;

namespace {

constexpr int RowHeight = 32;
constexpr int ButtonHeight = 24;
constexpr int Margin = 8;
constexpr int IconSide = 16;
constexpr int ArrowWidth = 24;
constexpr int BarWidth = 3; ///< beside the row that has the focus
constexpr int LongestButton = 240;

int fixCount(const QModelIndex &index)
{
    return index.data(ProblemsModel::FixCountRole).toInt();
}

} // namespace

QRect FixDelegate::buttonRect(const QRect &cell, const QModelIndex &index)
{
    if (index.column() != ProblemsModel::Fix || fixCount(index) == 0)
        return {};
    const int text = QFontMetrics(theme::noteFont()).horizontalAdvance(index.data().toString());
    const int wanted = text + scaled(3 * Margin) + (fixCount(index) > 1 ? scaled(ArrowWidth) : 0);
    const int width = std::min({wanted, scaled(LongestButton), cell.width() - scaled(2 * Margin)});
    const int height = scaled(ButtonHeight);
    return {cell.right() + 1 - scaled(Margin) - width, cell.center().y() + 1 - height / 2, width, height};
}

QRect FixDelegate::moreRect(const QRect &cell, const QModelIndex &index)
{
    const QRect button = buttonRect(cell, index);
    return button.isNull() || fixCount(index) < 2 ? QRect()
                                                  : button.adjusted(button.width() - scaled(ArrowWidth), 0, 0, 0);
}

FixDelegate::Part FixDelegate::partAt(const QRect &cell, const QModelIndex &index, const QPoint &point)
{
    if (moreRect(cell, index).contains(point))
        return Part::More;
    return buttonRect(cell, index).contains(point) ? Part::Fix : Part::None;
}

bool FixDelegate::setHover(const QModelIndex &index, Part part)
{
    const bool isNew = m_part != part || m_hover != index;
    m_hover = index;
    m_part = part;
    return isNew;
}

QSize FixDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    int width = QFontMetrics(option.font).horizontalAdvance(index.data().toString()) + scaled(3 * Margin);
    if (index.column() == ProblemsModel::Fix && fixCount(index) > 0)
        width = buttonRect({0, 0, scaled(LongestButton) * 2, scaled(RowHeight)}, index).width() + scaled(2 * Margin);
    if (index.column() == ProblemsModel::Rule)
        width += scaled(IconSide + 2 * Margin);
    return {width, scaled(RowHeight)};
}

void FixDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->fillRect(option.rect, theme::color(selected ? Token::AccentSoft : Token::Base));
    QRect text = option.rect.adjusted(scaled(Margin), 0, -scaled(Margin), 0);
    if (index.column() == ProblemsModel::Rule) {
        if (selected && option.widget && option.widget->hasFocus())
            painter->fillRect(QRect(option.rect.topLeft(), QSize(scaled(BarWidth), option.rect.height())),
                theme::color(Token::Accent));
        const int side = scaled(IconSide);
        const QRect icon(text.left() + scaled(Margin), text.center().y() + 1 - side / 2, side, side);
        theme::paintSeverity(
            *painter, icon, static_cast<rules::Severity>(index.data(ProblemsModel::SeverityRole).toInt()));
        text.setLeft(icon.right() + scaled(2 * Margin));
    }
    if (index.column() == ProblemsModel::Fix) {
        if (fixCount(index) > 0)
            paintButton(*painter, option, index);
    } else {
        const Token ink = index.column() == ProblemsModel::Rule ? Token::TextFaint
            : index.column() == ProblemsModel::Place            ? Token::TextSoft
                                                                : Token::Text;
        painter->setFont(theme::bodyFont());
        painter->setPen(theme::color(ink));
        const QString shown = painter->fontMetrics().elidedText(index.data().toString(),
            index.column() == ProblemsModel::Place ? Qt::ElideMiddle : Qt::ElideRight, text.width());
        painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shown);
    }
    painter->restore();
}

void FixDelegate::paintButton(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect button = buttonRect(option.rect, index);
    const QRect more = moreRect(option.rect, index);
    const bool hovered = m_hover == index && m_part != Part::None;
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    const double radius = scaled(6);
    shape.addRoundedRect(QRectF(button).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setPen(theme::color(hovered ? Token::Accent : Token::Line));
    painter.setBrush(theme::color(hovered && m_pressed ? Token::AccentSoft : Token::Base));
    painter.drawPath(shape);

    const QRect text = button.adjusted(scaled(Margin), 0, more.isNull() ? -scaled(Margin) : -more.width(), 0);
    painter.setFont(theme::noteFont());
    painter.setPen(theme::color(hovered && m_part == Part::Fix ? Token::Accent : Token::Text));
    painter.drawText(text, Qt::AlignCenter | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    if (more.isNull())
        return;
    painter.setPen(theme::color(Token::Line));
    painter.drawLine(more.topLeft() + QPoint(0, 1), more.bottomLeft());
    const QPointF middle = QRectF(more).center();
    const double arm = scaled(3);
    painter.setPen(QPen(theme::color(hovered && m_part == Part::More ? Token::Accent : Token::TextSoft),
        scaled(3) / 2.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(
        QPolygonF({middle + QPointF(-arm, -arm / 2), middle + QPointF(0, arm / 2), middle + QPointF(arm, -arm / 2)}));
}

} // namespace marquee::problems
