// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Problem.h"
#include "timeline/BarWords.h"
#include "timeline/RowGeometry.h"
#include "timeline/TimeScale.h"

#include <QHash>
#include <QPixmap>
#include <QRect>
#include <QStaticText>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

class QPainter;

namespace marquee::timeline {

/// Everything that a picture of the timeline shows.
struct Scene
{
    const Layout *layout = nullptr;
    const std::vector<WindowTimes> *windows = nullptr;
    const catalog::Vocabularies *vocabularies = nullptr;
    const RowGeometry *rows = nullptr;
    Grouping grouping = Grouping::None;
    TimeScale scale;
    QRect area; ///< titles at its left and the ruler at its top included
    int scrolled = 0; ///< pixels that rows are moved up by
    std::int64_t now = 0;
    std::function<rules::Counts(std::uint32_t)> countsOf; ///< a window's problems
    const std::vector<bool> *selected = nullptr; ///< by window
    std::int64_t focused = -1; ///< the bar with the focus ring
    std::int64_t hovered = -1; ///< the bar below the pointer
    const std::map<std::uint32_t, Times> *moving = nullptr; ///< by window: where a drag would put it
    std::uint32_t grabbed = 0; ///< of those that move, the bar that is held
    std::optional<std::uint32_t> movingRow; ///< where the one that is held is shown; nothing: in its own row
    /// What titles, bars and bubbles say where it isn't windows that are shown. All are set.
    struct Words
    {
        std::function<QString(const Lane &)> section;
        std::function<QString(const Lane &)> lane;
        std::function<QString(std::uint32_t)> bar; ///< by its place among the windows
        std::function<QString(const Times &)> times;
        QString corner; ///< left of the ruler
        QString now; ///< over the line
    };
    const Words *words = nullptr;
};

/// How wide titles and how high the ruler is.
int titlesWidth();
int rulerHeight();
/// What is left of the scene's area for bars.
QRect timeArea(const Scene &scene);

/// Where a bar is painted, in the scene's area; of another time where `times` says so. Not cut to the area vertically.
QRectF barRect(const Scene &scene, const Bar &bar, const Times *times = nullptr);

/// A bar with the row in which it is shown while something is held.
Bar shownBar(const Scene &scene, std::size_t index);

/// Paints scenes: of a scene only what lies in its area. Keeps the texts that it laid out.
class TimelinePainter
{
public:
    void paint(QPainter &painter, const Scene &scene);
    /// Fonts or words are others.
    void forget()
    {
        m_texts.clear();
        m_ends.clear();
    }

private:
    void paintGround(QPainter &painter, const Scene &scene) const;
    void paintLanes(QPainter &painter, const Scene &scene);
    void paintRow(QPainter &painter, const Scene &scene, std::uint32_t row);
    void paintBar(QPainter &painter, const Scene &scene, const Bar &bar, const Times *times);
    void paintBody(QPainter &painter, const QRectF &rect, const QColor &ground, const QColor &edge, bool strong);
    void paintBarText(QPainter &painter, const Scene &scene, const Bar &bar, const QRectF &room, const QColor &ink);
    void paintFocused(QPainter &painter, const Scene &scene);
    void paintGaps(QPainter &painter, const Scene &scene, const Lane &lane) const;
    void paintMoving(QPainter &painter, const Scene &scene);
    void paintNow(QPainter &painter, const Scene &scene, float strength) const;
    // TimelineFrame.cpp
    void paintTitles(QPainter &painter, const Scene &scene) const;
    void paintRuler(QPainter &painter, const Scene &scene) const;
    void paintBubble(QPainter &painter, const Scene &scene) const;

    using EndsKey = std::tuple<QRgb, QRgb, int, int>; ///< ground, edge, height, scale and strength
    std::map<EndsKey, QPixmap> m_ends; ///< of bars: few, because colours are
    QHash<std::uint64_t, QStaticText> m_texts; ///< by window and width
};

} // namespace marquee::timeline
