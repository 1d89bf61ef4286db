// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/FindDelegate.h"

#include "search/FindModel.h"
#include "shell/theme/Theme.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

namespace marquee::search {

using namespace Qt::StringLiterals;
using theme::scaled;
using theme::Token;

namespace {

constexpr int RowHeight = 28;
constexpr int Margin = 16;
constexpr int NameLeft = 36;
constexpr int LineWidth = 48;
constexpr int Gap = 16;
constexpr int PlacePercent = 34; ///< of the width behind the line's number
constexpr int BarWidth = 3; ///< beside the row that has the focus

} // namespace

QSize FindDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {scaled(240), scaled(RowHeight)};
}

void FindDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option);
    if (FindModel::isHit(index))
        paintHit(*painter, option, index);
    else
        paintDocument(*painter, option, index);
    painter->restore();
}

void FindDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option)
{
    const bool isSelected = option.state & QStyle::State_Selected;
    if (isSelected)
        painter.fillRect(option.rect, theme::color(Token::AccentSoft));
    else if (option.state & QStyle::State_MouseOver)
        painter.fillRect(option.rect, theme::color(Token::Window));
    if (option.state & QStyle::State_HasFocus)
        painter.fillRect(
            QRect(option.rect.topLeft(), QSize(scaled(BarWidth), option.rect.height())), theme::color(Token::Accent));
}

void FindDelegate::paintDocument(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QRect row = option.rect;
    const QPointF middle(row.left() + scaled(Margin) + scaled(6), row.center().y() + 0.5);
    const double arm = scaled(4);
    painter.setPen(QPen(theme::color(Token::TextSoft), scaled(3) / 2.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    if (option.state & QStyle::State_Open)
        painter.drawPolyline(QPolygonF(
            {middle + QPointF(-arm, -arm / 2), middle + QPointF(0, arm / 2), middle + QPointF(arm, -arm / 2)}));
    else
        painter.drawPolyline(QPolygonF(
            {middle + QPointF(-arm / 2, -arm), middle + QPointF(arm / 2, 0), middle + QPointF(-arm / 2, arm)}));

    const QString count = QLocale().toString(index.data(FindModel::CountRole).toInt());
    painter.setFont(theme::headingFont());
    const QFontMetrics metrics = painter.fontMetrics();
    const int countWidth = QFontMetrics(theme::noteFont()).horizontalAdvance(count);
    QRect name = row.adjusted(scaled(NameLeft), 0, -scaled(Margin) - countWidth - scaled(Gap), 0);
    const QString text = metrics.elidedText(index.data().toString(), Qt::ElideMiddle, name.width());
    painter.setPen(theme::color(Token::Text));
    painter.drawText(name, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, text);
    const QRect behind = name.translated(metrics.horizontalAdvance(text) + scaled(8), 0);
    painter.setFont(theme::noteFont());
    painter.setPen(theme::color(Token::TextSoft));
    painter.drawText(
        QRect(behind.left(), row.top(), countWidth + 1, row.height()), Qt::AlignVCenter | Qt::TextSingleLine, count);
}

void FindDelegate::paintHit(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    constexpr auto Place = Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine;
    QRect rest = option.rect.adjusted(scaled(Margin), 0, -scaled(Margin), 0);
    QRect line = rest;
    line.setWidth(scaled(LineWidth));
    painter.setFont(theme::noteFont());
    painter.setPen(theme::color(Token::TextFaint));
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine,
        QLocale().toString(index.data(FindModel::LineRole).toInt()));
    rest.setLeft(line.right() + scaled(Gap));

    const QString place = index.data(FindModel::PlaceRole).toString();
    if (!place.isEmpty()) {
        QRect words = rest;
        words.setWidth(rest.width() * PlacePercent / 100);
        painter.setFont(theme::bodyFont());
        painter.setPen(theme::color(Token::TextSoft));
        painter.drawText(words, Place, painter.fontMetrics().elidedText(place, Qt::ElideMiddle, words.width()));
        rest.setLeft(words.right() + scaled(Gap));
    }
    paintText(painter, rest, index);
}

/// What was found is always in sight: where the room ends before it, the front of the line goes.
void FindDelegate::paintText(QPainter &painter, const QRect &where, const QModelIndex &index)
{
    constexpr auto Place = Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine;
    painter.setFont(theme::codeFont());
    const QFontMetrics metrics = painter.fontMetrics();
    QString text = index.data().toString();
    int mark = index.data(FindModel::MarkRole).toInt();
    const int marked = index.data(FindModel::MarkedRole).toInt();
    const int room = where.width();
    if (metrics.horizontalAdvance(text.left(mark + marked)) > room) {
        const int kept = std::min(mark, room / 3 / std::max(1, metrics.averageCharWidth()));
        text = u"…"_s + text.mid(mark - kept);
        mark = kept + 1;
    }
    const int before = metrics.horizontalAdvance(text.left(mark));
    const int width = std::min(metrics.horizontalAdvance(text.mid(mark, marked)), std::max(0, room - before));
    const QRectF ground(
        where.left() + before - 1, where.center().y() - metrics.height() / 2.0, width + 2, metrics.height() + 1);
    painter.setPen(QPen(theme::color(Token::Warning), 1));
    painter.setBrush(theme::color(Token::WarningGround));
    painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), scaled(2), scaled(2));
    painter.setPen(theme::color(Token::Text));
    painter.drawText(where, Place, metrics.elidedText(text, Qt::ElideRight, room));
}

} // namespace marquee::search
