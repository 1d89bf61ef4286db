// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchanges/ExchangesPanel.h"

#include "exchange/JournalList.h"
#include "exchanges/ExchangeActions.h"
#include "exchanges/ExchangeDelegate.h"
#include "exchanges/ExchangeDetail.h"
#include "exchanges/ExchangeFilter.h"
#include "exchanges/ExchangeFilterBar.h"
#include "shell/theme/ElidedLabel.h"
#include "shell/theme/Theme.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
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
constexpr int TypingMs = 250; ///< after which the journal is searched

} // namespace

ExchangesPanel::ExchangesPanel(ExchangeList &list, QWidget *parent)
    : QWidget(parent)
    , m_list(list)
    , m_actions(new ExchangeActions(this))
    , m_filter(new ExchangeFilter(list, this))
    , m_bar(new ExchangeFilterBar(this))
{
    m_detail = new ExchangeDetail(*m_actions, this);
    m_splitter = new QSplitter(this);
    m_splitter->setObjectName(u"exchangesSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(makeList());
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_shared = true; });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    m_pages = new QStackedLayout;
    m_pages->addWidget(m_splitter);
    m_pages->addWidget(makeEmpty());
    layout->addLayout(m_pages, 1);
    m_fit.setSingleShot(true);
    m_fit.setInterval(0);
    connect(&m_fit, &QTimer::timeout, this, &ExchangesPanel::fitColumns);
    m_typing.setSingleShot(true);
    m_typing.setInterval(TypingMs);

    connectBar();
    connectList();
    connectActions();
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &ExchangesPanel::applyFonts);
    applyFonts();
    for (int row = 0; row < m_list.rowCount(); ++row)
        m_bar->setEnvironments({m_list.at(row)->environment});
    if (m_list.rowCount() > 0)
        select(m_list.at(0)->number);
    showSelected();
}

ExchangesPanel::~ExchangesPanel() = default;

QWidget *ExchangesPanel::makeList()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_table = new QTableView(page);
    m_table->setObjectName(u"exchangesTable"_s);
    m_table->setAccessibleName(tr("Exchanges"));
    m_table->setModel(m_filter);
    m_table->setItemDelegate(new ExchangeDelegate(m_table));
    m_table->setProperty("focusMark", u"row"_s);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setResizeContentsPrecision(0); // by the rows in sight: there may be hundreds
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    layout->addWidget(m_table, 1);
    m_none = new QWidget(page);
    auto *none = new QVBoxLayout(m_none);
    none->setContentsMargins(16, 8, 16, 8);
    none->setSpacing(4);
    auto *words = new QLabel(tr("No exchange is left by the filter."), m_none);
    words->setObjectName(u"exchangesNone"_s);
    words->setProperty("role", u"note"_s);
    auto *again = new QPushButton(tr("Show all again"), m_none);
    again->setObjectName(u"exchangesClear"_s);
    again->setAccessibleName(again->text());
    again->setProperty("role", u"link"_s);
    again->setAutoDefault(false);
    connect(again, &QPushButton::clicked, m_bar, &ExchangeFilterBar::clear);
    none->addStretch(1);
    none->addWidget(words, 0, Qt::AlignHCenter);
    none->addWidget(again, 0, Qt::AlignHCenter);
    none->addStretch(1);
    layout->addWidget(m_none, 1);
    auto *foot = new QWidget(page);
    auto *line = new QHBoxLayout(foot);
    line->setContentsMargins(16, 4, 16, 4);
    m_dropped = new theme::ElidedLabel(foot);
    m_dropped->setObjectName(u"exchangesDropped"_s);
    m_dropped->setElide(Qt::ElideRight);
    m_dropped->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    line->addWidget(m_dropped);
    foot->hide();
    layout->addWidget(foot);
    return page;
}

QWidget *ExchangesPanel::makeEmpty()
{
    m_empty = new QLabel(this);
    m_empty->setObjectName(u"exchangesEmpty"_s);
    m_empty->setProperty("role", u"note"_s);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(16, 8, 16, 8);
    return m_empty;
}

void ExchangesPanel::connectBar()
{
    connect(m_bar, &ExchangeFilterBar::sourceChosen, this, &ExchangesPanel::showSource);
    connect(m_bar, &ExchangeFilterBar::compareWanted, this, &ExchangesPanel::compareSelected);
    connect(m_bar, &ExchangeFilterBar::exportSelectedWanted, this, &ExchangesPanel::exportSelected);
    connect(m_bar, &ExchangeFilterBar::exportAllWanted, this, &ExchangesPanel::exportAll);
    connect(m_bar, &ExchangeFilterBar::filterChanged, this, [this] {
        if (m_filter->isSession())
            applyFilter();
        else
            m_typing.start();
    });
    connect(&m_typing, &QTimer::timeout, this, &ExchangesPanel::applyFilter);
}

void ExchangesPanel::connectList()
{
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ExchangesPanel::showSelected);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ExchangesPanel::updateActions);
    connect(m_table, &QWidget::customContextMenuRequested, this, &ExchangesPanel::showMenu);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &ExchangesPanel::updatePages);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &ExchangesPanel::updatePages);
    connect(m_filter, &QAbstractItemModel::modelReset, this, [this] {
        if (!m_filter->isSession() && m_filter->rowCount() > 0)
            selectAlone(m_filter->index(0, ExchangeList::Operation));
        showSelected();
        m_fit.start();
    });
    connect(&m_list, &QAbstractItemModel::dataChanged, this, &ExchangesPanel::refresh);
    connect(&m_list, &QAbstractItemModel::rowsInserted, this, [this] {
        m_bar->setEnvironments({m_list.at(0)->environment});
        if (m_filter->isSession()) {
            const QModelIndex at = m_filter->mapFromSource(m_list.index(0, ExchangeList::Operation));
            if (at.isValid())
                selectAlone(at);
        } else {
            showSelected(); // it may have joined the session
        }
        updatePages();
        m_fit.start();
        refreshJournal();
    });
    connect(&m_list, &QAbstractItemModel::rowsRemoved, this, &ExchangesPanel::showSelected);
    // Before it is gone: the detail looks straight at the exchange.
    connect(&m_list, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this](const QModelIndex &, int first, int last) {
        const Exchange *shown = m_detail->exchange();
        const int row = shown && shown->number != 0 ? m_list.indexOf(shown->number).row() : -1;
        if (row >= first && row <= last)
            m_detail->setExchange(nullptr);
    });
}

void ExchangesPanel::setJournal(exchange::JournalList &journal)
{
    m_journal = &journal;
    m_bar->offerJournal();
    connect(m_journal, &exchange::JournalList::stateChanged, this, [this] {
        m_bar->setEnvironments(m_journal->environments());
        updatePages();
    });
    connect(m_journal, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) {
        const int row = m_stored ? m_journal->indexOf(m_stored->journal).row() : -1;
        if (!m_filter->isSession() && row >= from.row() && row <= to.row())
            showSelected();
    });
    updatePages();
}

/// What was set before the style sheet came to a widget, it took back.
void ExchangesPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    applyFonts();
    m_fit.start();
    if (m_journal && !m_filter->isSession()) {
        m_journal->setLive(true);
        m_journal->refresh();
    }
}

void ExchangesPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (m_journal)
        m_journal->setLive(false);
}

void ExchangesPanel::applyFonts()
{
    m_table->verticalHeader()->setDefaultSectionSize(scaled(RowHeight));
    m_table->horizontalHeader()->setFont(theme::noteFont());
    fitColumns();
}

void ExchangesPanel::fitColumns()
{
    QHeaderView *header = m_table->horizontalHeader();
    // How it ended is what one looks for.
    if (header->visualIndex(ExchangeList::Outcome) != ExchangeList::Operation)
        header->moveSection(header->visualIndex(ExchangeList::Outcome), ExchangeList::Operation);
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

void ExchangesPanel::updatePages()
{
    const bool hasRows = m_filter->rowCount() > 0;
    const bool isLooking = !m_filter->isSession() && m_journal->isReading();
    const bool isFiltered = m_bar->isFiltering()
        && (m_filter->isSession() ? m_list.rowCount() > 0
                                  : m_journal->problem().isEmpty() && !m_journal->isEmptyJournal());
    m_pages->setCurrentIndex(hasRows || (isFiltered && !isLooking) ? 0 : 1);
    m_empty->setText(emptyWords());
    m_bar->setLooking(isLooking);
    m_dropped->setText(droppedWords());
    m_dropped->parentWidget()->setVisible(!m_dropped->text().isEmpty());
    m_none->setVisible(!hasRows);
    m_table->setVisible(hasRows);
    const bool detailed = m_detail->exchange() != nullptr;
    if (detailed && m_detail->isHidden()) {
        m_detail->show();
        shareRoom();
    }
    m_detail->setVisible(detailed);
    updateActions();
}

} // namespace marquee::exchanges
