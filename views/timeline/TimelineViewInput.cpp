// SPDX-License-Identifier: GPL-3.0-or-later
// What the user does with the timeline: keys, mouse, wheel, tooltips.
#include "rules/CountWords.h"
#include "shell/theme/Theme.h"
#include "timeline/TimelineView.h"
#include "workspace/OpenDocument.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace marquee::timeline {

using namespace Qt::StringLiterals;

namespace {

constexpr int WheelStep = 120;
constexpr double WheelZoom = 1.25; ///< a notch
constexpr int EdgeWidth = 6; ///< pixels of a bar that are its edge
constexpr int NarrowestWithEdges = 18;
constexpr int Reach = 3; ///< pixels beside a bar that still are the bar

/// Keys that the window around would take otherwise.
bool isOurs(const QKeyEvent *event, bool dragging)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        return dragging;
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Minus:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return !(event->modifiers() & Qt::ControlModifier);
    case Qt::Key_F:
    case Qt::Key_T:
        return event->modifiers() == Qt::NoModifier;
    default:
        return event->matches(QKeySequence::SelectAll);
    }
}

} // namespace

bool TimelineView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride
        && isOurs(static_cast<QKeyEvent *>(event), m_drag.what != Dragging::Nothing)) {
        event->accept();
        return true;
    }
    return QAbstractScrollArea::event(event);
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), tipAt(help->pos()), viewport());
        return true;
    }
    if (event->type() == QEvent::Leave && m_hovered >= 0) {
        m_hovered = -1;
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

QString TimelineView::tipAt(const QPoint &point)
{
    if (m_drag.what == Dragging::Bar)
        return {};
    const Hit hit = hitAt(point);
    const Layout &now = layout();
    if (hit.bar >= 0) {
        const Bar &bar = now.bars[static_cast<std::size_t>(hit.bar)];
        const rules::Counts counts = m_document->validator().windowCounts(bar.window);
        return wordsOf(bar) + (counts.total() > 0 ? u'\n' + rules::countsInWords(counts) : QString());
    }
    const auto row = m_rows.rowAt(point.y() - rulerHeight() + verticalScrollBar()->value());
    if (!row || point.y() < rulerHeight() || point.x() < titlesWidth())
        return {};
    const auto time = static_cast<std::int64_t>(timeAt(point.x()));
    for (const Stretch &gap : now.gapsOf(now.lanes[now.rows[*row].lane])) {
        if (gap.begin <= time && time < gap.end)
            return tr("Gap, no window holds: %1").arg(timesInWords({gap.begin, gap.end}));
    }
    return {};
}

TimelineView::Hit TimelineView::hitAt(const QPoint &point)
{
    const Scene now = scene();
    if (point.x() < titlesWidth() || point.y() < rulerHeight() || now.layout->bars.empty())
        return {};
    const int y = point.y() - rulerHeight() + now.scrolled;
    const auto row = m_rows.rowAt(y);
    // The headings of sections stay in sight above rows.
    if (!row
        || (m_rows.headingHeight() > 0 && point.y() - rulerHeight() < m_rows.headingHeight()
            && y > m_rows.headingHeight()))
        return {};
    const Row &in = now.layout->rows[*row];
    const auto from = static_cast<std::int64_t>(timeAt(point.x() - Reach));
    Hit best;
    double nearest = Reach + 1;
    for (std::uint32_t i = now.layout->firstEndingAfter(in, from); i < in.firstBar + in.bars; ++i) {
        const QRectF rect = barRect(now, now.layout->bars[i]);
        if (rect.left() > point.x() + Reach)
            break;
        const double distance
            = point.x() < rect.left() ? rect.left() - point.x() : std::max(0.0, point.x() - rect.right());
        if (distance >= nearest)
            continue;
        nearest = distance;
        best = {i, Handle::Whole};
        const Bar &bar = now.layout->bars[i];
        if (rect.width() < NarrowestWithEdges)
            continue;
        if (bar.begin != Always && point.x() < rect.left() + EdgeWidth)
            best.handle = bar.backwards ? Handle::End : Handle::Start;
        else if (bar.end != Ever && point.x() > rect.right() - EdgeWidth)
            best.handle = bar.backwards ? Handle::Start : Handle::End;
    }
    return best;
}

void TimelineView::showCursor(const Hit &hit)
{
    if (hit.bar < 0)
        viewport()->unsetCursor();
    else if (!canMove())
        viewport()->setCursor(Qt::ArrowCursor);
    else
        viewport()->setCursor(hit.handle == Handle::Whole ? Qt::PointingHandCursor : Qt::SizeHorCursor);
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    cancelDrag();
    if (m_document)
        m_document->endMerging();
    const Hit hit = hitAt(event->pos());
    m_drag.what = hit.bar >= 0 ? Dragging::Pressed : Dragging::Ground;
    m_drag.hit = hit;
    m_drag.from = m_drag.last = event->pos();
    m_drag.clearsOnRelease
        = hit.bar < 0 && event->pos().x() >= titlesWidth() && !(event->modifiers() & Qt::ControlModifier);
    if (hit.bar < 0)
        return;
    const std::uint32_t window = layout().bars[static_cast<std::size_t>(hit.bar)].window;
    if (event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)) {
        focusBar(hit.bar, false);
        select(hit.bar, true);
    } else if (m_selected[window]) { // several may be meant to move; a mere click selects it alone, on release
        m_drag.selectsOnRelease = true;
        focusBar(hit.bar, false);
    } else {
        focusBar(hit.bar, true);
    }
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    const bool far = (event->pos() - m_drag.from).manhattanLength() >= QApplication::startDragDistance();
    switch (m_drag.what) {
    case Dragging::Nothing: {
        const Hit hit = hitAt(event->pos());
        showCursor(hit);
        if (hit.bar != m_hovered) {
            m_hovered = hit.bar;
            viewport()->update();
        }
        return;
    }
    case Dragging::Pressed:
        if (!far || !canMove())
            return;
        m_drag.what = Dragging::Bar;
        m_drag.selectsOnRelease = false;
        viewport()->setCursor(m_drag.hit.handle == Handle::Whole ? Qt::ClosedHandCursor : Qt::SizeHorCursor);
        [[fallthrough]];
    case Dragging::Bar:
        drag(event->pos(), event->modifiers() & Qt::AltModifier);
        return;
    case Dragging::Ground:
        if (m_drag.clearsOnRelease && !far)
            return;
        m_drag.clearsOnRelease = false;
        viewport()->setCursor(Qt::ClosedHandCursor);
        m_scale.pan(m_drag.last.x() - event->pos().x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() + m_drag.last.y() - event->pos().y());
        m_drag.last = event->pos();
        scaleChanged();
        return;
    }
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_drag.what == Dragging::Nothing)
        return;
    if (m_drag.clearsOnRelease) {
        std::fill(m_selected.begin(), m_selected.end(), false);
        tellSelection();
    }
    if (m_drag.selectsOnRelease)
        select(m_drag.hit.bar, false);
    finishDrag();
    showCursor(hitAt(event->pos()));
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Hit hit = hitAt(event->pos());
    if (event->button() != Qt::LeftButton || hit.bar < 0)
        return;
    cancelDrag();
    focusBar(hit.bar, true);
    Q_EMIT windowActivated(focusedWindow());
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    const QPoint turned = event->angleDelta();
    const double lines = static_cast<double>(turned.y()) / WheelStep;
    event->accept();
    if (event->modifiers() & Qt::ControlModifier) {
        if (turned.y() == 0)
            return;
        m_scale.zoom(std::pow(WheelZoom, lines), std::max(0.0, event->position().x() - titlesWidth()));
        scaleChanged();
        return;
    }
    // With Alt, and on some platforms with Shift, the wheel turns sideways by itself.
    const bool sideways = event->modifiers() & Qt::ShiftModifier;
    const double across = turned.x() + (sideways ? turned.y() : 0);
    if (across != 0) {
        m_scale.pan(-across / WheelStep * theme::scaled(64));
        scaleChanged();
    }
    if (!sideways && turned.y() != 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() - static_cast<int>(lines * theme::scaled(64)));
}

void TimelineView::focusBar(std::int64_t bar, bool alone)
{
    if (bar < 0)
        return;
    if (bar != m_focused && m_document)
        m_document->endMerging();
    m_focused = bar;
    if (alone)
        select(bar, false);
    describeFocus();
    viewport()->update();
}

void TimelineView::select(std::int64_t bar, bool toggle)
{
    const std::uint32_t window = layout().bars[static_cast<std::size_t>(bar)].window;
    const bool on = !toggle || !m_selected[window];
    if (!toggle)
        std::fill(m_selected.begin(), m_selected.end(), false);
    m_selected[window] = on;
    tellSelection();
}

void TimelineView::tellSelection()
{
    viewport()->update();
    Q_EMIT windowsSelected(selectedWindows());
}

std::int64_t TimelineView::nearestInRow(std::uint32_t row, double time)
{
    const Layout &now = layout();
    const Row &in = now.rows[row];
    const std::uint32_t last = in.firstBar + in.bars - 1;
    const std::uint32_t found = std::min(last, now.firstEndingAfter(in, static_cast<std::int64_t>(time)));
    const bool isBefore = found > in.firstBar
        && static_cast<double>(now.bars[found].begin) - time > time - static_cast<double>(now.bars[found - 1].end);
    return isBefore ? found - 1 : found;
}

/// Where an arrow goes to; the first bar where none has the focus.
std::int64_t TimelineView::barBeside(int key)
{
    const Layout &now = layout();
    if (now.bars.empty() || m_focused < 0)
        return now.bars.empty() ? -1 : 0;
    const Bar &bar = now.bars[static_cast<std::size_t>(m_focused)];
    const Row &row = now.rows[bar.row];
    switch (key) {
    case Qt::Key_Left:
        return std::max<std::int64_t>(row.firstBar, m_focused - 1);
    case Qt::Key_Right:
        return std::min<std::int64_t>(row.firstBar + row.bars - 1, m_focused + 1);
    case Qt::Key_Home:
        return row.firstBar;
    case Qt::Key_End:
        return row.firstBar + row.bars - 1;
    default:
        break;
    }
    const std::int64_t next = static_cast<std::int64_t>(bar.row) + (key == Qt::Key_Up ? -1 : 1);
    if (next < 0 || next >= static_cast<std::int64_t>(now.rows.size()))
        return m_focused;
    // The middle of what is seen of the bar, so that one comes down where one looks.
    const double left = std::max(m_scale.timeAt(0), static_cast<double>(bar.begin));
    const double right = std::min(m_scale.timeAt(timeWidth()), static_cast<double>(bar.end));
    return nearestInRow(static_cast<std::uint32_t>(next), (left + right) / 2);
}

bool TimelineView::panByKey(const QKeyEvent *event)
{
    const int page = std::max(1, rowsHeight() - m_rows.rowHeight());
    QScrollBar *rows = verticalScrollBar();
    if (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown) {
        rows->setValue(rows->value() + (event->key() == Qt::Key_PageUp ? -page : page));
        return true;
    }
    if (event->modifiers() != Qt::ControlModifier && event->modifiers() != (Qt::ControlModifier | Qt::KeypadModifier))
        return false;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        m_scale.pan(event->key() == Qt::Key_Left ? -theme::scaled(64) : theme::scaled(64));
        scaleChanged();
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        rows->setValue(rows->value() + (event->key() == Qt::Key_Up ? -m_rows.rowHeight() : m_rows.rowHeight()));
        return true;
    default:
        return false;
    }
}

bool TimelineView::goByKey(const QKeyEvent *event)
{
    const Layout &now = layout();
    const bool ends = event->key() == Qt::Key_Home || event->key() == Qt::Key_End;
    const bool arrow = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right || event->key() == Qt::Key_Up
        || event->key() == Qt::Key_Down;
    if ((!ends && !arrow) || now.bars.empty())
        return false;
    const bool all = ends && event->modifiers() & Qt::ControlModifier;
    const std::int64_t to = !all       ? barBeside(event->key())
        : event->key() == Qt::Key_Home ? 0
                                       : static_cast<std::int64_t>(now.bars.size()) - 1;
    focusBar(to, true);
    bringIntoSight(to);
    return true;
}

bool TimelineView::actByKey(const QKeyEvent *event)
{
    if (event->matches(QKeySequence::SelectAll)) {
        std::fill(m_selected.begin(), m_selected.end(), true);
        tellSelection();
        return true;
    }
    if (event->key() == Qt::Key_Space) {
        if (m_focused >= 0)
            select(m_focused, event->modifiers() & Qt::ControlModifier);
        return true;
    }
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) // those belong to the window
        return false;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return true;
    case Qt::Key_Minus:
        zoomOut();
        return true;
    case Qt::Key_F:
        fitAll();
        return true;
    case Qt::Key_T:
        showToday();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (focusedWindow() >= 0)
            Q_EMIT windowActivated(focusedWindow());
        return true;
    default:
        return false;
    }
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    if (m_drag.what != Dragging::Nothing) {
        if (event->key() == Qt::Key_Escape)
            cancelDrag();
        return; // what is held isn't to change below the pointer
    }
    if (!moveByKey(event) && !panByKey(event) && !goByKey(event) && !actByKey(event))
        event->ignore();
}

void TimelineView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    layout();
    // A click says itself what it means.
    if (m_focused < 0 && event->reason() != Qt::MouseFocusReason && !layout().bars.empty())
        m_focused = 0;
    describeFocus();
    viewport()->update();
}

void TimelineView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        cancelDrag();
    if (m_document)
        m_document->endMerging();
    viewport()->update();
}

} // namespace marquee::timeline
