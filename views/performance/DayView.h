// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "performances/Day.h"
#include "rules/Context.h"
#include "timeline/TimelinePainter.h"

#include <QAbstractScrollArea>
#include <QPointer>

#include <map>

namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::performance {

/// The performances of one date: a lane for each hall, a bar for each performance, overlaps marked. Bars can be taken
/// to another time (five minutes at a time) and to another hall of their site.
///
/// Keys: arrows go from bar to bar; Shift with Left and Right moves a bar by five minutes (with Ctrl by an hour), with
/// Up and Down to another hall; Return opens the form; Page Up and Page Down are the day before and after; Escape puts
/// back what is dragged. Presses that follow each other are one step.
class DayView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit DayView(QWidget *parent = nullptr);

    /// Null for none.
    void setDocument(workspace::OpenDocument *document);
    void setDate(QDate date);
    QDate date() const { return m_date; }
    void setMinutes(int minutes); ///< how long a performance takes
    void setClock(rules::Clock clock); ///< where the line of now is; the system's clock by default
    /// All of the day from midnight on, instead of what is worth to be seen.
    void setWhole(bool whole);

    const performances::Day &day();
    QList<int> selected() const; ///< rows of the message, ascending
    /// Selects these and no others; those of other dates are passed over. Tells nobody.
    void selectPerformances(const QList<int> &rows);
    int focused() const; ///< a row of the message; -1 for none

    /// Where a performance's bar is in the viewport, and the x of a time; for tests and bubbles.
    QRect rectOf(int row);
    int xOf(QTime time);

    QSize sizeHint() const override;

Q_SIGNALS:
    /// The user selected others; not told for selectPerformances.
    void performancesSelected(const QList<int> &rows);
    void activated(int row); ///< its form is wanted
    void dayWanted(int by); ///< the day before (-1) or after (1)
    void refused(const QString &why);
    /// What has the focus, or where a drag would put it; empty for nothing.
    void described(const QString &words);
    void dayChanged(); ///< other performances, or they stand elsewhere

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Drag
    {
        std::int64_t bar = -1; ///< -1: nothing is held
        QPoint from;
        bool isMoving = false;
        bool selectsOnRelease = false; ///< a click on one of several that are selected leaves it alone
        performances::DayMove move;
        std::map<std::uint32_t, timeline::Times> times; ///< by place in the day
        std::optional<std::uint32_t> row; ///< where it would be
    };

    // DayView.cpp
    void documentChanged();
    void dayStale();
    void layOut();
    timeline::Scene scene();
    void makeWords();
    QString wordsOf(std::uint32_t place) const;
    rules::Counts countsOf(std::uint32_t place) const;
    std::int64_t barOf(int row) const;
    std::int64_t now() const;
    void describe(const QString &words);
    void describeFocus();
    void bringIntoSight(std::int64_t bar);

    // DayViewInput.cpp
    std::int64_t barAt(const QPoint &point);
    void focusBar(std::int64_t bar, bool alone);
    void select(std::int64_t bar, bool toggle);
    void tellSelection();
    std::int64_t barBeside(int key);
    bool canMove() const;
    void drag(const QPoint &to);
    void cancelDrag();
    std::optional<std::string> hallAt(const timeline::Bar &bar, std::uint32_t row);
    performances::DayMove movedTo(std::uint32_t place, std::int64_t seconds) const;
    bool moveByKey(const QKeyEvent *event);
    bool moveToLane(std::int64_t bar, int by);
    bool goByKey(const QKeyEvent *event);
    void apply(std::uint32_t place, const performances::DayMove &move, const QString &mergeKey);

    QPointer<workspace::OpenDocument> m_document;
    QDate m_date = QDate::currentDate();
    int m_minutes = performances::UsualMinutes;
    bool m_isWhole = false;
    bool m_isStale = true;
    performances::Day m_day;
    timeline::RowGeometry m_rows;
    timeline::TimeScale m_scale;
    timeline::TimelinePainter m_painter;
    timeline::Scene::Words m_words;
    rules::Clock m_clock = rules::systemClock;
    std::vector<int> m_chosen; ///< rows of the message
    std::vector<bool> m_selected; ///< by place in the day
    int m_focusedRow = -1; ///< of the message
    std::int64_t m_hovered = -1;
    Drag m_drag;
    QString m_described;
};

} // namespace marquee::performance
