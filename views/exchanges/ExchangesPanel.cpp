// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchanges/ExchangesPanel.h"

#include "exchanges/ExchangeDelegate.h"
#include "exchanges/ExchangeDetail.h"
#include "shell/theme/Theme.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableView>

#include <algorithm>

namespace marquee::exchanges {

using namespace Qt::StringLiterals;
using exchange::ExchangeList;
using theme::scaled;

namespace {

constexpr int RowHeight = 32;
constexpr int ListPercent = 42; ///< of the room, for the list
constexpr int WideEnough = 760; ///< for list and detail side by side

} // namespace

ExchangesPanel::ExchangesPanel(ExchangeList &list, QWidget *parent)
    : QWidget(parent)
    , m_list(list)
    , m_filter(new QSortFilterProxyModel(this))
{
    m_filter->setSourceModel(&m_list);
    m_filter->setFilterKeyColumn(-1);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_detail = new ExchangeDetail(this);
    m_splitter = new QSplitter(this);
    m_splitter->setObjectName(u"exchangesSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(makeList());
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_shared = true; });
    m_pages = new QStackedLayout(this);
    m_pages->addWidget(m_splitter);
    m_pages->addWidget(makeEmpty());

    connectDetail();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ExchangesPanel::showSelected);
    connect(&m_list, &QAbstractItemModel::dataChanged, this, &ExchangesPanel::refresh);
    connect(&m_list, &QAbstractItemModel::rowsInserted, this, [this] {
        updatePages();
        fitColumns();
        select(m_list.index(0, 0).data(ExchangeList::NumberRole).toInt());
    });
    // Before it is gone: the detail looks straight at the exchange.
    connect(&m_list, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this](const QModelIndex &, int first, int last) {
        const int row = m_list.indexOf(m_detail->number()).row();
        if (row >= first && row <= last)
            m_detail->setExchange(nullptr);
    });
    connect(&m_list, &QAbstractItemModel::rowsRemoved, this, &ExchangesPanel::updatePages);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &ExchangesPanel::applyFonts);
    applyFonts();
    if (m_list.rowCount() > 0)
        select(m_list.index(0, 0).data(ExchangeList::NumberRole).toInt());
    updatePages();
}

QWidget *ExchangesPanel::makeList()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_search = new QLineEdit(page);
    m_search->setObjectName(u"exchangesFilter"_s);
    m_search->setPlaceholderText(tr("Filter exchanges"));
    m_search->setAccessibleName(tr("Filter exchanges"));
    m_search->setClearButtonEnabled(true);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(16, 4, 16, 4);
    bar->addWidget(m_search);
    layout->addLayout(bar);
    m_table = new QTableView(page);
    m_table->setObjectName(u"exchangesTable"_s);
    m_table->setAccessibleName(tr("Exchanges"));
    m_table->setModel(m_filter);
    m_table->setItemDelegate(new ExchangeDelegate(m_table));
    m_table->setProperty("focusMark", u"row"_s);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setResizeContentsPrecision(0); // by the rows in sight: there may be hundreds
    // How it ended is what one looks for.
    m_table->horizontalHeader()->moveSection(ExchangeList::Outcome, ExchangeList::Operation);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    layout->addWidget(m_table, 1);
    m_none = new QLabel(tr("No exchange is left by the filter."), page);
    m_none->setObjectName(u"exchangesNone"_s);
    m_none->setProperty("role", u"note"_s);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setContentsMargins(16, 8, 16, 8);
    layout->addWidget(m_none);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setFilterFixedString(text.trimmed());
        updatePages();
    });
    return page;
}

QWidget *ExchangesPanel::makeEmpty()
{
    auto *words = new QLabel(
        tr("Nothing sent yet. Send puts the document at the partner; Get fetches what the partner has."), this);
    words->setObjectName(u"exchangesEmpty"_s);
    words->setProperty("role", u"note"_s);
    words->setAlignment(Qt::AlignCenter);
    words->setWordWrap(true);
    words->setContentsMargins(16, 8, 16, 8);
    return words;
}

void ExchangesPanel::connectDetail()
{
    connect(m_detail, &ExchangeDetail::partnerErrorActivated, this, &ExchangesPanel::partnerErrorActivated);
    connect(m_detail, &ExchangeDetail::openReplyWanted, this, &ExchangesPanel::openReplyWanted);
    connect(m_detail, &ExchangeDetail::saveReplyWanted, this, &ExchangesPanel::saveReplyWanted);
    connect(m_detail, &ExchangeDetail::cancelWanted, this, &ExchangesPanel::cancelWanted);
    connect(m_detail, &ExchangeDetail::copyCurlWanted, this, &ExchangesPanel::copyCurl);
}

/// What was set before the style sheet came to a widget, it took back.
void ExchangesPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    applyFonts();
}

void ExchangesPanel::applyFonts()
{
    m_table->verticalHeader()->setDefaultSectionSize(scaled(RowHeight));
    m_table->horizontalHeader()->setFont(theme::noteFont());
    fitColumns();
}

void ExchangesPanel::fitColumns()
{
    m_table->resizeColumnsToContents();
    // Names may be as long as they like; the others have to be seen, too.
    m_table->setColumnWidth(
        ExchangeList::Document, std::min(m_table->columnWidth(ExchangeList::Document), scaled(160)));
    m_table->setColumnWidth(
        ExchangeList::Environment, std::min(m_table->columnWidth(ExchangeList::Environment), scaled(120)));
}

void ExchangesPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const auto wanted = width() >= scaled(WideEnough) ? Qt::Horizontal : Qt::Vertical;
    if (m_splitter->orientation() != wanted)
        m_splitter->setOrientation(wanted);
    shareRoom();
}

/// Until the user draws the line elsewhere.
void ExchangesPanel::shareRoom()
{
    if (m_shared)
        return;
    const int room = m_splitter->orientation() == Qt::Horizontal ? width() : height();
    m_splitter->setSizes({room * ListPercent / 100, room - room * ListPercent / 100});
}

void ExchangesPanel::select(int number)
{
    const QModelIndex at = m_filter->mapFromSource(m_list.indexOf(number));
    if (at.isValid())
        m_table->setCurrentIndex(at.siblingAtColumn(ExchangeList::Operation));
}

int ExchangesPanel::selected() const
{
    return m_table->currentIndex().data(ExchangeList::NumberRole).toInt();
}

void ExchangesPanel::showSelected()
{
    m_detail->setExchange(m_list.find(selected()));
    updatePages();
}

void ExchangesPanel::refresh(const QModelIndex &from, const QModelIndex &to)
{
    const int row = m_list.indexOf(m_detail->number()).row();
    if (row >= from.row() && row <= to.row())
        m_detail->setExchange(m_list.find(m_detail->number()));
    fitColumns();
}

void ExchangesPanel::copyCurl(int number)
{
    const exchange::Exchange *exchange = m_list.find(number);
    if (!exchange)
        return;
    QGuiApplication::clipboard()->setText(QString::fromUtf8(partners::toCurl(exchange->request)));
    Q_EMIT said(tr("Copied as a curl command."));
}

void ExchangesPanel::updatePages()
{
    m_pages->setCurrentIndex(m_list.rowCount() > 0 ? 0 : 1);
    m_none->setVisible(m_filter->rowCount() == 0);
    m_table->setVisible(m_filter->rowCount() > 0);
    const bool detailed = m_detail->number() != 0;
    if (detailed && m_detail->isHidden()) {
        m_detail->show();
        shareRoom();
    }
    m_detail->setVisible(detailed);
}

} // namespace marquee::exchanges
