// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/InventoryTable.h"

#include "avail/WindowsModel.h"
#include "catalog/DateTime.h"
#include "form/CountDelegate.h"
#include "inventory/InventoryModel.h"
#include "shell/theme/Theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QItemSelection>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace marquee::inventory {

using namespace Qt::StringLiterals;

namespace {

/// One cell of text for a spreadsheet.
QString cell(QString text)
{
    return std::move(text).replace(u'\t', u' ').replace(u'\n', u' ');
}

} // namespace

InventoryTable::InventoryTable(InventoryModel *model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setObjectName(u"inventoryTable"_s);
    setAccessibleName(tr("All windows"));
    setAccessibleDescription(tr("Enter opens the window in its document."));
    setProperty("card", true);
    setModel(model);
    setItemDelegateForColumn(static_cast<int>(Column::Problems), new form::CountDelegate(avail::WindowsModel::CountRole, this));
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setTextElideMode(Qt::ElideMiddle);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // of one height, or 200,000 of them take their time
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsClickable(true);
    header->setSectionResizeMode(QHeaderView::Interactive);
    connect(header, &QHeaderView::sectionClicked, this, [this](int column) { turnOrder(static_cast<Column>(column)); });
    connect(
        this, &QTableView::doubleClicked, this, [this](const QModelIndex &index) { Q_EMIT windowWanted(index.row()); });
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &InventoryTable::keepSelection);
    connect(model, &QAbstractItemModel::modelReset, this, &InventoryTable::restoreSelection);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_isRestoring)
            Q_EMIT selectionSettled();
    });
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &InventoryTable::applyTheme);
    applyTheme();
}

void InventoryTable::applyTheme()
{
    QHeaderView *header = horizontalHeader();
    header->setFont(theme::noteFont());
    header->setMinimumSectionSize(theme::scaled(32));
    verticalHeader()->setDefaultSectionSize(theme::scaled(32));
    const QFontMetrics metrics(theme::bodyFont());
    const auto wide = [&](const QString &sample) { return metrics.horizontalAdvance(sample) + theme::scaled(24); };
    int moment = 0; // the longest of the year
    for (int month = 0; month < 12; ++month)
        moment = std::max(moment, wide(catalog::DateTime::reading(1800338400 + month * 2629800LL)));
    const int problems = theme::scaled(32) + metrics.horizontalAdvance(u"88"_s);
    for (const auto &[column, width] : {std::pair(Column::Problems, problems), {Column::Document, theme::scaled(136)},
             {Column::Title, theme::scaled(160)}, {Column::Window, theme::scaled(112)},
             {Column::Licence, wide(u"POEST    "_s)}, {Column::Territory, wide(u"United Kingdom"_s)},
             {Column::Format, wide(u"Format   "_s)}, {Column::Start, moment}, {Column::End, moment},
             {Column::Channel, theme::scaled(88)}})
        header->resizeSection(static_cast<int>(column), width);
    fillWidth();
}

/// The last column takes the room that is left, and never less than a price needs.
void InventoryTable::fillWidth()
{
    QHeaderView *header = horizontalHeader();
    const int last = static_cast<int>(Column::Prices);
    const int needed = QFontMetrics(theme::bodyFont()).horizontalAdvance(u"SRP 114.99 USD"_s) + theme::scaled(24);
    header->resizeSection(last, std::max(needed, viewport()->width() - header->sectionPosition(last)));
}

void InventoryTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fillWidth();
}

void InventoryTable::turnOrder(Column column)
{
    if (m_model->order() != column)
        m_model->setOrder(column, column == Column::Problems); // the worst first
    else if (m_model->isDescending() == (column == Column::Problems))
        m_model->setOrder(column, !m_model->isDescending());
    else
        m_model->setOrder(std::nullopt, false);
    QHeaderView *header = horizontalHeader();
    header->setSortIndicatorShown(m_model->order().has_value());
    if (m_model->order())
        header->setSortIndicator(
            static_cast<int>(*m_model->order()), m_model->isDescending() ? Qt::DescendingOrder : Qt::AscendingOrder);
    if (currentIndex().isValid())
        scrollTo(currentIndex());
}

std::vector<int> InventoryTable::selectedRows() const
{
    std::vector<int> rows; // by stretches: 200,000 indexes would take their time
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

std::vector<Row> InventoryTable::selectedWindows() const
{
    std::vector<Row> windows;
    for (const int row : selectedRows())
        windows.push_back(m_model->row(row));
    return windows;
}

int InventoryTable::selectedCount() const
{
    return static_cast<int>(selectedRows().size());
}

void InventoryTable::keepSelection()
{
    m_selected.clear();
    for (const int row : selectedRows())
        m_selected.push_back(m_model->key(row));
    m_current = currentIndex().isValid() ? m_model->key(currentIndex().row()) : 0;
    m_currentColumn = std::max(0, currentIndex().column());
}

void InventoryTable::restoreSelection()
{
    m_isRestoring = true;
    QItemSelection selection;
    const std::vector<int> rows = m_model->rowsOf(m_selected);
    const int lastColumn = m_model->columnCount() - 1;
    for (std::size_t i = 0; i < rows.size();) {
        std::size_t end = i + 1;
        while (end < rows.size() && rows[end] == rows[end - 1] + 1)
            ++end;
        selection.append(QItemSelectionRange(m_model->index(rows[i], 0), m_model->index(rows[end - 1], lastColumn)));
        i = end;
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    const std::vector<int> current = m_current != 0 ? m_model->rowsOf({m_current}) : std::vector<int>();
    if (!current.empty())
        selectionModel()->setCurrentIndex(
            m_model->index(current.front(), m_currentColumn), QItemSelectionModel::NoUpdate);
    m_isRestoring = false;
    Q_EMIT selectionSettled();
}

void InventoryTable::copy() const
{
    const std::vector<int> rows = selectedRows();
    if (rows.empty())
        return;
    QString text;
    for (const Column column : allColumns) {
        if (column != Column::Problems)
            text += (text.isEmpty() ? QString() : u"\t"_s) + InventoryModel::title(column);
    }
    for (const int row : rows) {
        text += u'\n';
        for (const Column column : allColumns) {
            if (column != Column::Problems)
                text += (column == Column::Document ? QString() : u"\t"_s) + cell(m_model->text(row, column));
        }
    }
    QApplication::clipboard()->setText(text + u'\n');
}

void InventoryTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT windowWanted(currentIndex().row());
    } else {
        QTableView::keyPressEvent(event);
    }
}

void InventoryTable::fill(QMenu &menu, const QModelIndex &at)
{
    const auto column = static_cast<Column>(at.column());
    const QString text = at.data().toString();
    menu.setObjectName(u"inventoryMenu"_s);
    menu.addAction(tr("&Open in its document"), this, [this, row = at.row()] { Q_EMIT windowWanted(row); })
        ->setObjectName(u"inventoryOpen"_s);
    menu.addAction(tr("&Change together…"), this, &InventoryTable::changeWanted)->setObjectName(u"inventoryChange"_s);
    menu.addAction(tr("Co&py for a spreadsheet"), this, &InventoryTable::copy)->setObjectName(u"inventoryCopy"_s);
    menu.addSeparator();
    menu.addAction(tr("&Sort by “%1”").arg(InventoryModel::title(column)), this, [this, column] { turnOrder(column); })
        ->setObjectName(u"inventorySort"_s);
    if (column == Column::Problems || m_model->text(at.row(), column).isEmpty())
        return;
    const QString shortText = menu.fontMetrics().elidedText(text, Qt::ElideMiddle, theme::scaled(200));
    menu.addAction(
            tr("Only “%1” in “%2”").arg(QString(shortText).replace(u'&', u"&&"_s), InventoryModel::title(column)), this,
            [this, column, text] { Q_EMIT onlyWanted(column, text); })
        ->setObjectName(u"inventoryOnly"_s);
}

void InventoryTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex at = byKey ? currentIndex() : indexAt(event->pos());
    if (!at.isValid())
        return;
    QMenu menu(this);
    fill(menu, at);
    menu.exec(byKey ? viewport()->mapToGlobal(visualRect(at).bottomLeft()) : event->globalPos());
}

} // namespace marquee::inventory
