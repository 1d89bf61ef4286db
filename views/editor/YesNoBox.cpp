// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/YesNoBox.h"

#include "shell/theme/Theme.h"

#include <QPainter>

namespace marquee::editor {

using theme::Token;

namespace {

constexpr int Side = 18;
constexpr int Gap = 8;

} // namespace

QRectF YesNoBox::box() const
{
    const int side = theme::scaled(Side);
    return QRectF(1.5, (height() - side) / 2 + 0.5, side - 1, side - 1);
}

QSize YesNoBox::sizeHint() const
{
    return {theme::scaled(Side + Gap) + 4 + fontMetrics().horizontalAdvance(text()), theme::scaled(Side)};
}

bool YesNoBox::hitButton(const QPoint &at) const
{
    return rect().contains(at);
}

void YesNoBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF where = box();
    const bool yes = checkState() == Qt::Checked;
    const QString severity = property("severity").toString();
    Token frame = hasFocus() || underMouse() || yes ? Token::Accent : Token::TextFaint;
    if (!severity.isEmpty() && severity != QLatin1StringView("hint"))
        frame = severity == QLatin1StringView("error") ? Token::Error : Token::Warning;
    if (!isEnabled())
        frame = Token::Line;
    painter.setPen(QPen(theme::color(frame), hasFocus() ? 2 : 1));
    painter.setBrush(theme::color(yes ? (isEnabled() ? Token::Accent : Token::TextFaint) : Token::Base));
    painter.drawRoundedRect(where, 4, 4);
    if (hasFocus() && yes) { // the frame has the ground's colour then
        painter.setPen(QPen(theme::color(Token::OnAccent), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(where.adjusted(2, 2, -2, -2), 3, 3);
    }

    const double unit = where.width() / 16;
    const auto at = [&](double x, double y) { return where.topLeft() + QPointF(x, y) * unit; };
    painter.setPen(QPen(
        theme::color(yes ? Token::OnAccent : Token::TextSoft), 1.8 * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (yes)
        painter.drawPolyline(QPolygonF{at(4, 8.2), at(7, 11.2), at(12, 5)});
    else if (checkState() == Qt::PartiallyChecked)
        painter.drawLine(at(5, 8), at(11, 8));

    const int left = theme::scaled(Side + Gap);
    const bool soft = !isEnabled() || checkState() == Qt::PartiallyChecked;
    painter.setPen(theme::color(soft ? Token::TextFaint : Token::Text));
    painter.drawText(rect().adjusted(left, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
}

} // namespace marquee::editor
