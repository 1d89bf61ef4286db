// SPDX-License-Identifier: GPL-3.0-or-later
#include "problems/ProblemsTable.h"

#include "problems/FixDelegate.h"
#include "problems/ProblemsModel.h"
#include "shell/theme/Theme.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <utility>

namespace marquee::problems {

using namespace Qt::StringLiterals;
using theme::scaled;
using Part = FixDelegate::Part;

namespace {

constexpr int RowHeight = 32;
constexpr int PlacePercent = 36; ///< of the width, at most
constexpr int LeastPlacePercent = 18; ///< where the message needs the room
constexpr int FixPercent = 28;

bool isOwnKey(const QKeyEvent &event)
{
    return (event.key() == Qt::Key_Period && event.modifiers() == Qt::ControlModifier)
        || (event.key() == Qt::Key_F1 && event.modifiers() == Qt::NoModifier);
}

} // namespace

ProblemsTable::ProblemsTable(QWidget *parent)
    : QTableView(parent)
    , m_delegate(new FixDelegate(this))
{
    setProperty("focusMark", u"row"_s);
    setItemDelegate(m_delegate);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setWordWrap(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    horizontalHeader()->hide();
    horizontalHeader()->setMinimumSectionSize(1);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
}

void ProblemsTable::fitColumns()
{
    if (!model())
        return;
    verticalHeader()->setDefaultSectionSize(scaled(RowHeight));
    const int width = viewport()->width();
    const int rule = sizeHintForColumn(ProblemsModel::Rule);
    const int fix = std::min(sizeHintForColumn(ProblemsModel::Fix), width * FixPercent / 100);
    int place = std::min(sizeHintForColumn(ProblemsModel::Place), width * PlacePercent / 100);
    const int missing = sizeHintForColumn(ProblemsModel::Message) - (width - rule - place - fix);
    if (missing > 0)
        place = std::min(place, std::max(place - missing, width * LeastPlacePercent / 100));
    setColumnWidth(ProblemsModel::Rule, rule);
    setColumnWidth(ProblemsModel::Place, place);
    setColumnWidth(ProblemsModel::Fix, fix);
    setColumnWidth(ProblemsModel::Message, std::max(1, width - rule - place - fix));
}

bool ProblemsTable::event(QEvent *event)
{
    // The window may have the same keys for other things; here they mean the row.
    if (event->type() == QEvent::ShortcutOverride && isOwnKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QTableView::event(event);
}

void ProblemsTable::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    if (index.isValid() && isOwnKey(*event)) {
        if (event->key() == Qt::Key_F1)
            Q_EMIT explainWanted(index);
        else
            Q_EMIT fixWanted(index);
        return;
    }
    if (index.isValid() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        Q_EMIT goWanted(index);
        return;
    }
    QTableView::keyPressEvent(event);
}

void ProblemsTable::hover(const QPoint &point)
{
    const QModelIndex index = indexAt(point);
    const Part part = index.isValid() ? FixDelegate::partAt(visualRect(index), index, point) : Part::None;
    viewport()->setCursor(part == Part::None ? Qt::ArrowCursor : Qt::PointingHandCursor);
    if (m_delegate->setHover(part == Part::None ? QModelIndex() : index, part))
        viewport()->update();
}

void ProblemsTable::mouseMoveEvent(QMouseEvent *event)
{
    hover(event->position().toPoint());
    if (!m_pressed.isValid())
        QTableView::mouseMoveEvent(event);
}

void ProblemsTable::leaveEvent(QEvent *event)
{
    hover({-1, -1});
    QTableView::leaveEvent(event);
}

void ProblemsTable::mousePressEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    const QModelIndex index = indexAt(point);
    if (event->button() == Qt::LeftButton && index.isValid()
        && FixDelegate::partAt(visualRect(index), index, point) != Part::None) {
        setCurrentIndex(index);
        m_pressed = index;
        m_delegate->setPressed(true);
        hover(point);
        viewport()->update();
        return;
    }
    QTableView::mousePressEvent(event);
}

void ProblemsTable::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    const QModelIndex index = indexAt(point);
    const QPersistentModelIndex pressed = std::exchange(m_pressed, QPersistentModelIndex());
    m_delegate->setPressed(false);
    viewport()->update();
    if (!pressed.isValid()) {
        QTableView::mouseReleaseEvent(event);
        if (event->button() == Qt::LeftButton && index.isValid() && index == currentIndex())
            Q_EMIT goWanted(index);
        return;
    }
    if (index != pressed)
        return; // let go elsewhere: not meant
    const QRect cell = visualRect(index);
    const Part part = FixDelegate::partAt(cell, index, point);
    if (part == Part::Fix)
        Q_EMIT fixWanted(index);
    else if (part == Part::More)
        Q_EMIT moreFixesWanted(index, viewport()->mapToGlobal(FixDelegate::buttonRect(cell, index).bottomLeft()));
}

void ProblemsTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(viewport()->mapFromGlobal(event->globalPos()));
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    const QRect row = visualRect(index.siblingAtColumn(ProblemsModel::Message));
    Q_EMIT menuWanted(index, byKey ? viewport()->mapToGlobal(row.bottomLeft()) : event->globalPos());
}

void ProblemsTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

} // namespace marquee::problems
