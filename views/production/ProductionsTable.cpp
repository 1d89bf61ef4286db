// SPDX-License-Identifier: GPL-3.0-or-later
#include "production/ProductionsTable.h"

#include "form/TableRows.h"
#include "shell/theme/Theme.h"

#include <QApplication>
#include <QClipboard>
#include <QCollator>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>
#include <numeric>

namespace marquee::production {

using namespace Qt::StringLiterals;
using productions::ProductionsModel;
using theme::scaled;

namespace {

/// One cell of text for a spreadsheet.
QString cell(QString text)
{
    return text.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' ');
}

} // namespace

ProductionsOrder::ProductionsOrder(ProductionsModel *model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSourceModel(model);
    setSortRole(ProductionsModel::SortRole);
    setDynamicSortFilter(true);
}

void ProductionsOrder::setWords(const QString &text)
{
    m_words = text.simplified().toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

QVariant ProductionsOrder::data(const QModelIndex &index, int role) const
{
    constexpr qsizetype longest = 600;
    const QVariant value = QSortFilterProxyModel::data(index, role);
    if (role != Qt::ToolTipRole || value.toString().isEmpty())
        return value;
    QString text = value.toString();
    if (text.size() > longest)
        text = text.left(longest) + u'…';
    return QString(u"<qt>"_s + text.toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</qt>"_s);
}

QVariant ProductionsOrder::headerData(int section, Qt::Orientation orientation, int role) const
{
    // A heading stands over its numbers.
    if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal && m_model->rowCount() > 0)
        return m_model->index(0, section).data(role);
    return QSortFilterProxyModel::headerData(section, orientation, role);
}

bool ProductionsOrder::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(sortRole());
    const QVariant b = right.data(sortRole());
    if (a.typeId() == QMetaType::QString && b.typeId() == QMetaType::QString) {
        const int order = QString::localeAwareCompare(a.toString(), b.toString());
        return order != 0 ? order < 0 : left.row() < right.row();
    }
    return QSortFilterProxyModel::lessThan(left, right);
}

bool ProductionsOrder::filterAcceptsRow(int row, const QModelIndex &) const
{
    if (m_words.isEmpty())
        return true;
    QString line;
    for (int column = 0; column < m_model->columnCount(); ++column)
        line += m_model->index(row, column).data().toString() + u'\n';
    line = std::move(line).toCaseFolded();
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) { return line.contains(word); });
}

ProductionsTable::ProductionsTable(ProductionsModel *model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_order(new ProductionsOrder(model, this))
{
    setObjectName(u"productionsTable"_s);
    setAccessibleName(tr("Productions of the answer"));
    setProperty("card", true);
    setModel(m_order);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->moveSection(ProductionsModel::NotesColumn, ProductionsModel::NameColumn + 1); // or it were out of sight
    header->setSectionsClickable(true);
    header->setSectionsMovable(true);
    header->setStretchLastSection(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::sectionClicked, this, &ProductionsTable::turnOrder);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &at) {
        QMenu menu(this);
        fillColumns(menu);
        menu.exec(header->mapToGlobal(at));
    });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ProductionsTable::chosen);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_order, signal, this, &ProductionsTable::countsChanged);
    connect(m_order, &QAbstractItemModel::modelReset, this, &ProductionsTable::countsChanged);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &ProductionsTable::applyTheme);
    applyTheme();
}

void ProductionsTable::applyTheme()
{
    QHeaderView *header = horizontalHeader();
    header->setFont(theme::noteFont());
    header->setMinimumSectionSize(scaled(40));
    verticalHeader()->setDefaultSectionSize(scaled(32));
    const QFontMetrics metrics(theme::bodyFont());
    const auto wide = [&](const QString &sample) { return metrics.horizontalAdvance(sample) + scaled(24); };
    header->resizeSection(ProductionsModel::IdColumn, wide(u"B00934205700"_s));
    header->resizeSection(ProductionsModel::NameColumn, scaled(176));
    header->resizeSection(ProductionsModel::NotesColumn, scaled(144));
    header->resizeSection(ProductionsModel::ReleaseColumn, wide(u"28 Sept 2026"_s));
    header->resizeSection(ProductionsModel::DistributorColumn, scaled(136));
    for (const int column : {ProductionsModel::RatingColumn, ProductionsModel::RuntimeColumn,
             ProductionsModel::ScoreColumn, ProductionsModel::ImagesColumn, ProductionsModel::TrailersColumn}) {
        const QString title = m_model->headerData(column, Qt::Horizontal).toString();
        const int heading = QFontMetrics(theme::noteFont()).horizontalAdvance(title) + scaled(28);
        header->resizeSection(
            column, std::max(heading, wide(column == ProductionsModel::RuntimeColumn ? u"2 h 55 min"_s : u"PG-13"_s)));
    }
}

int ProductionsTable::current() const
{
    return currentIndex().isValid() ? m_order->mapToSource(currentIndex()).row() : -1;
}

int ProductionsTable::shownCount() const
{
    return m_order->rowCount();
}

void ProductionsTable::select(int row)
{
    const QModelIndex index = m_order->mapFromSource(m_model->index(row, 0));
    if (index.isValid())
        form::selectRowAlone(*this, index.row(), 0);
}

void ProductionsTable::selectFirst()
{
    if (m_order->rowCount() > 0)
        form::selectRowAlone(*this, 0, 0);
}

void ProductionsTable::setWords(const QString &text)
{
    m_order->setWords(text);
    if (!currentIndex().isValid())
        selectFirst();
    Q_EMIT countsChanged();
}

void ProductionsTable::turnOrder(int column)
{
    QHeaderView *header = horizontalHeader();
    const bool isSame = m_order->sortColumn() == column;
    if (isSame && m_order->sortOrder() == Qt::DescendingOrder) {
        m_order->sort(-1);
        header->setSortIndicatorShown(false);
    } else {
        const Qt::SortOrder order = isSame ? Qt::DescendingOrder : Qt::AscendingOrder;
        m_order->sort(column, order);
        header->setSortIndicatorShown(true);
        header->setSortIndicator(column, order);
    }
    if (currentIndex().isValid())
        scrollTo(currentIndex());
}

QString ProductionsTable::rowsAsText(std::size_t least) const
{
    std::vector<int> columns; // as they stand on the screen
    for (int visual = 0; visual < m_order->columnCount(); ++visual) {
        if (const int column = horizontalHeader()->logicalIndex(visual); !isColumnHidden(column))
            columns.push_back(column);
    }
    std::vector<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    if (rows.size() < least) {
        rows.resize(static_cast<std::size_t>(m_order->rowCount()));
        std::iota(rows.begin(), rows.end(), 0);
    }

    QStringList line;
    for (const int column : columns)
        line << cell(m_order->headerData(column, Qt::Horizontal).toString());
    QString text = line.join(u'\t') + u'\n';
    for (const int row : rows) {
        line.clear();
        for (const int column : columns)
            line << cell(m_order->index(row, column).data().toString());
        text += line.join(u'\t') + u'\n';
    }
    return text;
}

void ProductionsTable::copy() const
{
    QApplication::clipboard()->setText(rowsAsText(2));
}

void ProductionsTable::fillColumns(QMenu &menu)
{
    for (int column = 0; column < m_model->columnCount(); ++column) {
        QAction *action = menu.addAction(m_model->headerData(column, Qt::Horizontal).toString());
        action->setObjectName(u"column-%1"_s.arg(column));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(column != ProductionsModel::IdColumn); // a table without any column can't be mended
        connect(action, &QAction::toggled, this, [this, column](bool on) { setColumnHidden(column, !on); });
    }
}

void ProductionsTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        QApplication::clipboard()->setText(rowsAsText(1));
    else
        QTableView::keyPressEvent(event);
}

void ProductionsTable::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    menu.addAction(tr("Copy rows"), this, &ProductionsTable::copy);
    fillColumns(*menu.addMenu(tr("Columns")));
    menu.exec(event->globalPos());
}

} // namespace marquee::production
