// SPDX-License-Identifier: GPL-3.0-or-later
// Other dates by mouse and by key. Until a drag ends, the payload doesn't know of it.
#include "timeline/TimelineView.h"

#include "shell/theme/Theme.h"
#include "workspace/OpenDocument.h"

#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace marquee::timeline {

using namespace Qt::StringLiterals;

namespace {

constexpr int EdgeZone = 24; ///< pixels at 100 %

} // namespace

bool TimelineView::canMove() const
{
    return !m_isReadOnly && m_document && m_document->isEditable();
}

/// A bar that is selected takes the others with it; an edge is one window's.
std::vector<std::uint32_t> TimelineView::windowsToMove(std::uint32_t window, Handle handle) const
{
    if (handle != Handle::Whole || window >= m_selected.size() || !m_selected[window])
        return {window};
    std::vector<std::uint32_t> all;
    for (std::uint32_t i = 0; i < m_selected.size(); ++i) {
        if (m_selected[i])
            all.push_back(i);
    }
    return all;
}

void TimelineView::drag(const QPoint &to, bool freely)
{
    const auto &windows = m_timeline.windows();
    const std::uint32_t held = layout().bars[static_cast<std::size_t>(m_drag.hit.bar)].window;
    const auto seconds
        = static_cast<std::int64_t>(std::llround((to.x() - m_drag.from.x()) * m_scale.secondsPerPixel()));
    const Times &before = windows[held].times;
    const Times after = moved(before, m_drag.hit.handle, seconds, freely ? Snap::Minute : Snap::Midnight);
    m_drag.windows.clear();
    m_drag.windows.emplace(held, after);
    // All go as far as the one that is held, which alone snaps.
    const auto &anchor = before.start ? before.start : before.end;
    const auto &now = before.start ? after.start : after.end;
    for (const std::uint32_t window : windowsToMove(held, m_drag.hit.handle)) {
        if (window != held && anchor && now)
            m_drag.windows.emplace(window, moved(windows[window].times, Handle::Whole, *now - *anchor, Snap::None));
    }
    m_drag.last = to;
    m_drag.freely = freely;
    if (edgePush() == 0)
        m_edge.stop();
    else if (!m_edge.isActive())
        m_edge.start();
    describe(timesInWords(after));
    viewport()->update();
}

int TimelineView::edgePush() const
{
    if (m_drag.what != Dragging::Bar)
        return 0;
    const int zone = theme::scaled(EdgeZone);
    const int left = titlesWidth() + zone - m_drag.last.x();
    const int right = m_drag.last.x() - (viewport()->width() - zone);
    return left > 0 ? -std::min(left, zone) / 2 - 1 : right > 0 ? std::min(right, zone) / 2 + 1 : 0;
}

/// Time goes on under the pointer, and what is held goes with it.
void TimelineView::pushEdge()
{
    const int by = edgePush();
    if (by == 0) {
        m_edge.stop();
        return;
    }
    m_scale.pan(by);
    m_drag.from.rx() -= by;
    scaleChanged();
    drag(m_drag.last, m_drag.freely);
}

void TimelineView::finishDrag()
{
    const Drag done = m_drag;
    m_edge.stop();
    m_drag = {};
    viewport()->update();
    if (done.what == Dragging::Bar)
        apply(done.windows, done.hit.handle, {});
    describeFocus();
}

void TimelineView::cancelDrag()
{
    if (m_drag.what == Dragging::Nothing)
        return;
    m_edge.stop();
    m_drag = {};
    viewport()->unsetCursor();
    viewport()->update();
    describeFocus();
}

void TimelineView::apply(const std::map<std::uint32_t, Times> &windows, Handle handle, const QString &mergeKey)
{
    if (!canMove())
        return;
    std::vector<payload::Edit> edits;
    for (const auto &[window, times] : windows) {
        for (payload::Edit &edit : timeEdits(m_document->payload(), window, times))
            edits.push_back(std::move(edit));
    }
    if (edits.empty())
        return;
    const int count = static_cast<int>(windows.size());
    const QString caption = handle == Handle::Start ? tr("Move the start")
        : handle == Handle::End                     ? tr("Move the end")
                                                    : tr("Move %n window(s)", nullptr, count);
    const auto done = m_document->apply(edits, {caption, mergeKey});
    if (!done)
        Q_EMIT refused(done.error().message);
}

/// Shift and an arrow; presses that follow each other are one step.
bool TimelineView::moveByKey(const QKeyEvent *event)
{
    const bool arrow = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (!arrow || !(event->modifiers() & Qt::ShiftModifier))
        return false;
    const int window = focusedWindow();
    if (!canMove() || window < 0)
        return true;
    const Handle handle = event->modifiers() & Qt::ControlModifier ? Handle::End
        : event->modifiers() & Qt::AltModifier                     ? Handle::Start
                                                                   : Handle::Whole;
    const std::int64_t by = event->key() == Qt::Key_Left ? -Day : Day;
    std::map<std::uint32_t, Times> windows;
    QString key = u"timeline/%1"_s.arg(static_cast<int>(handle));
    for (const std::uint32_t index : windowsToMove(static_cast<std::uint32_t>(window), handle)) {
        windows.emplace(index, moved(m_timeline.windows()[index].times, handle, by, Snap::None));
        key += u'/' + QString::number(index);
    }
    apply(windows, handle, key);
    bringIntoSight(m_focused);
    describeFocus();
    return true;
}

} // namespace marquee::timeline
