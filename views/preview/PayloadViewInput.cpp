// SPDX-License-Identifier: GPL-3.0-or-later
// What the user does with a payload's text: keys, mouse, wheel, menu.
#include "preview/Caret.h"
#include "preview/FindBar.h"
#include "preview/PayloadView.h"
#include "preview/TextMime.h"
#include "preview/Utf8.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QTimerEvent>
#include <QWheelEvent>

#include <algorithm>

namespace marquee::preview {

using namespace Qt::StringLiterals;

namespace {

constexpr int WheelStep = 120;
constexpr int DragMs = 40; // between two rows while a selection is drawn past the edge
constexpr int LongestDescription = 200;

bool isOurs(const QKeyEvent *event)
{
    return event->matches(QKeySequence::Copy) || event->matches(QKeySequence::SelectAll)
        || event->matches(QKeySequence::Find) || event->key() == Qt::Key_F3;
}

} // namespace

bool PayloadView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isOurs(static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QAbstractScrollArea::event(event);
}

std::uint32_t PayloadView::offsetOn(const Row &row, qreal x) const
{
    const ShownRow shown(text(), row);
    const qsizetype unit = m_code.unitAt(shown, x - Gutter::of(m_code, text().lineCount()).text);
    const std::uint32_t offset = shown.offsetAt(unit);
    // Behind the last character of a row that goes on is where the next row begins: stay on this one.
    return offset == row.end && !row.lastOfLine ? previousCharacter(text(), offset) : offset;
}

std::uint32_t PayloadView::offsetAt(const QPoint &point) const
{
    const int y = point.y() - Gutter::of(m_code, text().lineCount()).top;
    const int rows = y < 0 ? -1 : std::min(y / m_code.rowHeight(), rowsInSight());
    return offsetOn(m_layout.step(m_layout.rowAt(m_top), rows), point.x());
}

qreal PayloadView::xOf(std::uint32_t offset) const
{
    const ShownRow shown(text(), m_layout.rowAt(offset));
    return Gutter::of(m_code, text().lineCount()).text + m_code.xOf(shown, shown.unitAt(offset));
}

std::uint32_t PayloadView::rowsFurther(int rows)
{
    if (!m_wishedX)
        m_wishedX = xOf(m_caret);
    const Row from = m_layout.rowAt(m_caret);
    const Row to = m_layout.step(from, rows);
    if (to == from) // up from the first row: to its beginning; down from the last: to its end
        return rows < 0 ? from.begin : from.end;
    return offsetOn(to, *m_wishedX);
}

/// Where a key takes the caret; nothing where it isn't one that does.
std::optional<std::uint32_t> PayloadView::caretAfter(const QKeyEvent *event)
{
    const bool control = event->modifiers() & Qt::ControlModifier;
    const bool select = event->modifiers() & Qt::ShiftModifier;
    const Row row = m_layout.rowAt(m_caret);
    const int page = std::max(1, rowsInSight() - 1);
    switch (event->key()) {
    case Qt::Key_Left:
        return !select && !selection().isEmpty() && !control ? selection().begin
            : control                                        ? previousWord(text(), m_caret)
                                                             : previousCharacter(text(), m_caret);
    case Qt::Key_Right:
        return !select && !selection().isEmpty() && !control ? selection().end
            : control                                        ? nextWord(text(), m_caret)
                                                             : nextCharacter(text(), m_caret);
    case Qt::Key_Up:
        return rowsFurther(-1);
    case Qt::Key_Down:
        return rowsFurther(1);
    case Qt::Key_PageUp:
        scrollRows(-page);
        return rowsFurther(-page);
    case Qt::Key_PageDown:
        scrollRows(page);
        return rowsFurther(page);
    case Qt::Key_Home:
        return control ? 0 : row.begin;
    case Qt::Key_End:
        return control ? text().size() : row.lastOfLine ? row.end : previousCharacter(text(), row.end);
    default:
        return std::nullopt;
    }
}

bool PayloadView::scrollByKey(const QKeyEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier) || (event->key() != Qt::Key_Up && event->key() != Qt::Key_Down))
        return false;
    scrollRows(event->key() == Qt::Key_Up ? -1 : 1);
    return true;
}

void PayloadView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copySelection();
    if (event->matches(QKeySequence::SelectAll))
        return selectAll();
    if (event->matches(QKeySequence::Find))
        return openFind();
    if (event->key() == Qt::Key_F3)
        return event->modifiers() & Qt::ShiftModifier ? findPrevious() : findNext();
    if (event->key() == Qt::Key_Escape && !m_findBar->isHidden())
        return closeFind();
    if (scrollByKey(event))
        return;
    const bool vertical = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down || event->key() == Qt::Key_PageUp
        || event->key() == Qt::Key_PageDown;
    if (!vertical)
        m_wishedX.reset();
    const auto caret = caretAfter(event);
    if (!caret)
        return event->ignore(); // Tab goes on to the next widget, and the window has its keys
    moveCaret(*caret, event->modifiers() & Qt::ShiftModifier);
    activate();
}

void PayloadView::moveCaret(std::uint32_t offset, bool select)
{
    m_caret = offset;
    if (!select)
        m_anchor = offset;
    keepInSight(offset);
    viewport()->update();
}

void PayloadView::keepInSight(std::uint32_t offset)
{
    const Row row = m_layout.rowAt(offset);
    if (row.begin < m_top)
        setTop(row.begin);
    else if (row.begin > m_layout.step(m_layout.rowAt(m_top), rowsInSight() - 1).begin)
        setTop(m_layout.step(row, 1 - rowsInSight()).begin);
}

/// The caret was moved by the user: says so, and tells a screen reader the row.
void PayloadView::activate()
{
    const QString line = ShownRow(text(), m_layout.rowAt(m_caret)).text().trimmed().left(LongestDescription);
    setAccessibleDescription(tr("Line %1: %2").arg(m_layout.rowAt(m_caret).line).arg(line));
    publishSelection();
    Q_EMIT offsetActivated(m_caret);
}

void PayloadView::publishSelection()
{
    QClipboard *clipboard = QApplication::clipboard();
    if (clipboard->supportsSelection() && !selection().isEmpty())
        clipboard->setMimeData(new TextMime(text(), selection().begin, selection().end), QClipboard::Selection);
}

void PayloadView::copySelection()
{
    if (!selection().isEmpty())
        QApplication::clipboard()->setMimeData(new TextMime(text(), selection().begin, selection().end));
}

void PayloadView::selectAll()
{
    select(0, text().size());
    publishSelection();
}

void PayloadView::wheelEvent(QWheelEvent *event)
{
    const int perRow = WheelStep / std::clamp(QApplication::wheelScrollLines(), 1, WheelStep);
    const int pixels = event->pixelDelta().y(); // of touch pads; wheels only have an angle
    m_wheel += pixels != 0 ? pixels * perRow / m_code.rowHeight() : event->angleDelta().y();
    const int rows = m_wheel / perRow;
    m_wheel -= rows * perRow;
    scrollRows(-rows);
    event->accept();
}

void PayloadView::mousePressEvent(QMouseEvent *event)
{
    m_wishedX.reset();
    if (event->button() == Qt::LeftButton)
        moveCaret(offsetAt(event->position().toPoint()), event->modifiers() & Qt::ShiftModifier);
}

void PayloadView::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    const QPoint point = event->position().toPoint();
    m_caret = offsetAt(point);
    viewport()->update();
    const bool outside = point.y() < 0 || point.y() >= viewport()->height();
    if (outside && m_dragTimer == 0)
        m_dragTimer = startTimer(DragMs);
    if (!outside && m_dragTimer != 0) {
        killTimer(m_dragTimer);
        m_dragTimer = 0;
    }
}

void PayloadView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_dragTimer)
        return QAbstractScrollArea::timerEvent(event);
    const QPoint point = viewport()->mapFromGlobal(QCursor::pos());
    scrollRows(point.y() < 0 ? -1 : 1);
    m_caret = offsetAt(point);
}

void PayloadView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (m_dragTimer != 0)
        killTimer(m_dragTimer);
    m_dragTimer = 0;
    activate();
}

void PayloadView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const std::uint32_t offset = offsetAt(event->position().toPoint());
    const auto [begin, end] = m_colours.tokenAt(text(), m_layout.rowAt(offset), offset);
    select(begin, end);
}

void PayloadView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const std::uint32_t offset = byMouse ? offsetAt(event->pos()) : m_caret;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"payloadMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copy = menu->addAction(tr("&Copy"), this, &PayloadView::copySelection);
    copy->setObjectName(u"copy"_s);
    copy->setShortcut(QKeySequence::Copy);
    copy->setEnabled(!selection().isEmpty());
    if (isPayload(language())) {
        QAction *place = menu->addAction(tr("Copy &place"), this, [this, offset] { Q_EMIT copyPlaceWanted(offset); });
        place->setObjectName(u"copyPlace"_s);
    }
    menu->addAction(tr("Select &all"), this, &PayloadView::selectAll)->setShortcut(QKeySequence::SelectAll);
    menu->addSeparator();
    menu->addAction(tr("&Find…"), this, &PayloadView::openFind)->setShortcut(QKeySequence::Find);
    menu->popup(byMouse ? event->globalPos() : viewport()->mapToGlobal(pointOf(m_caret)));
}

void PayloadView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void PayloadView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace marquee::preview
