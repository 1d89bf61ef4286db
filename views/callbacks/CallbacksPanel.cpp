// SPDX-License-Identifier: GPL-3.0-or-later
#include "callbacks/CallbacksPanel.h"

#include "callbacks/CallbackDesk.h"
#include "callbacks/CallbackDetail.h"
#include "callbacks/CallbacksBar.h"
#include "callbacks/CallbacksDelegate.h"
#include "callbacks/CallbacksFilter.h"
#include "shell/theme/Theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

namespace marquee::callbacks {

using namespace Qt::StringLiterals;
using theme::scaled;

namespace {

constexpr int RowHeight = 32;
constexpr int WideEnough = 800; ///< for list and detail beside each other
constexpr int ListPercent = 42; ///< of the room, for the list

QPushButton *makeLink(const char *name, const QString &text, QWidget *parent)
{
    auto *link = new QPushButton(text, parent);
    link->setObjectName(QLatin1StringView(name));
    link->setAccessibleName(text);
    link->setProperty("role", u"link"_s);
    link->setAutoDefault(false);
    return link;
}

} // namespace

CallbacksPanel::CallbacksPanel(CallbackDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_filter(new CallbacksFilter(desk.model(), this))
    , m_bar(new CallbacksBar(this))
{
    setObjectName(u"callbacksPanel"_s);
    m_splitter = new QSplitter(this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeList());
    m_detail = new CallbackDetail(desk, m_splitter);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(1, 1);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_isShared = true; });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    m_pages = new QStackedLayout;
    m_pages->addWidget(m_splitter);
    m_pages->addWidget(makeEmpty());
    layout->addLayout(m_pages, 1);
    connectDesk();
    connect(m_detail, &CallbackDetail::goWanted, this, &CallbacksPanel::go);
    connect(m_detail, &CallbackDetail::openMessageWanted, this, [this] { go({}); });
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &CallbacksPanel::applyFonts);
    applyFonts();
    m_bar->showListening(desk.isListening(), desk.url());
    if (m_filter->rowCount() > 0)
        m_table->selectRow(0);
    showSelected();
}

QWidget *CallbacksPanel::makeList()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeFilter());
    m_table = new QTableView(page);
    m_table->setObjectName(u"callbacksTable"_s);
    m_table->setAccessibleName(tr("Callbacks"));
    m_table->setModel(m_filter);
    m_table->setItemDelegate(new CallbacksDelegate(m_table));
    m_table->setProperty("focusMark", u"row"_s);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    layout->addWidget(m_table, 1);
    m_none = new QWidget(page);
    auto *none = new QVBoxLayout(m_none);
    none->setContentsMargins(16, 8, 16, 8);
    none->setSpacing(4);
    auto *words = new QLabel(tr("No callback is left by the filter."), m_none);
    words->setObjectName(u"callbacksNone"_s);
    words->setProperty("role", u"note"_s);
    QPushButton *again = makeLink("callbacksClear", tr("Show all again"), m_none);
    connect(again, &QPushButton::clicked, this, &CallbacksPanel::clearFilter);
    none->addStretch(1);
    none->addWidget(words, 0, Qt::AlignHCenter);
    none->addWidget(again, 0, Qt::AlignHCenter);
    none->addStretch(1);
    layout->addWidget(m_none, 1);
    m_dropped = new QLabel(page);
    m_dropped->setObjectName(u"callbacksDropped"_s);
    m_dropped->setProperty("role", u"note"_s);
    m_dropped->setWordWrap(true);
    m_dropped->setContentsMargins(16, 4, 16, 4);
    layout->addWidget(m_dropped);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CallbacksPanel::showSelected);
    return page;
}

QWidget *CallbacksPanel::makeFilter()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(16, 0, 8, 4);
    layout->setSpacing(8);
    m_search = new QLineEdit(row);
    m_search->setObjectName(u"callbacksFilter"_s);
    m_search->setPlaceholderText(tr("Filter callbacks"));
    m_search->setAccessibleName(tr("Filter callbacks"));
    m_search->setClearButtonEnabled(true);
    m_which = new QComboBox(row);
    m_which->setObjectName(u"callbacksWhich"_s);
    m_which->setAccessibleName(tr("Which callbacks"));
    m_which->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_which->addItem(tr("All"), static_cast<int>(CallbacksFilter::All));
    m_which->addItem(tr("With errors"), static_cast<int>(CallbacksFilter::WithErrors));
    m_which->addItem(tr("With warnings"), static_cast<int>(CallbacksFilter::WithWarnings));
    m_which->addItem(tr("Without a message"), static_cast<int>(CallbacksFilter::WithoutMessage));
    layout->addWidget(m_search, 1);
    layout->addWidget(m_which);
    connect(m_search, &QLineEdit::textChanged, this, &CallbacksPanel::applyFilter);
    connect(m_which, &QComboBox::currentIndexChanged, this, &CallbacksPanel::applyFilter);
    return row;
}

QWidget *CallbacksPanel::makeEmpty()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(4);
    m_empty = new QLabel(page);
    m_empty->setObjectName(u"callbacksEmpty"_s);
    m_empty->setProperty("role", u"note"_s);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    layout->addStretch(1);
    layout->addWidget(m_empty);
    layout->addStretch(1);
    return page;
}

void CallbacksPanel::connectDesk()
{
    connect(m_bar, &CallbacksBar::listenWanted, this, [this](bool on) { on ? startListening() : stopListening(); });
    connect(m_bar, &CallbacksBar::copyWanted, this, &CallbacksPanel::copyUrl);
    connect(m_bar, &CallbacksBar::pasteWanted, this, &CallbacksPanel::pasteCallback);
    connect(m_bar, &CallbacksBar::openWanted, this, &CallbacksPanel::openFileWanted);
    connect(m_bar, &CallbacksBar::replayWanted, this, &CallbacksPanel::replay);
    connect(&m_desk, &CallbackDesk::listeningChanged, this, [this] {
        m_bar->showListening(m_desk.isListening(), m_desk.url());
        updatePages();
    });
    connect(&m_desk, &CallbackDesk::failed, this, &CallbacksPanel::problem);
    connect(&m_desk, &CallbackDesk::taken, this, [this](const QString &id, bool isRepeat) {
        select(id);
        if (isRepeat)
            Q_EMIT said(tr("This callback came before, and says the same."));
    });
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &CallbacksPanel::updatePages);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &CallbacksPanel::showSelected);
    connect(m_filter, &QAbstractItemModel::modelReset, this, [this] {
        if (m_filter->rowCount() > 0)
            m_table->selectRow(0);
        showSelected();
        fitColumns();
    });
    connect(m_filter, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) {
        const int row = m_table->currentIndex().row();
        if (!from.parent().isValid() && row >= from.row() && row <= to.row())
            showSelected();
    });
}

void CallbacksPanel::select(const QString &id)
{
    const QModelIndex index = m_filter->indexOf(id);
    if (!index.isValid())
        return;
    // Whatever keys are held: with Ctrl a view would add it to what is selected.
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->scrollTo(index);
    showSelected();
}

QString CallbacksPanel::selected() const
{
    return m_table->currentIndex().data(CallbacksModel::IdRole).toString();
}

void CallbacksPanel::startListening()
{
    if (const auto started = m_desk.startListening(); !started)
        Q_EMIT problem(started.error());
    else
        Q_EMIT said(tr("Callbacks are received at %1.").arg(m_desk.url().toString()));
}

void CallbacksPanel::stopListening()
{
    m_desk.stopListening();
    Q_EMIT said(tr("Callbacks aren't received any more."));
}

void CallbacksPanel::copyUrl()
{
    QGuiApplication::clipboard()->setText(m_desk.url().toString());
    Q_EMIT said(tr("The address is on the clipboard."));
}

void CallbacksPanel::pasteCallback()
{
    if (const auto taken = m_desk.takeText(QGuiApplication::clipboard()->text().toUtf8()); !taken)
        Q_EMIT problem(taken.error());
}

void CallbacksPanel::replay()
{
    if (const auto replayed = m_desk.replay(selected()); !replayed)
        Q_EMIT problem(replayed.error());
}

void CallbacksPanel::applyFilter()
{
    m_filter->setFilter(
        static_cast<CallbacksFilter::Which>(m_which->currentData().toInt()), m_search->text().trimmed());
    if (!m_table->currentIndex().isValid() && m_filter->rowCount() > 0)
        m_table->selectRow(0);
    showSelected();
}

void CallbacksPanel::clearFilter()
{
    m_search->clear();
    m_which->setCurrentIndex(0);
}

void CallbacksPanel::showSelected()
{
    m_detail->showCallback(selected());
    updatePages();
}

void CallbacksPanel::go(const payload::Pointer &place)
{
    const QModelIndex index = m_table->currentIndex();
    Q_EMIT goWanted(
        index.data(CallbacksModel::DocumentRole).toString(), index.data(CallbacksModel::RowRole).toLongLong(), place);
}

void CallbacksPanel::updatePages()
{
    const bool hasRows = m_filter->rowCount() > 0;
    m_pages->setCurrentIndex(hasRows || m_filter->isFiltering() ? 0 : 1);
    m_table->setVisible(hasRows);
    m_none->setVisible(!hasRows);
    m_detail->setVisible(!m_detail->id().isEmpty());
    m_bar->setMayReplay(!m_detail->id().isEmpty());
    m_empty->setText(m_desk.isListening() ? tr("Nothing came yet. Copy the address into a message's CallbackUrl and "
                                               "send it: what the partner posts back shows here.")
                                          : tr("Nothing here yet. Start receiving and give a message the address as "
                                               "its CallbackUrl, or paste what a partner posted."));
    const CallbackStore::Dropped dropped = m_desk.dropped();
    m_dropped->setVisible(dropped.count > 0);
    m_dropped->setText(tr("%1 older ones, up to %2, made room.")
                           .arg(QLocale().toString(dropped.count),
                               QLocale().toString(dropped.upTo.toLocalTime().date(), QLocale::ShortFormat)));
}

/// What was set before the style sheet came to a widget, it took back.
void CallbacksPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    applyFonts();
}

void CallbacksPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const auto wanted = width() >= scaled(WideEnough) ? Qt::Horizontal : Qt::Vertical;
    if (m_splitter->orientation() != wanted)
        m_splitter->setOrientation(wanted);
    shareRoom();
}

/// Until the user draws the line elsewhere.
void CallbacksPanel::shareRoom()
{
    if (m_isShared)
        return;
    const int room = m_splitter->orientation() == Qt::Horizontal ? width() : height();
    m_splitter->setSizes({room * ListPercent / 100, room - room * ListPercent / 100});
}

void CallbacksPanel::fitColumns()
{
    constexpr int widths[] = {128, 120, 0, 80}; // by column; what it says takes the rest
    QHeaderView *header = m_table->horizontalHeader();
    for (int column = 0; column < CallbacksModel::ColumnCount; ++column) {
        const bool takesRest = column == CallbacksModel::Says;
        header->setSectionResizeMode(column, takesRest ? QHeaderView::Stretch : QHeaderView::Interactive);
        if (!takesRest)
            m_table->setColumnWidth(column, scaled(widths[column]));
    }
}

void CallbacksPanel::applyFonts()
{
    m_table->verticalHeader()->setDefaultSectionSize(scaled(RowHeight));
    m_table->horizontalHeader()->setFont(theme::noteFont());
    m_dropped->setFont(theme::noteFont());
    fitColumns();
}

} // namespace marquee::callbacks
