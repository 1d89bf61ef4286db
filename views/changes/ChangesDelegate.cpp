// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/ChangesDelegate.h"

#include "changes/ChangesModel.h"
#include "shell/theme/Theme.h"

#include <QPainter>

namespace marquee::changes {

using theme::scaled;
using theme::Token;

namespace {

constexpr int RowHeight = 32;
constexpr int Margin = 8;
constexpr int TextMargin = 8; ///< as the headings above have it, which doesn't grow
constexpr int IconSide = 16;
constexpr int BarWidth = 3; ///< beside the row that has the focus

Token inkOf(const QModelIndex &index)
{
    if (index.data(ChangesModel::IsAbsentRole).toBool())
        return Token::TextFaint;
    return index.column() == ChangesModel::Before ? Token::TextSoft : Token::Text;
}

} // namespace

void paintKind(QPainter &painter, const QRectF &where, Difference::Kind kind)
{
    struct Look
    {
        Token ink;
        Token ground;
    };
    constexpr Look looks[]
        = {{Token::Good, Token::GoodGround}, {Token::Error, Token::ErrorGround}, {Token::Hint, Token::HintGround}};
    const Look look = looks[static_cast<std::size_t>(kind)];
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::color(look.ground));
    painter.drawRoundedRect(where, where.width() / 4, where.height() / 4);
    const double unit = where.width() / 16;
    painter.setPen(QPen(theme::color(look.ink), 1.75 * unit, Qt::SolidLine, Qt::RoundCap));
    const auto line = [&](double x1, double y1, double x2, double y2) {
        painter.drawLine(where.topLeft() + QPointF(x1, y1) * unit, where.topLeft() + QPointF(x2, y2) * unit);
    };
    if (kind == Difference::Kind::Changed) { // not equal
        line(4.5, 6.25, 11.5, 6.25);
        line(4.5, 9.75, 11.5, 9.75);
        line(10, 3.5, 6, 12.5);
    } else {
        line(4, 8, 12, 8);
        if (kind == Difference::Kind::Added)
            line(8, 4, 8, 12);
    }
    painter.restore();
}

QIcon kindIcon(Difference::Kind kind)
{
    QIcon icon;
    for (const int factor : {1, 2}) {
        const int side = scaled(IconSide) * factor;
        QPixmap picture(side, side);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paintKind(painter, QRectF(0, 0, side, side), kind);
        painter.end();
        icon.addPixmap(picture);
    }
    return icon;
}

QSize ChangesDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(option)
    if (index.column() == ChangesModel::Kind)
        return {scaled(IconSide + 3 * Margin), scaled(RowHeight)};
    return {
        QFontMetrics(theme::bodyFont()).horizontalAdvance(index.data().toString()) + 2 * TextMargin, scaled(RowHeight)};
}

void ChangesDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->fillRect(option.rect, theme::color(selected ? Token::AccentSoft : Token::Base));
    const QRect cell = option.rect.adjusted(TextMargin, 0, -TextMargin, 0);
    if (index.column() == ChangesModel::Kind) {
        if (selected && option.widget && option.widget->hasFocus())
            painter->fillRect(QRect(option.rect.topLeft(), QSize(scaled(BarWidth), option.rect.height())),
                theme::color(Token::Accent));
        const int side = scaled(IconSide);
        const QRect icon(option.rect.left() + 2 * TextMargin, cell.center().y() + 1 - side / 2, side, side);
        paintKind(*painter, icon, static_cast<Difference::Kind>(index.data(ChangesModel::KindRole).toInt()));
        painter->restore();
        return;
    }
    painter->setFont(theme::bodyFont());
    painter->setPen(theme::color(inkOf(index)));
    const QString shown = painter->fontMetrics().elidedText(index.data().toString(),
        index.column() == ChangesModel::Place ? Qt::ElideMiddle : Qt::ElideRight, cell.width());
    painter->drawText(cell, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shown);
    const QString note = index.data(ChangesModel::NoteRole).toString();
    const QRect rest = cell.adjusted(painter->fontMetrics().horizontalAdvance(shown) + scaled(Margin), 0, 0, 0);
    if (!note.isEmpty() && QFontMetrics(theme::noteFont()).horizontalAdvance(note) <= rest.width()) {
        painter->setFont(theme::noteFont());
        painter->setPen(theme::color(Token::TextFaint));
        painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, note);
    }
    painter->restore();
}

} // namespace marquee::changes
