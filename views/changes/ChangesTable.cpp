// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/ChangesTable.h"

#include "changes/ChangesDelegate.h"
#include "changes/ChangesModel.h"
#include "shell/theme/Theme.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace marquee::changes {

using namespace Qt::StringLiterals;
using theme::scaled;

namespace {

constexpr int RowHeight = 32;
constexpr int KindWidth = 40;
constexpr int PlacePercent = 40; ///< of the width, at most
constexpr int LeastPlacePercent = 24;

bool isPutBack(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Period && event.modifiers() == Qt::ControlModifier;
}

} // namespace

ChangesTable::ChangesTable(QWidget *parent)
    : QTableView(parent)
{
    setProperty("focusMark", u"row"_s);
    setItemDelegate(new ChangesDelegate(this));
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    horizontalHeader()->setMinimumSectionSize(1);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setHighlightSections(false);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(this, &QTableView::clicked, this, &ChangesTable::goWanted);
}

void ChangesTable::fitColumns()
{
    if (!model())
        return;
    horizontalHeader()->setFont(theme::noteFont());
    verticalHeader()->setDefaultSectionSize(scaled(RowHeight));
    const int width = viewport()->width();
    const int kind = scaled(KindWidth);
    const int place = std::clamp(
        sizeHintForColumn(ChangesModel::Place), width * LeastPlacePercent / 100, width * PlacePercent / 100);
    const int value = std::max(1, (width - kind - place) / 2);
    setColumnWidth(ChangesModel::Kind, kind);
    setColumnWidth(ChangesModel::Place, place);
    setColumnWidth(ChangesModel::Before, value);
    setColumnWidth(ChangesModel::After, std::max(1, width - kind - place - value));
}

bool ChangesTable::event(QEvent *event)
{
    // The window may have the same keys for other things; here they mean the row.
    if (event->type() == QEvent::ShortcutOverride && isPutBack(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QTableView::event(event);
}

void ChangesTable::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    if (index.isValid() && isPutBack(*event))
        Q_EMIT putBackWanted(index);
    else if (index.isValid() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        Q_EMIT goWanted(index);
    else
        QTableView::keyPressEvent(event);
}

void ChangesTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(viewport()->mapFromGlobal(event->globalPos()));
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    const QRect row = visualRect(index.siblingAtColumn(ChangesModel::Place));
    Q_EMIT menuWanted(index, byKey ? viewport()->mapToGlobal(row.bottomLeft()) : event->globalPos());
}

void ChangesTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void ChangesTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    Q_EMIT currentMoved();
}

} // namespace marquee::changes
