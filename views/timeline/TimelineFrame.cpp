// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around and above the bars: titles, ruler, and the dates of what is dragged.
#include "shell/theme/Theme.h"
#include "timeline/Ruler.h"
#include "timeline/TimelinePainter.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace marquee::timeline {

using namespace Qt::StringLiterals;
using theme::Token;

/// The dates in words above the bar that is held, or below it where there is no room above.
void TimelinePainter::paintBubble(QPainter &painter, const Scene &scene) const
{
    const QRect area = timeArea(scene);
    if (!scene.moving || scene.grabbed >= scene.layout->bars.size())
        return;
    const Bar held = shownBar(scene, scene.grabbed);
    const auto moving = scene.moving->find(held.window);
    if (moving == scene.moving->end())
        return;
    const QString words = scene.words ? scene.words->times(moving->second) : timesInWords(moving->second);
    const QRectF rect = barRect(scene, held, &moving->second).intersected(QRectF(area));
    painter.setFont(theme::noteFont());
    const QFontMetricsF metrics(theme::noteFont());
    const QSizeF size(metrics.horizontalAdvance(words) + theme::scaled(16), theme::scaled(28));
    const double x = std::clamp<double>(
        rect.left(), area.left() + 4, std::max<double>(area.left() + 4, area.right() - size.width() - 4));
    double y = rect.top() - size.height() - theme::scaled(4);
    if (y < area.top())
        y = rect.bottom() + theme::scaled(4);
    const QRectF bubble(QPointF(x, y), size);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme::color(Token::Line), 1));
    painter.setBrush(theme::color(Token::Base));
    painter.drawRoundedRect(bubble.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(theme::color(Token::Text));
    painter.drawText(bubble, Qt::AlignCenter, words);
}

void TimelinePainter::paintTitles(QPainter &painter, const Scene &scene) const
{
    const RowGeometry &rows = *scene.rows;
    const Layout &layout = *scene.layout;
    const QRect area(
        scene.area.left(), scene.area.top() + rulerHeight(), titlesWidth(), scene.area.height() - rulerHeight());
    const int right = scene.area.right() + 1;
    painter.fillRect(area, theme::color(Token::Base));
    const QColor line = theme::color(Token::Line);
    painter.setPen(QPen(line, 1));
    painter.drawLine(QLineF(area.right() + 0.5, area.top(), area.right() + 0.5, area.bottom() + 1));
    const int pad = theme::scaled(16);
    const QFontMetricsF body(theme::bodyFont());
    const QFontMetricsF heading(theme::headingFont());
    const auto yOf = [&](int y) { return area.top() + y - scene.scrolled; };
    for (std::uint32_t s = 0; s < layout.sections.size(); ++s) {
        if (yOf(rows.bottomOfSection(s)) < area.top())
            continue;
        if (yOf(rows.topOfSection(s)) > area.bottom())
            break;
        const Section &section = layout.sections[s];
        for (std::uint32_t i = 0; i < section.lanes; ++i) {
            const Lane &lane = layout.lanes[section.firstLane + i];
            const int top = yOf(rows.topOfLane(lane));
            const int bottom = top + rows.heightOfLane(lane);
            if (bottom < area.top() || top > area.bottom())
                continue;
            // A title stays in sight as long as its lane does.
            const int y = std::min(std::max(top, area.top() + rows.headingHeight()), bottom - rows.rowHeight());
            const QRect row(area.left() + pad, y, area.width() - pad - theme::scaled(8), rows.rowHeight());
            painter.setFont(theme::bodyFont());
            painter.setPen(theme::color(Token::Text));
            painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                body.elidedText(scene.words ? scene.words->lane(lane) : laneTitle(lane, scene.grouping, scene.vocabularies),
                    Qt::ElideMiddle, row.width()));
            painter.setPen(QPen(line, 1));
            painter.drawLine(QLineF(area.left(), bottom - 0.5, area.right(), bottom - 0.5));
        }
        if (rows.headingHeight() == 0)
            continue;
        const int top = std::min(
            std::max(yOf(rows.topOfSection(s)), area.top()), yOf(rows.bottomOfSection(s)) - rows.headingHeight());
        const QRect bar(area.left(), top, right - area.left(), rows.headingHeight());
        painter.fillRect(bar, theme::color(Token::Window));
        painter.setPen(QPen(line, 1));
        painter.drawLine(QLineF(bar.left(), bar.bottom() + 0.5, bar.right() + 1, bar.bottom() + 0.5));
        painter.setFont(theme::headingFont());
        painter.setPen(theme::color(Token::Text));
        const Lane &first = layout.lanes[section.firstLane];
        const QString title = scene.words ? scene.words->section(first) : sectionTitle(first, scene.grouping, scene.vocabularies);
        painter.drawText(bar.adjusted(pad, 0, -pad, 0), Qt::AlignLeft | Qt::AlignVCenter,
            heading.elidedText(title, Qt::ElideRight, bar.width() - 2 * pad));
    }
}

void TimelinePainter::paintRuler(QPainter &painter, const Scene &scene) const
{
    const QRect ruler(scene.area.left(), scene.area.top(), scene.area.width(), rulerHeight());
    painter.fillRect(ruler, theme::color(Token::Window));
    const int left = ruler.left() + titlesWidth();
    const int half = rulerHeight() / 2;
    const QFont font = theme::noteFont();
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    const Ruler ticks
        = rulerOf(scene.scale, ruler.right() - left, metrics.horizontalAdvance(u"0000"_s) + theme::scaled(16));
    const QColor line = theme::color(Token::Line);
    const auto drawLine = [&](const std::vector<Ruler::Tick> &of, int top, Token ink) {
        for (std::size_t i = 0; i < of.size(); ++i) {
            const double from = std::max(0.0, of[i].x);
            const double to = i + 1 < of.size() ? of[i + 1].x : ruler.right() - left;
            if (of[i].x >= 0) {
                painter.setPen(QPen(line, 1));
                const double x = std::round(left + of[i].x) + 0.5;
                painter.drawLine(QLineF(x, top + (top == ruler.top() ? 4 : 8), x, top + half));
            }
            if (to - from < metrics.horizontalAdvance(of[i].label) + 8)
                continue;
            painter.setPen(theme::color(ink));
            painter.drawText(
                QRectF(left + from + 6, top, to - from, half), Qt::AlignLeft | Qt::AlignVCenter, of[i].label);
        }
    };
    drawLine(ticks.upper, ruler.top(), Token::Text);
    drawLine(ticks.lower, ruler.top() + half, Token::TextSoft);
    painter.setPen(theme::color(Token::TextFaint));
    painter.drawText(
        QRectF(ruler.left() + theme::scaled(16), ruler.top() + half, titlesWidth() - theme::scaled(24), half),
        Qt::AlignLeft | Qt::AlignVCenter, scene.words ? scene.words->corner : QCoreApplication::translate("Timeline", "Dates in UTC"));
    const double x = left + scene.scale.xOf(static_cast<double>(scene.now));
    if (x >= left && x <= ruler.right()) {
        const QString today = scene.words ? scene.words->now : QCoreApplication::translate("Timeline", "Today");
        const double width = metrics.horizontalAdvance(today) + theme::scaled(12);
        const double at = std::clamp<double>(x - width / 2, left, std::max<double>(left, ruler.right() - width));
        const QRectF flag(at, ruler.top() + 3, width, half - 4);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::color(Token::GoodGround));
        painter.drawRoundedRect(flag, 4, 4);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(theme::color(Token::Good));
        painter.drawText(flag, Qt::AlignCenter, today);
    }
    painter.setPen(QPen(line, 1));
    painter.drawLine(QLineF(ruler.left(), ruler.bottom() + 0.5, ruler.right() + 1, ruler.bottom() + 0.5));
    painter.drawLine(QLineF(left - 0.5, ruler.top(), left - 0.5, ruler.bottom() + 1));
}

} // namespace marquee::timeline
