// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/PayloadScene.h"

#include "shell/theme/Icons.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace marquee::preview {

namespace {

constexpr int FewestDigits = 3;
constexpr double SelectionStrength = 0.28; // of the accent, so that text upon it stays readable
constexpr std::uint32_t FurthestUnderline = 16 * 1024; // behind where a mark begins

theme::Token colourOf(rules::Severity severity)
{
    switch (severity) {
    case rules::Severity::Error:
        return theme::Token::Error;
    case rules::Severity::Warning:
        return theme::Token::Warning;
    case rules::Severity::Hint:
        break;
    }
    return theme::Token::Hint;
}

bool touches(const Row &row, Stretch stretch)
{
    return !stretch.isEmpty() && stretch.begin < std::max(row.next, row.begin + 1) && stretch.end > row.begin;
}

void paintWave(QPainter &painter, qreal left, qreal right, qreal y, const QColor &colour)
{
    const qreal step = theme::scaled(2);
    QPainterPath path({left, y});
    bool up = true;
    for (qreal x = left; x < right; up = !up) {
        x = std::min(x + step, right);
        path.lineTo(x, up ? y - step : y);
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.restore();
}

} // namespace

Gutter Gutter::of(const CodePainter &code, std::uint32_t lines)
{
    int digits = 1;
    for (std::uint32_t left = lines; left >= 10; left /= 10)
        ++digits;
    Gutter gutter;
    gutter.icon = theme::scaled(4);
    gutter.iconSide = theme::scaled(12);
    gutter.numberRight
        = gutter.icon + gutter.iconSide + theme::scaled(2) + qCeil(std::max(digits, FewestDigits) * code.columnWidth());
    gutter.text = gutter.numberRight + theme::scaled(8);
    gutter.top = theme::scaled(4);
    return gutter;
}

void PayloadScene::paint(QPainter &painter, const QRect &area) const
{
    painter.fillRect(area, theme::color(theme::Token::Base));
    const Gutter gutter = Gutter::of(code, layout.text().lineCount());
    Row row = layout.rowAt(top);
    for (int y = area.top() + gutter.top;; y += code.rowHeight()) {
        const QRect where(area.left(), y, area.width(), code.rowHeight());
        const ShownRow shown(layout.text(), row);
        paintGrounds(painter, where, shown, gutter);
        paintGutter(painter, where, row, gutter);
        code.paint(painter, gutter.text, y, shown, colours.spans(layout.text(), row));
        paintMarks(painter, where, shown, gutter);
        if (row.lastOfText || y + code.rowHeight() > area.bottom())
            return;
        row = *layout.next(row);
    }
}

void PayloadScene::paintGrounds(
    QPainter &painter, const QRect &where, const ShownRow &shown, const Gutter &gutter) const
{
    const Row &row = shown.row();
    const bool lit = touches(row, highlight);
    const bool hasCaret = active && caret >= row.begin && (caret < row.next || row.lastOfText);
    if (lit) {
        painter.fillRect(where, theme::color(theme::Token::AccentSoft));
        painter.fillRect(
            QRect(where.left(), where.top(), theme::scaled(3), where.height()), theme::color(theme::Token::Accent));
    } else if (hasCaret && selection.isEmpty()) {
        painter.fillRect(where, theme::color(theme::Token::Window));
    }
    if (touches(row, selection)) {
        const qreal left = gutter.text + code.xOf(shown, shown.unitAt(selection.begin));
        qreal right = gutter.text + code.xOf(shown, shown.unitAt(selection.end));
        if (selection.end > row.end && row.lastOfLine) // the newline too
            right += code.columnWidth() / 2;
        QColor ground = theme::color(theme::Token::Accent);
        ground.setAlphaF(SelectionStrength);
        painter.fillRect(QRectF(left, where.top(), right - left, where.height()), ground);
    }
    if (hasCaret) {
        const qreal x = gutter.text + code.xOf(shown, shown.unitAt(caret));
        painter.fillRect(
            QRectF(x - 1, where.top() + 1, theme::scaled(2), where.height() - 2), theme::color(theme::Token::Accent));
    }
}

void PayloadScene::paintGutter(QPainter &painter, const QRect &where, const Row &row, const Gutter &gutter) const
{
    painter.setFont(code.font());
    painter.setPen(theme::color(theme::Token::TextFaint));
    const QString number = row.firstOfLine() ? QString::number(row.line) : QString(QChar(u'↪'));
    const qreal width = QFontMetricsF(code.font()).horizontalAdvance(number);
    painter.drawText(QPointF(gutter.numberRight - width, where.top() + code.baseline()), number);
}

std::span<const Mark> PayloadScene::marksFrom(std::uint32_t begin, std::uint32_t end) const
{
    const auto byBegin = [](const Mark &mark, std::uint32_t offset) { return mark.begin < offset; };
    const auto first = std::lower_bound(marks.begin(), marks.end(), begin, byBegin);
    return {first, std::lower_bound(first, marks.end(), end, byBegin)};
}

/// Underlines what begins on this row, or earlier on its line; the icon is that of the worst that begins here.
void PayloadScene::paintMarks(QPainter &painter, const QRect &where, const ShownRow &shown, const Gutter &gutter) const
{
    const Row &row = shown.row();
    const std::uint32_t behind = row.lastOfText ? row.next + 1 : row.next;
    const std::uint32_t from = std::max(row.lineBegin, row.begin - std::min(row.begin, FurthestUnderline));
    std::optional<rules::Severity> worst;
    for (const Mark &mark : marksFrom(from, behind)) {
        if (mark.begin >= row.begin)
            worst = std::max(worst.value_or(mark.severity), mark.severity);
        if (mark.end <= row.begin)
            continue;
        const qreal left = gutter.text + code.xOf(shown, shown.unitAt(mark.begin));
        const qreal right = gutter.text + code.xOf(shown, shown.unitAt(mark.end));
        const qreal y = where.bottom();
        paintWave(painter, left, std::max(right, left + code.columnWidth()), y, theme::color(colourOf(mark.severity)));
    }
    if (worst) {
        const int y = where.top() + (where.height() - gutter.iconSide) / 2;
        theme::paintSeverity(painter, QRectF(gutter.icon, y, gutter.iconSide, gutter.iconSide), *worst);
    }
}

} // namespace marquee::preview
