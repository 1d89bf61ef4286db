// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/TimelinePainter.h"

#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"
#include "timeline/Move.h"
#include "timeline/Ruler.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainter>
#include <QVarLengthArray>

#include <algorithm>
#include <cmath>

namespace marquee::timeline {

using namespace Qt::StringLiterals;
using theme::Token;

namespace {

constexpr int SmallestText = 40; ///< pixels below which a bar says nothing
constexpr int NarrowestRounded = 16; ///< pixels below which a bar has square corners
constexpr int EndWidth = 8; ///< pixels of a bar's rounded end
constexpr int MostTexts = 4000;

double xOf(const Scene &scene, std::int64_t time)
{
    const QRect area = timeArea(scene);
    // What lies far outside is cut, so that nothing overflows; a bar's own edge is never in sight there.
    if (time == Always)
        return area.left() - 100.0;
    if (time == Ever)
        return area.right() + 100.0;
    return std::clamp(
        area.left() + scene.scale.xOf(static_cast<double>(time)), area.left() - 100.0, area.right() + 100.0);
}

/// Diagonal lines inside of a rectangle, on one grid with those of every other. Lines, because a pattern brush is lost
/// in SVG.
void hatch(QPainter &painter, const QRectF &rect, const QColor &color, double step)
{
    QVarLengthArray<QLineF, 64> lines;
    const double height = rect.height();
    for (double x = std::ceil((rect.left() - height) / step) * step; x < rect.right(); x += step) {
        const double from = std::max(x, rect.left());
        const double to = std::min(x + height, rect.right());
        if (from < to)
            lines.append(QLineF(from, rect.bottom() - (from - x), to, rect.bottom() - (to - x)));
    }
    painter.setPen(QPen(color, 1));
    painter.drawLines(lines.constData(), static_cast<int>(lines.size()));
}

struct BarColors
{
    QColor ground;
    QColor edge;
    QColor ink;
};

BarColors colorsOf(const rules::Counts &counts, bool over, bool selected)
{
    if (selected)
        return {theme::color(Token::Accent), theme::color(Token::Accent), theme::color(Token::OnAccent)};
    if (counts.errors > 0)
        return {theme::color(Token::ErrorGround), theme::color(Token::Error), theme::color(Token::Text)};
    if (counts.warnings > 0)
        return {theme::color(Token::WarningGround), theme::color(Token::Warning), theme::color(Token::Text)};
    if (over)
        return {theme::color(Token::Window), theme::color(Token::TextFaint), theme::color(Token::TextSoft)};
    return {theme::color(Token::AccentSoft), theme::color(Token::Accent), theme::color(Token::Text)};
}

/// So much of `a`, the rest of `b`.
QColor between(const QColor &a, const QColor &b, float share)
{
    const auto mix = [share](float one, float other) { return one * share + other * (1 - share); };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

} // namespace

int titlesWidth()
{
    return theme::scaled(168);
}

int rulerHeight()
{
    return theme::scaled(48);
}

QRect timeArea(const Scene &scene)
{
    return scene.area.adjusted(titlesWidth(), rulerHeight(), 0, 0);
}

QRectF barRect(const Scene &scene, const Bar &bar, const Times *times)
{
    Bar shown = bar;
    if (times) {
        shown.begin = times->start.value_or(Always);
        shown.end = times->end.value_or(Ever);
        if (times->isBackwards())
            std::swap(shown.begin, shown.end);
    }
    const double left = xOf(scene, shown.begin);
    const double right = std::max(xOf(scene, shown.end), left + 2);
    const int top = timeArea(scene).top() + scene.rows->topOfRow(bar.row) - scene.scrolled;
    return {left, static_cast<double>(top + scene.rows->barInset()), right - left,
        static_cast<double>(scene.rows->rowHeight() - 2 * scene.rows->barInset())};
}

void TimelinePainter::paint(QPainter &painter, const Scene &scene)
{
    if (m_texts.size() > MostTexts)
        m_texts.clear();
    paintGround(painter, scene);
    paintNow(painter, scene, 1);
    paintLanes(painter, scene);
    paintMoving(painter, scene);
    paintFocused(painter, scene);
    paintNow(painter, scene, 0.4F); // through bars, but not so that it hides what they say
    paintTitles(painter, scene);
    paintRuler(painter, scene);
    paintBubble(painter, scene);
}

void TimelinePainter::paintGround(QPainter &painter, const Scene &scene) const
{
    painter.fillRect(scene.area, theme::color(Token::Base));
    const QRect area = timeArea(scene);
    QColor faint = theme::color(Token::Line);
    faint.setAlphaF(0.5F);
    const double labelWidth = QFontMetricsF(theme::noteFont()).horizontalAdvance(u"0000"_s) + theme::scaled(16);
    const Ruler ruler = rulerOf(scene.scale, area.width(), labelWidth);
    painter.setPen(QPen(faint, 1));
    for (const Ruler::Tick &tick : ruler.lower) {
        const double x = std::round(area.left() + tick.x) + 0.5;
        if (tick.x > 0)
            painter.drawLine(QLineF(x, area.top(), x, area.bottom() + 1));
    }
}

void TimelinePainter::paintLanes(QPainter &painter, const Scene &scene)
{
    const QRect area = timeArea(scene);
    const RowGeometry &rows = *scene.rows;
    const Layout &layout = *scene.layout;
    std::int64_t lane = -1;
    for (std::uint32_t row = rows.firstRowBelow(scene.scrolled); row < layout.rows.size(); ++row) {
        const int top = area.top() + rows.topOfRow(row) - scene.scrolled;
        if (top > area.bottom())
            break;
        if (layout.rows[row].lane != lane) {
            lane = layout.rows[row].lane;
            paintGaps(painter, scene, layout.lanes[static_cast<std::size_t>(lane)]);
        }
        paintRow(painter, scene, row);
    }
    painter.setPen(QPen(theme::color(Token::Line), 1));
    for (std::uint32_t row = rows.firstRowBelow(scene.scrolled); row < layout.rows.size(); ++row) {
        const int bottom = area.top() + rows.topOfRow(row) + rows.rowHeight() - scene.scrolled;
        const Lane &of = layout.lanes[layout.rows[row].lane];
        if (bottom > area.bottom() + rows.rowHeight())
            break;
        if (row + 1 == of.firstRow + of.rows)
            painter.drawLine(QLineF(area.left(), bottom - 0.5, area.right() + 1, bottom - 0.5));
    }
}

void TimelinePainter::paintGaps(QPainter &painter, const Scene &scene, const Lane &lane) const
{
    const QRect area = timeArea(scene);
    const auto gaps = scene.layout->gapsOf(lane);
    const double from = scene.scale.timeAt(0);
    auto gap = std::upper_bound(gaps.begin(), gaps.end(), from,
        [](double time, const Stretch &stretch) { return time < static_cast<double>(stretch.end); });
    const int top = std::max(area.top(), area.top() + scene.rows->topOfLane(lane) - scene.scrolled);
    const int bottom = std::min(
        area.bottom() + 1, area.top() + scene.rows->topOfLane(lane) + scene.rows->heightOfLane(lane) - scene.scrolled);
    const QColor ink = theme::color(Token::Line);
    for (; gap != gaps.end(); ++gap) {
        const double left = std::max<double>(area.left(), xOf(scene, gap->begin));
        const double right = std::min<double>(area.right() + 1, xOf(scene, gap->end));
        if (left > area.right())
            break;
        if (right - left >= 3)
            hatch(painter,
                QRectF(left, top + scene.rows->barInset(), right - left, bottom - top - 2 * scene.rows->barInset()),
                ink, 8);
    }
}

void TimelinePainter::paintRow(QPainter &painter, const Scene &scene, std::uint32_t index)
{
    const QRect area = timeArea(scene);
    const Row &row = scene.layout->rows[index];
    const std::uint32_t end = row.firstBar + row.bars;
    double painted = -1e9; // up to which x; bars that would stand upon the same pixel are one
    for (std::uint32_t i = scene.layout->firstEndingAfter(row, static_cast<std::int64_t>(scene.scale.timeAt(0)));
         i < end; ++i) {
        const Bar &bar = scene.layout->bars[i];
        if (scene.moving && scene.moving->count(bar.window) > 0)
            continue;
        const QRectF rect = barRect(scene, bar);
        if (rect.left() > area.right())
            break;
        if (rect.right() < painted + 1) { // on to the first bar that ends beyond it
            const double time = scene.scale.timeAt(painted + 1 - area.left());
            i = std::max(i, scene.layout->firstEndingAfter(row, static_cast<std::int64_t>(time)) - 1);
            continue;
        }
        paintBar(painter, scene, bar, nullptr);
        painted = rect.right();
    }
}

void TimelinePainter::paintBar(QPainter &painter, const Scene &scene, const Bar &bar, const Times *times)
{
    const QRect area = timeArea(scene);
    const QRectF whole = barRect(scene, bar, times);
    const QRectF rect = whole.intersected(QRectF(area.left() - 8, whole.top(), area.width() + 16, whole.height()));
    if (rect.isEmpty())
        return;
    const bool selected = scene.selected && bar.window < scene.selected->size() && (*scene.selected)[bar.window];
    const rules::Counts counts = scene.countsOf ? scene.countsOf(bar.window) : rules::Counts();
    const BarColors colors = colorsOf(counts, bar.end < scene.now, selected);
    // What moves may be a copy that stands in another row.
    const std::int64_t index = times ? -2 : static_cast<std::int64_t>(&bar - scene.layout->bars.data());
    if (rect.width() < 6) { // no room for anything but its colour
        painter.fillRect(rect, between(colors.edge, colors.ground, 0.5F));
    } else if (rect.width() < NarrowestRounded) { // thousands may be in sight: round corners would cost the frame
        painter.fillRect(rect, colors.edge);
        painter.fillRect(rect.adjusted(1, 1, -1, -1), colors.ground);
    } else {
        paintBody(painter, rect, colors.ground, colors.edge, index == scene.hovered);
    }
    for (const Stretch &stretch : times ? std::span<const Stretch>() : scene.layout->overlapsOf(bar)) {
        const QRectF shared
            = QRectF(QPointF(xOf(scene, stretch.begin), rect.top()), QPointF(xOf(scene, stretch.end), rect.bottom()))
                  .intersected(rect);
        if (shared.width() < 1)
            continue;
        const QColor mark = selected ? colors.ink : theme::color(Token::Warning);
        if (shared.width() >= 6) {
            // Mixed, not let through: opaque lines are painted several times as fast.
            const QColor soft = between(mark, colors.ground, selected ? 0.25F : 0.35F);
            hatch(painter, shared.adjusted(1, 2, -1, -4), soft, 8);
        }
        painter.fillRect(QRectF(shared.left() + 1, shared.bottom() - 3, std::max(1.0, shared.width() - 2), 2), mark);
    }
    const bool hasSign = counts.errors > 0 || counts.warnings > 0;
    QRectF room = rect.intersected(QRectF(area.left(), rect.top(), area.width(), rect.height()))
                      .adjusted(theme::scaled(8), 0, -theme::scaled(6), 0);
    if (hasSign && rect.width() >= theme::scaled(24)) {
        const double side = theme::scaled(14);
        const QRectF sign(room.left() - theme::scaled(2), rect.center().y() - side / 2, side, side);
        if (selected) // it has to be told from the accent
            painter.fillRect(sign.adjusted(-1, -1, 1, 1), theme::color(Token::Base));
        theme::paintSeverity(painter, sign, counts.errors > 0 ? rules::Severity::Error : rules::Severity::Warning);
        room.setLeft(room.left() + side + theme::scaled(2));
    }
    if (room.width() >= SmallestText)
        paintBarText(painter, scene, bar, room, colors.ink);
}

Bar shownBar(const Scene &scene, std::size_t index)
{
    Bar bar = scene.layout->bars[index];
    if (scene.moving && scene.movingRow && index == scene.grabbed)
        bar.row = *scene.movingRow;
    return bar;
}

/// Once more above its neighbours, with a ring around it.
void TimelinePainter::paintFocused(QPainter &painter, const Scene &scene)
{
    if (scene.focused < 0 || scene.focused >= static_cast<std::int64_t>(scene.layout->bars.size()))
        return;
    const QRect area = timeArea(scene);
    const Bar bar = shownBar(scene, static_cast<std::size_t>(scene.focused));
    const Times *to = nullptr;
    if (scene.moving) {
        const auto moving = scene.moving->find(bar.window);
        to = moving == scene.moving->end() ? nullptr : &moving->second;
    }
    const int row = scene.rows->rowHeight();
    const QRectF rect = barRect(scene, bar, to).intersected(QRectF(area).adjusted(-8, -row, 8, row));
    if (rect.isEmpty())
        return;
    if (!to)
        paintBar(painter, scene, scene.layout->bars[static_cast<std::size_t>(scene.focused)], nullptr);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme::color(Token::Text), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), 6, 6);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

/// A rounded rectangle. On screen its ends are pictures that are kept, and what is between them is filled: smooth
/// shapes as long as a screen would take most of a frame where some dozens are in sight.
void TimelinePainter::paintBody(
    QPainter &painter, const QRectF &rect, const QColor &ground, const QColor &edge, bool strong)
{
    const auto paintShape = [&](QPainter &on, const QRectF &where) {
        on.setRenderHint(QPainter::Antialiasing);
        on.setPen(QPen(edge, strong ? 2 : 1));
        on.setBrush(ground);
        const double inset = strong ? 1 : 0.5;
        on.drawRoundedRect(where.adjusted(inset, inset, -inset, -inset), 4, 4);
        on.setRenderHint(QPainter::Antialiasing, false);
    };
    if (painter.paintEngine()->type() == QPaintEngine::SVG) {
        paintShape(painter, rect);
        return;
    }
    const QRect body(
        QPoint(qRound(rect.left()), qRound(rect.top())), QPoint(qRound(rect.right()) - 1, qRound(rect.bottom()) - 1));
    const double ratio = painter.device()->devicePixelRatioF();
    const EndsKey key{ground.rgba(), edge.rgba(), body.height(), qRound(ratio * 100) * 2 + (strong ? 1 : 0)};
    QPixmap &ends = m_ends[key];
    if (ends.isNull()) {
        ends = QPixmap(QSize(2 * EndWidth, body.height()) * ratio);
        ends.setDevicePixelRatio(ratio);
        ends.fill(Qt::transparent);
        QPainter on(&ends);
        paintShape(on, QRectF(0, 0, 2 * EndWidth, body.height()));
    }
    const QRectF half(0, 0, EndWidth * ratio, body.height() * ratio);
    painter.drawPixmap(QRectF(body.left(), body.top(), EndWidth, body.height()), ends, half);
    painter.drawPixmap(QRectF(body.right() + 1 - EndWidth, body.top(), EndWidth, body.height()), ends,
        half.translated(half.width(), 0));
    const QRect middle = body.adjusted(EndWidth, 0, -EndWidth, 0);
    const int line = strong ? 2 : 1;
    painter.fillRect(middle, edge);
    painter.fillRect(middle.adjusted(0, line, 0, -line), ground);
}

void TimelinePainter::paintBarText(
    QPainter &painter, const Scene &scene, const Bar &bar, const QRectF &room, const QColor &ink)
{
    const int width = static_cast<int>(room.width());
    const std::uint64_t key = (std::uint64_t{bar.window} << 24) + static_cast<std::uint64_t>(width);
    auto text = m_texts.find(key);
    if (text == m_texts.end()) {
        const QFontMetricsF metrics(theme::noteFont());
        QStaticText made(
            metrics.elidedText(scene.words ? scene.words->bar(bar.window) : barText((*scene.windows)[bar.window], scene.grouping),
                Qt::ElideRight, width));
        made.setTextFormat(Qt::PlainText);
        made.prepare({}, theme::noteFont());
        text = m_texts.insert(key, made);
    }
    painter.setFont(theme::noteFont());
    painter.setPen(ink);
    painter.drawStaticText(QPointF(room.left(), std::round(room.center().y() - text->size().height() / 2)), *text);
}

void TimelinePainter::paintMoving(QPainter &painter, const Scene &scene)
{
    if (!scene.moving)
        return;
    const QRect area = timeArea(scene);
    for (const Bar &bar : scene.layout->bars) {
        const auto moving = scene.moving->find(bar.window);
        if (moving == scene.moving->end())
            continue;
        const QRectF was = barRect(scene, bar);
        if (was.bottom() < area.top() || was.top() > area.bottom())
            continue;
        painter.setPen(QPen(theme::color(Token::TextFaint), 1, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(was.intersected(QRectF(area.left() - 8, was.top(), area.width() + 16, was.height())));
        paintBar(painter, scene, shownBar(scene, static_cast<std::size_t>(&bar - scene.layout->bars.data())), &moving->second);
    }
}

void TimelinePainter::paintNow(QPainter &painter, const Scene &scene, float strength) const
{
    const QRect area = timeArea(scene);
    const double x = area.left() + scene.scale.xOf(static_cast<double>(scene.now));
    if (x < area.left() || x > area.right())
        return;
    QColor ink = theme::color(Token::Good);
    ink.setAlphaF(strength);
    painter.fillRect(QRectF(std::round(x) - 1, area.top(), 2, area.height()), ink);
}

} // namespace marquee::timeline
