// SPDX-License-Identifier: GPL-3.0-or-later
// What mouse and keys do in the day. Until a drag ends, the payload doesn't know of it.
#include "performance/DayView.h"
#include "shell/theme/Theme.h"
#include "workspace/OpenDocument.h"

#include <QApplication>
#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace marquee::performance {

using namespace Qt::StringLiterals;
using performances::DayMove;
using timeline::Bar;
using timeline::Scene;

namespace {

constexpr std::int64_t Step = 300; ///< seconds that a bar snaps to
constexpr std::int64_t Hour = 3600;
constexpr std::int64_t WholeDay = 86400;

} // namespace

bool DayView::canMove() const
{
    return m_document && m_document->isPayload() && performances::isMessage(m_document->payload())
        && !m_document->hasPendingText();
}

std::int64_t DayView::barAt(const QPoint &point)
{
    const Scene now = scene();
    const QRect area = timeline::timeArea(now);
    if (!area.contains(point))
        return -1;
    const auto row = m_rows.rowAt(point.y() - area.top() + now.scrolled);
    if (!row)
        return -1;
    const timeline::Row &in = m_day.layout.rows[*row];
    for (std::uint32_t i = in.firstBar; i < in.firstBar + in.bars; ++i) {
        if (timeline::barRect(now, m_day.layout.bars[i]).contains(point))
            return i;
    }
    return -1;
}

void DayView::focusBar(std::int64_t bar, bool alone)
{
    if (bar < 0)
        return;
    const int row = static_cast<int>(m_day.performances[m_day.layout.bars[static_cast<std::size_t>(bar)].window].row);
    if (row != m_focusedRow && m_document)
        m_document->endMerging();
    m_focusedRow = row;
    if (alone)
        select(bar, false);
    describeFocus();
    viewport()->update();
}

void DayView::select(std::int64_t bar, bool toggle)
{
    const std::uint32_t place = m_day.layout.bars[static_cast<std::size_t>(bar)].window;
    const bool isOn = !toggle || !m_selected[place];
    if (!toggle)
        std::fill(m_selected.begin(), m_selected.end(), false);
    m_selected[place] = isOn;
    tellSelection();
}

void DayView::tellSelection()
{
    m_chosen.clear();
    for (std::size_t place = 0; place < m_selected.size(); ++place) {
        if (m_selected[place])
            m_chosen.push_back(static_cast<int>(m_day.performances[place].row));
    }
    viewport()->update();
    Q_EMIT performancesSelected(selected());
}

void DayView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const std::int64_t bar = barAt(event->pos());
    if (bar < 0) {
        std::fill(m_selected.begin(), m_selected.end(), false);
        tellSelection();
        return;
    }
    const std::uint32_t place = m_day.layout.bars[static_cast<std::size_t>(bar)].window;
    const bool toggles = event->modifiers() & Qt::ControlModifier;
    m_drag = {};
    m_drag.bar = bar;
    m_drag.from = event->pos();
    m_drag.selectsOnRelease = !toggles && m_selected[place];
    focusBar(bar, false);
    if (!m_drag.selectsOnRelease)
        select(bar, toggles);
}

void DayView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag.bar < 0) {
        const std::int64_t hovered = barAt(event->pos());
        if (hovered != std::exchange(m_hovered, hovered)) {
            viewport()->setCursor(hovered >= 0 && canMove() ? Qt::OpenHandCursor : Qt::ArrowCursor);
            viewport()->update();
        }
        return;
    }
    const bool isFar = (event->pos() - m_drag.from).manhattanLength() >= QApplication::startDragDistance();
    if (!canMove() || (!m_drag.isMoving && !isFar))
        return;
    viewport()->setCursor(Qt::ClosedHandCursor);
    drag(event->pos());
}

/// The same hall at another time, or another hall; `seconds` is when it is to begin.
DayMove DayView::movedTo(std::uint32_t place, std::int64_t seconds) const
{
    const std::int64_t midnight = performances::midnightOf(m_date);
    std::int64_t begin = (seconds - midnight + Step / 2) / Step * Step;
    begin = std::clamp<std::int64_t>(begin, 0, 2 * WholeDay - Step);
    DayMove move;
    move.time = QTime::fromMSecsSinceStartOfDay(static_cast<int>(begin % WholeDay * 1000));
    if (begin >= WholeDay)
        move.date = m_date.addDays(1);
    if (*move.time == m_day.performances[place].time && !move.date)
        move.time.reset();
    return move;
}

/// Which hall a row stands for, where a bar may go there: a hall of its own site.
std::optional<std::string> DayView::hallAt(const Bar &bar, std::uint32_t row)
{
    const timeline::Lane &lane = m_day.layout.lanes[m_day.layout.rows[row].lane];
    const performances::DayLane of = m_day.laneOf(lane);
    const performances::DayPerformance &performance = m_day.performances[bar.window];
    if (of.kind != performances::DayLane::Kind::Hall || of.site != performance.site)
        return std::nullopt;
    return of.hall;
}

void DayView::drag(const QPoint &to)
{
    const Scene now = scene();
    const Bar &bar = m_day.layout.bars[static_cast<std::size_t>(m_drag.bar)];
    const performances::DayPerformance &performance = m_day.performances[bar.window];
    const auto seconds
        = static_cast<std::int64_t>(std::llround((to.x() - m_drag.from.x()) * m_scale.secondsPerPixel()));
    m_drag.isMoving = true;
    m_drag.move = movedTo(bar.window, bar.begin + seconds);
    m_drag.row.reset();
    const int y = to.y() - timeline::timeArea(now).top() + now.scrolled;
    const auto row = m_rows.rowAt(y);
    if (const auto hall = row ? hallAt(bar, *row) : std::nullopt; hall && *hall != performance.hall) {
        m_drag.move.hall = *hall;
        m_drag.row = m_day.layout.lanes[m_day.layout.rows[*row].lane].firstRow;
    }
    // Where it has no time, only a hall gives it one.
    if (!performance.time.isValid() && !m_drag.move.hall
        && (!row || m_day.layout.rows[*row].lane == m_day.layout.rows[bar.row].lane))
        m_drag.move.time.reset();
    const std::int64_t begin = m_drag.move.time
        ? performances::midnightOf(m_drag.move.date.value_or(m_date)) + m_drag.move.time->msecsSinceStartOfDay() / 1000
        : bar.begin;
    m_drag.times = {{bar.window, {begin, begin + (bar.end - bar.begin)}}};
    describe(m_words.times(m_drag.times.begin()->second)
        + (m_drag.move.hall ? QString(u"  ·  "_s + QString::fromStdString(*m_drag.move.hall)) : QString()));
    viewport()->update();
}

void DayView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_drag.bar < 0)
        return;
    const Drag done = std::exchange(m_drag, {});
    viewport()->unsetCursor();
    viewport()->update();
    if (done.isMoving)
        apply(m_day.layout.bars[static_cast<std::size_t>(done.bar)].window, done.move, {});
    else if (done.selectsOnRelease)
        select(done.bar, false);
    describeFocus();
}

void DayView::cancelDrag()
{
    if (m_drag.bar < 0)
        return;
    m_drag = {};
    viewport()->unsetCursor();
    viewport()->update();
    describeFocus();
}

void DayView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const std::int64_t bar = barAt(event->pos());
    if (event->button() != Qt::LeftButton || bar < 0)
        return;
    cancelDrag();
    focusBar(bar, true);
    Q_EMIT activated(m_focusedRow);
}

void DayView::apply(std::uint32_t place, const DayMove &move, const QString &mergeKey)
{
    if (!canMove())
        return;
    const std::vector<payload::Edit> edits
        = performances::moveEdits(m_document->validator().context(), m_day.performances[place].row, move);
    if (edits.empty())
        return;
    const auto done = m_document->apply(edits, {tr("Move a performance"), mergeKey});
    if (!done)
        Q_EMIT refused(done.error().message);
}

bool DayView::moveToLane(std::int64_t index, int by)
{
    const Bar bar = m_day.layout.bars[static_cast<std::size_t>(index)];
    auto lane = static_cast<std::int64_t>(m_day.layout.rows[bar.row].lane) + by;
    for (; lane >= 0 && lane < static_cast<std::int64_t>(m_day.layout.lanes.size()); lane += by) {
        const auto hall = hallAt(bar, m_day.layout.lanes[static_cast<std::size_t>(lane)].firstRow);
        if (!hall)
            continue;
        DayMove move;
        move.hall = *hall;
        apply(bar.window, move, u"day/%1"_s.arg(m_focusedRow));
        return true;
    }
    return true;
}

/// Shift and an arrow; presses that follow each other are one step.
bool DayView::moveByKey(const QKeyEvent *event)
{
    const bool across = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    const bool along = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    if ((!across && !along) || !(event->modifiers() & Qt::ShiftModifier))
        return false;
    const std::int64_t index = barOf(m_focusedRow);
    if (!canMove() || index < 0)
        return true;
    if (along)
        return moveToLane(index, event->key() == Qt::Key_Up ? -1 : 1);
    const Bar &bar = m_day.layout.bars[static_cast<std::size_t>(index)];
    if (!m_day.performances[bar.window].time.isValid())
        return true;
    const std::int64_t by = event->modifiers() & Qt::ControlModifier ? Hour : Step;
    const std::int64_t to = bar.begin + (event->key() == Qt::Key_Left ? -by : by);
    if (to < performances::midnightOf(m_date) || to >= performances::midnightOf(m_date) + WholeDay)
        return true; // by keys it stays on its day
    apply(bar.window, movedTo(bar.window, to), u"day/%1"_s.arg(m_focusedRow));
    return true;
}

/// Where an arrow goes to; the first bar where none has the focus.
std::int64_t DayView::barBeside(int key)
{
    const auto &layout = m_day.layout;
    const std::int64_t focused = barOf(m_focusedRow);
    if (layout.bars.empty() || focused < 0)
        return layout.bars.empty() ? -1 : 0;
    const Bar &bar = layout.bars[static_cast<std::size_t>(focused)];
    const timeline::Row &row = layout.rows[bar.row];
    switch (key) {
    case Qt::Key_Left:
        return std::max<std::int64_t>(row.firstBar, focused - 1);
    case Qt::Key_Right:
        return std::min<std::int64_t>(row.firstBar + row.bars - 1, focused + 1);
    case Qt::Key_Home:
        return 0;
    case Qt::Key_End:
        return static_cast<std::int64_t>(layout.bars.size()) - 1;
    default:
        break;
    }
    const std::int64_t next = static_cast<std::int64_t>(bar.row) + (key == Qt::Key_Up ? -1 : 1);
    if (next < 0 || next >= static_cast<std::int64_t>(layout.rows.size()))
        return focused;
    const timeline::Row &in = layout.rows[static_cast<std::size_t>(next)];
    std::int64_t nearest = in.firstBar;
    for (std::uint32_t i = in.firstBar; i < in.firstBar + in.bars; ++i) {
        if (std::abs(layout.bars[i].begin - bar.begin)
            < std::abs(layout.bars[static_cast<std::size_t>(nearest)].begin - bar.begin))
            nearest = i;
    }
    return nearest;
}

bool DayView::goByKey(const QKeyEvent *event)
{
    constexpr int arrows[] = {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_Home, Qt::Key_End};
    const int key = event->key();
    if (std::find(std::begin(arrows), std::end(arrows), key) != std::end(arrows)) {
        if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))
            return false;
        const std::int64_t to = barBeside(key);
        focusBar(to, true);
        bringIntoSight(to);
        return true;
    }
    if (key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
        Q_EMIT dayWanted(key == Qt::Key_PageUp ? -1 : 1);
        return true;
    }
    const std::int64_t focused = barOf(m_focusedRow);
    if (focused < 0)
        return false;
    if (key == Qt::Key_Space) {
        select(focused, event->modifiers() & Qt::ControlModifier);
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        Q_EMIT activated(m_focusedRow);
        return true;
    }
    return false;
}

void DayView::keyPressEvent(QKeyEvent *event)
{
    layOut();
    if (m_drag.bar >= 0) {
        if (event->key() == Qt::Key_Escape)
            cancelDrag();
        return; // what is held isn't to change below the pointer
    }
    if (!moveByKey(event) && !goByKey(event))
        event->ignore();
}

void DayView::wheelEvent(QWheelEvent *event)
{
    if (m_drag.bar < 0)
        QAbstractScrollArea::wheelEvent(event);
}

bool DayView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const std::int64_t bar = barAt(help->pos());
        if (bar >= 0)
            QToolTip::showText(
                help->globalPos(), wordsOf(m_day.layout.bars[static_cast<std::size_t>(bar)].window), viewport());
        else
            QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::Leave && std::exchange(m_hovered, -1) >= 0)
        viewport()->update();
    return QAbstractScrollArea::viewportEvent(event);
}

void DayView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    layOut();
    // A click says itself what it means.
    if (barOf(m_focusedRow) < 0 && event->reason() != Qt::MouseFocusReason && !m_day.layout.bars.empty())
        m_focusedRow = static_cast<int>(m_day.performances[m_day.layout.bars.front().window].row);
    describeFocus();
    viewport()->update();
}

void DayView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        cancelDrag();
    if (m_document)
        m_document->endMerging();
    viewport()->update();
}

} // namespace marquee::performance
