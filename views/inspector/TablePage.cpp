// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/TablePage.h"

#include "inspector/Cells.h"
#include "inspector/ColumnsMenu.h"
#include "inspector/Filter.h"
#include "inspector/Steps.h"
#include "inspector/TableModel.h"
#include "shell/theme/Icons.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>

#include <algorithm>
#include <numeric>

namespace marquee::inspector {

using namespace Qt::StringLiterals;
using theme::scaled;
using theme::Token;

namespace {

constexpr int RowHeight = 32;
constexpr int NarrowestColumn = 72;
constexpr int WidestColumn = 280;
constexpr int RowsMeasured = 40;
constexpr int TypingMs = 200;

class Delegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const bool isMissing = index.data(TableModel::MissingRole).toBool();
        const bool isEmpty = !isMissing && option->text.isEmpty();
        if (isEmpty)
            option->text = u"“”"_s; // an empty text, which isn't the same as none
        if (!isMissing && !isEmpty)
            return;
        for (const QPalette::ColorRole role : {QPalette::Text, QPalette::HighlightedText})
            option->palette.setColor(role, theme::color(Token::TextFaint));
    }
};

} // namespace

TablePage::TablePage(QWidget *parent)
    : Page(parent)
    , m_model(new TableModel(this))
{
    setObjectName(u"inspectorTablePage"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(makeTable(), 1);
    m_typing.setSingleShot(true);
    m_typing.setInterval(TypingMs);
    connect(&m_typing, &QTimer::timeout, this, [this] { m_model->setWords(m_words->text().trimmed()); });
    connect(m_model, &TableModel::columnsReady, this, &TablePage::columnsReady);
    connect(m_model, &TableModel::orderReady, this, &TablePage::orderReady);
    connect(m_model, &TableModel::busyChanged, this, &TablePage::showState);
    connect(&m_lister, &Worker::runningChanged, this, &TablePage::showState);
    connect(&m_finder, &Worker::runningChanged, this, &Page::hitsChanged);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &TablePage::refreshLook);
    refreshLook();
    showState();
}

QWidget *TablePage::makeBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(8));
    row->setSpacing(scaled(8));
    m_chooser = new QComboBox(bar);
    m_chooser->setObjectName(u"inspectorList"_s);
    m_chooser->setAccessibleName(tr("Which list"));
    m_chooser->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_chooser->setMinimumContentsLength(18);
    m_chooser->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_columns = new QToolButton(bar);
    m_columns->setObjectName(u"inspectorColumns"_s);
    m_columns->setText(tr("Columns") + u" ▾"_s);
    m_columns->setAccessibleName(tr("Choose columns"));
    m_columns->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_columns->setPopupMode(QToolButton::InstantPopup);
    m_columns->setFocusPolicy(Qt::StrongFocus);
    m_words = new QLineEdit(bar);
    m_words->setObjectName(u"inspectorWords"_s);
    m_words->setAccessibleName(tr("Only rows that hold these words"));
    m_words->setPlaceholderText(tr("Only rows with…"));
    m_words->setClearButtonEnabled(true);
    m_count = new QLabel(bar);
    m_count->setObjectName(u"inspectorTableCount"_s);
    m_count->setProperty("role", u"note"_s);
    m_copy = new QPushButton(tr("Copy"), bar);
    m_copy->setObjectName(u"inspectorCopyTable"_s);
    m_copy->setAccessibleName(tr("Copy for a spreadsheet"));
    m_copy->setToolTip(tr("The selected rows, or all, with a heading, to be pasted into a spreadsheet (Ctrl+C)"));
    m_copy->setAutoDefault(false);
    row->addWidget(m_chooser, 2);
    row->addWidget(m_words, 2);
    row->addWidget(m_count);
    row->addStretch(1);
    row->addWidget(m_columns);
    row->addWidget(m_copy);
    connect(m_chooser, &QComboBox::activated, this, &TablePage::showList);
    connect(m_words, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_copy, &QPushButton::clicked, this, &TablePage::copy);
    auto *menu = new QMenu(m_columns);
    menu->setObjectName(u"inspectorColumnsMenu"_s);
    m_columns->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &TablePage::fillColumnsMenu);
    return bar;
}

QWidget *TablePage::makeTable()
{
    m_stack = new QStackedWidget(this);
    m_table = new QTableView(m_stack);
    m_table->setObjectName(u"inspectorTable"_s);
    m_table->setAccessibleName(tr("The list as a table"));
    m_table->setAccessibleDescription(tr("Enter shows the row in the tree. Ctrl+C copies for a spreadsheet."));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new Delegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setProperty("focusMark", u"row"_s);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTextElideMode(Qt::ElideRight);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setSortIndicatorClearable(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->verticalHeader()->setHighlightSections(false);
    m_table->setSortingEnabled(true);
    m_table->setCornerButtonEnabled(false);
    m_table->installEventFilter(this);
    m_none = new QLabel(m_stack);
    m_none->setObjectName(u"inspectorTableNone"_s);
    m_none->setProperty("role", u"note"_s);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setWordWrap(true);
    m_none->setMargin(scaled(24));
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_none);
    connect(m_table, &QTableView::doubleClicked, this,
        [this](const QModelIndex &index) { Q_EMIT placeWanted(m_model->pathOf(index.row())); });
    connect(m_table, &QWidget::customContextMenuRequested, this, &TablePage::openMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            m_currentRow = m_model->sourceRow(current.row());
        Q_EMIT hitsChanged();
    });
    return m_stack;
}

void TablePage::refreshLook()
{
    m_columns->setIcon(theme::icon(u"view-file-columns"_s));
    m_count->setFont(theme::noteFont());
    m_table->verticalHeader()->setDefaultSectionSize(scaled(RowHeight));
    m_table->horizontalHeader()->setMinimumSectionSize(scaled(40));
    m_table->horizontalHeader()->setFont(theme::noteFont());
    m_table->verticalHeader()->setFont(theme::noteFont());
}

void TablePage::setSnapshot(const Snapshot &snapshot)
{
    m_lister.stop();
    m_snapshot = snapshot;
    m_isLooked = false;
    m_lists.clear();
    m_picks.reset();
    m_currentRow.reset();
    m_model->clear();
    showLists();
    if (isVisible() || !m_find.isEmpty())
        comeIntoSight();
}

void TablePage::setFilter(const Filter &filter)
{
    const bool isPicking = filter.isActive() && !filter.value();
    if (!isPicking && !m_picks)
        return;
    m_currentRow.reset();
    m_matches = filter.count();
    m_picks = isPicking ? std::optional(filter.matches()) : std::nullopt;
    showLists();
    if (m_picks || isVisible())
        showList(0);
    else
        m_model->clear();
}

void TablePage::comeIntoSight()
{
    if (m_isLooked || !m_snapshot)
        return;
    findLists();
}

void TablePage::findLists()
{
    m_isLooked = true;
    m_lister.start([this, snapshot = m_snapshot](Worker::Stop stop) -> Worker::Then {
        auto lists = std::make_shared<std::vector<TableList>>(listsOf(snapshot, stop));
        return [this, lists] {
            m_lists = std::move(*lists);
            if (m_picks)
                return;
            showLists();
            showList(0);
        };
    });
}

void TablePage::showLists()
{
    const QSignalBlocker blocker(m_chooser);
    m_chooser->clear();
    if (m_picks) {
        m_chooser->addItem(tr("What the filter picks"));
    } else {
        for (const TableList &list : m_lists)
            m_chooser->addItem(u"%1  (%2)"_s.arg(list.place, QLocale().toString(list.rows)));
    }
    m_chooser->setEnabled(m_chooser->count() > 1);
    m_chooser->setToolTip(m_chooser->currentText());
    showState();
}

void TablePage::showList(int number)
{
    if (!m_picks && (number < 0 || static_cast<std::size_t>(number) >= m_lists.size())) {
        m_model->clear();
        showState();
        return;
    }
    m_currentRow.reset();
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    if (m_picks) {
        m_place = u"filter"_s;
        m_model->setRows(m_snapshot, Rows::picked(m_snapshot, *m_picks));
    } else {
        const TableList &list = m_lists[static_cast<std::size_t>(number)];
        m_place = list.place;
        m_model->setRows(m_snapshot, Rows::itemsOf(m_snapshot, list.path));
    }
    m_chooser->setToolTip(m_chooser->currentText());
    showState();
}

void TablePage::columnsReady()
{
    const QSet<QString> hidden = m_hidden.value(m_place);
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_table->setColumnHidden(column, hidden.contains(m_model->columns()[static_cast<std::size_t>(column)].title));
    fitColumns();
    orderReady();
}

void TablePage::fitColumns()
{
    const QFontMetrics cells(m_table->font());
    const QFontMetrics headings(m_table->horizontalHeader()->font());
    const int rows = std::min(m_model->rowCount(), RowsMeasured);
    for (int column = 0; column < m_model->columnCount(); ++column) {
        int width = headings.horizontalAdvance(m_model->headerData(column, Qt::Horizontal).toString()) + scaled(40);
        for (int row = 0; row < rows; ++row)
            width = std::max(
                width, cells.horizontalAdvance(m_model->index(row, column).data().toString().left(60)) + scaled(24));
        m_table->setColumnWidth(column, std::clamp(width, scaled(NarrowestColumn), scaled(WidestColumn)));
    }
}

void TablePage::orderReady()
{
    if (m_currentRow) {
        const auto &order = m_model->order();
        const auto at = std::find(order.begin(), order.end(), *m_currentRow);
        const bool isPlain = m_model->wish().isPlain();
        if (isPlain || at != order.end()) {
            const int row = isPlain ? static_cast<int>(*m_currentRow) : static_cast<int>(at - order.begin());
            m_table->setCurrentIndex(m_model->index(row, std::max(0, m_table->horizontalHeader()->logicalIndex(0))));
        }
    } else if (m_model->rowCount() > 0) {
        m_table->selectionModel()->setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::NoUpdate);
    }
    showState();
    findAgain();
}

void TablePage::showState()
{
    const int all = static_cast<int>(m_model->rows().size());
    const int shown = m_model->rowCount();
    const bool isBusy = m_model->isBusy() || m_lister.isRunning();
    if (!m_model->columns().empty())
        m_count->setText(shown == all ? tr("%n row(s)", nullptr, all)
                                      : tr("%1 of %2 rows").arg(QLocale().toString(shown), QLocale().toString(all)));
    else
        m_count->clear();
    m_columns->setEnabled(!m_model->columns().empty());
    m_copy->setEnabled(shown > 0);
    if (isBusy && m_model->columns().empty())
        m_none->setText(tr("Looking through the payload…"));
    else if (m_picks)
        m_none->setText(m_matches == 0
                ? tr("The filter picks nothing.")
                : tr("What the filter picks are no objects, so they make no table. The tree shows them."));
    else if (!m_model->columns().empty())
        m_none->setText(tr("No row holds these words."));
    else
        m_none->setText(
            tr("There is no list in this payload, so there is nothing to make a table of. The tree shows all of it."));
    m_stack->setCurrentWidget(
        shown > 0 || (isBusy && !m_model->columns().empty()) ? static_cast<QWidget *>(m_table) : m_none);
}

void TablePage::fillColumnsMenu()
{
    QMenu *menu = m_columns->menu();
    menu->clear();
    QStringList titles;
    for (const TableColumn &column : m_model->columns())
        titles << (column.title.isEmpty() ? tr("Value") : column.title);
    auto *list = new ColumnsMenu(titles, hiddenColumns(), menu);
    connect(list, &ColumnsMenu::hiddenChanged, this, &TablePage::setColumnHidden);
    menu->addAction(list);
    list->defaultWidget()->setFocus();
}

void TablePage::setColumnHidden(int column, bool hidden)
{
    if (column < 0 || column >= m_model->columnCount())
        return;
    m_table->setColumnHidden(column, hidden);
    const QString title = m_model->columns()[static_cast<std::size_t>(column)].title;
    if (hidden)
        m_hidden[m_place].insert(title);
    else
        m_hidden[m_place].remove(title);
    findAgain();
}

std::vector<bool> TablePage::hiddenColumns() const
{
    std::vector<bool> hidden;
    for (int column = 0; column < m_model->columnCount(); ++column)
        hidden.push_back(m_table->isColumnHidden(column));
    return hidden;
}

QList<int> TablePage::shownColumns() const
{
    QList<int> shown;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (!m_table->isColumnHidden(column))
            shown << column;
    }
    return shown;
}

void TablePage::copy()
{
    QList<int> rows;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows << row;
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    if (rows.isEmpty()) {
        rows.resize(m_model->rowCount());
        std::iota(rows.begin(), rows.end(), 0);
    }
    QGuiApplication::clipboard()->setText(QString::fromUtf8(m_model->copied(rows, shownColumns())));
}

void TablePage::openMenu(const QPoint &at)
{
    const QModelIndex index = m_table->indexAt(at);
    if (!index.isValid())
        return;
    QMenu menu;
    menu.setObjectName(u"inspectorTableMenu"_s);
    menu.addAction(tr("Copy for a spreadsheet"), QKeySequence::Copy, this, &TablePage::copy);
    menu.addAction(tr("Copy cell"), this,
        [this, index] { QGuiApplication::clipboard()->setText(wholeText(m_model->valueOf(index))); });
    menu.addSeparator();
    menu.addAction(tr("Show in the tree"), this, [this, index] { Q_EMIT placeWanted(m_model->pathOf(index.row())); });
    menu.addAction(tr("Hide this column"), this, [this, index] { setColumnHidden(index.column(), true); });
    menu.exec(m_table->viewport()->mapToGlobal(at));
}

bool TablePage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (key->matches(QKeySequence::Copy) || isEnter) {
            if (event->type() == QEvent::KeyPress && !isEnter)
                copy();
            else if (event->type() == QEvent::KeyPress && m_table->currentIndex().isValid())
                Q_EMIT placeWanted(m_model->pathOf(m_table->currentIndex().row()));
            event->accept();
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

void TablePage::setFind(const QString &text, bool matchCase)
{
    m_find = text;
    m_matchCase = matchCase;
    if (!text.isEmpty())
        comeIntoSight(); // to be counted, it has to be known
    findAgain();
}

void TablePage::findAgain()
{
    m_finder.stop();
    m_hits.clear();
    if (m_find.isEmpty() || m_model->columns().empty()) {
        Q_EMIT hitsChanged();
        return;
    }
    const bool isPlain = m_model->wish().isPlain();
    m_finder.start([this, snapshot = m_model->snapshot(), rows = m_model->rows(), columns = m_model->columns(),
                       order = isPlain ? std::nullopt : std::optional(m_model->order()), hidden = hiddenColumns(),
                       needle = Needle(m_find, m_matchCase)](Worker::Stop stop) -> Worker::Then {
        auto hits = std::make_shared<std::vector<CellHit>>(
            findInTable(snapshot, rows, columns, order ? &*order : nullptr, hidden, needle, stop));
        return [this, hits] {
            m_hits = std::move(*hits);
            Q_EMIT hitsChanged();
        };
    });
}

CellHit TablePage::currentCell() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid()
        ? CellHit{static_cast<std::uint32_t>(index.row()), static_cast<std::uint32_t>(index.column())}
        : CellHit{};
}

void TablePage::step(bool forwards)
{
    std::optional<std::size_t> at = stepFrom(m_hits, currentCell(), forwards);
    // The first hit may be in the very cell that is current because nobody chose one.
    if (forwards && at && !m_table->selectionModel()->hasSelection() && numberIn(m_hits, currentCell()) == 1)
        at = 0;
    if (!at)
        return;
    const CellHit hit = m_hits[*at];
    const QModelIndex index = m_model->index(static_cast<int>(hit.row), static_cast<int>(hit.column));
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->scrollTo(index);
    Q_EMIT hitsChanged();
}

Hits TablePage::hits() const
{
    const bool isChosen = m_table->selectionModel()->hasSelection();
    return {m_hits.size(), isChosen ? numberIn(m_hits, currentCell()) : 0, m_finder.isRunning() || m_lister.isRunning(),
        !m_model->columns().empty()};
}

void TablePage::takeFocus()
{
    if (m_stack->currentWidget() == m_table)
        m_table->setFocus(Qt::OtherFocusReason);
    else
        m_words->setFocus(Qt::OtherFocusReason);
}

} // namespace marquee::inspector
