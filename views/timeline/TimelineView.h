// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Context.h"
#include "timeline/Move.h"
#include "timeline/Timeline.h"
#include "timeline/TimelinePainter.h"

#include <QAbstractScrollArea>
#include <QList>
#include <QPointer>
#include <QTimer>

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::timeline {

/// The windows of an avail as bars in lanes, painted by itself: only what is in sight, so that 10,000 windows pan as a
/// few do.
///
/// Wheel: up and down, with Shift or sideways through time, with Ctrl closer and wider at the pointer. Mouse: a click
/// selects (Ctrl: more), a bar or its edge can be dragged to another midnight (with Alt: minute), empty ground pans,
/// Escape puts back. Keys: arrows from bar to bar, Ctrl+arrows pan, Shift+Left/Right takes windows a day further,
/// Ctrl+Shift the end, Alt+Shift the start; + - F T zoom, fit, today; Return opens the window. All changes go through
/// the document, each one step.
class TimelineView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TimelineView(QWidget *parent = nullptr);

    /// Null for none. Fits all windows.
    void setDocument(workspace::OpenDocument *document);
    /// Where today is; the system's clock by default.
    void setClock(rules::Clock clock);
    Grouping grouping() const { return m_timeline.grouping(); }
    void setGrouping(Grouping grouping);
    void setReadOnly(bool readOnly) { m_isReadOnly = readOnly; } ///< nothing can be moved, whatever the document is

    QList<int> selectedWindows() const; ///< in the payload's order
    /// Selects these and no others, and brings the first into sight. Tells nobody.
    void selectWindows(const QList<int> &windows);
    int focusedWindow() const; ///< -1 for none

    const TimeScale &scale() const { return m_scale; }
    /// What is seen, as a file: its time, all of its lanes. Empty where it can't be made.
    QByteArray picture(const QString &suffix);

    /// Where a window's (first) bar and an edge of it are in the viewport, and what time is at an x; for tests and
    /// bubbles.
    QRect rectOf(int window);
    double timeAt(int x) const;

    QSize sizeHint() const override;

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void fitAll();
    void showToday();

Q_SIGNALS:
    /// The user selected others; not told for selectWindows.
    void windowsSelected(const QList<int> &windows);
    /// Double click or Return: the form of this window is wanted.
    void windowActivated(int window);
    /// The document refused a change.
    void refused(const QString &why);
    /// What has the focus, or where a drag would put it; empty for nothing.
    void described(const QString &words);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Hit
    {
        std::int64_t bar = -1;
        Handle handle = Handle::Whole;
    };
    enum class Dragging : std::uint8_t
    {
        Nothing,
        Pressed,
        Ground,
        Bar
    };
    struct Drag
    {
        Dragging what = Dragging::Nothing;
        Hit hit;
        QPoint from;
        QPoint last;
        bool clearsOnRelease = false; ///< a click on empty ground selects nothing
        bool selectsOnRelease = false; ///< a click on one of several that are selected leaves it alone
        bool freely = false; ///< to the minute
        std::map<std::uint32_t, Times> windows; ///< as they would become
    };

    // TimelineView.cpp
    const Layout &layout();
    void documentChanged(const payload::Change &change);
    std::int64_t followSelection(const payload::Change &change, std::int64_t focused);
    void layoutChanged();
    Scene scene();
    void updateScrollBars();
    void scaleChanged();
    int timeWidth() const;
    int rowsHeight() const;
    void describeFocus();
    void describe(const QString &words);
    QString wordsOf(const Bar &bar);
    void bringIntoSight(std::int64_t bar);
    std::int64_t barOfWindow(std::uint32_t window);

    // TimelineViewInput.cpp
    Hit hitAt(const QPoint &point);
    void showCursor(const Hit &hit);
    void focusBar(std::int64_t bar, bool select);
    void select(std::int64_t bar, bool toggle);
    void tellSelection();
    std::int64_t barBeside(int key);
    std::int64_t nearestInRow(std::uint32_t row, double time);
    bool panByKey(const QKeyEvent *event);
    bool goByKey(const QKeyEvent *event);
    bool actByKey(const QKeyEvent *event);
    QString tipAt(const QPoint &point);

    // TimelineViewMove.cpp
    bool canMove() const;
    std::vector<std::uint32_t> windowsToMove(std::uint32_t window, Handle handle) const;
    bool moveByKey(const QKeyEvent *event);
    void drag(const QPoint &to, bool freely);
    int edgePush() const; ///< how many pixels time is to go on by while something is dragged against an edge
    void pushEdge();
    void finishDrag();
    void cancelDrag();
    void apply(const std::map<std::uint32_t, Times> &windows, Handle handle, const QString &mergeKey);

    bool m_isReadOnly = false;
    QPointer<workspace::OpenDocument> m_document;
    Timeline m_timeline;
    RowGeometry m_rows;
    TimeScale m_scale;
    TimelinePainter m_painter;
    rules::Clock m_clock = rules::systemClock;
    std::vector<bool> m_selected; ///< by window
    std::int64_t m_focused = -1; ///< a bar
    std::int64_t m_hovered = -1;
    int m_wanted = -1; ///< a window to be brought into sight when this is shown
    bool m_stale = true; ///< rows have to be measured again
    bool m_fitWanted = true; ///< as soon as there is a size
    bool m_settingBars = false;
    double m_barUnit = 1; ///< seconds that a step of the horizontal bar is
    Drag m_drag;
    QTimer m_edge; ///< runs while something is dragged against an edge
    QString m_described;
};

} // namespace marquee::timeline
