// SPDX-License-Identifier: GPL-3.0-or-later
// How the panel is put together; what it does is in BatchPanel.cpp.
#include "batch/BatchPanel.h"

#include "batch/EarlierMenu.h"
#include "editor/FlowLayout.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>

namespace marquee::batch {

using namespace Qt::StringLiterals;
using exchange::BatchDesk;
using exchange::ReportFormat;
using partners::Outcome;
using State = BatchDesk::State;

namespace {

constexpr Outcome::Kind kinds[]
    = {Outcome::Kind::Accepted, Outcome::Kind::Rejected, Outcome::Kind::Failed, Outcome::Kind::Unknown};

/// The row is marked, not the cell.
class RowDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->state &= ~QStyle::State_HasFocus;
    }
};

} // namespace

QPushButton *BatchPanel::addButton(QWidget *bar, const char *name, const QString &text, const QString &tip)
{
    auto *button = new QPushButton(text, bar);
    button->setObjectName(QLatin1StringView(name));
    button->setAccessibleName(text);
    button->setToolTip(tip);
    bar->layout()->addWidget(button);
    return button;
}

QWidget *BatchPanel::makeBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(16, 4, 16, 4);
    layout->setSpacing(8);
    auto *chips = new QWidget(bar); // in two lines where the room ends
    auto *counts = new editor::FlowLayout(chips);
    counts->setContentsMargins(0, 0, 0, 0);
    counts->setSpacing(8);
    layout->addWidget(chips, 1);
    constexpr const char *names[] = {"batchAccepted", "batchRejected", "batchFailed", "batchUnknown"};
    for (const Outcome::Kind kind : kinds) {
        const auto place = static_cast<std::size_t>(kind);
        auto *chip = new QPushButton(bar);
        chip->setObjectName(QLatin1StringView(names[place]));
        chip->setProperty("role", u"filter"_s);
        chip->setCheckable(true);
        connect(chip, &QPushButton::toggled, this, &BatchPanel::filter);
        m_chips[place] = chip;
        counts->addWidget(chip);
    }
    m_pause = addButton(bar, "batchPause", tr("Pause"), tr("Send nothing more until you say go on"));
    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (m_desk.state() == State::Running)
            m_desk.pause();
        else
            m_desk.goOn();
    });
    m_stop = addButton(bar, "batchStop", tr("Stop"), tr("Send nothing more; what is on its way is waited for"));
    connect(m_stop, &QPushButton::clicked, &m_desk, &BatchDesk::stop);
    m_retry = addButton(bar, "batchRetry", tr("Retry failed"),
        tr("Send what failed again; what is unknown is asked back where it must not be sent twice"));
    connect(m_retry, &QPushButton::clicked, &m_desk, &BatchDesk::retryFailed);
    m_export = addButton(bar, "batchExport", tr("Export…"), tr("Write what the run came to into a file"));
    auto *menu = new QMenu(m_export);
    menu->setObjectName(u"batchExports"_s);
    fillExports(menu);
    m_export->setMenu(menu);
    m_export->setText(m_export->text() + u" ▾"_s);
    m_runs = addButton(bar, "batchRuns", tr("Runs"), tr("Begin another run, or go on with an earlier one"));
    auto *runs = new EarlierMenu(m_desk, m_runs);
    runs->setObjectName(u"batchRunsMenu"_s);
    runs->addNewRun();
    connect(runs, &EarlierMenu::newWanted, this, &BatchPanel::newBatchWanted);
    connect(runs, &EarlierMenu::resumeWanted, this, &BatchPanel::resumeWanted);
    m_runs->setMenu(runs);
    m_runs->setText(m_runs->text() + u" ▾"_s);
    return bar;
}

void BatchPanel::fillExports(QMenu *menu)
{
    const auto add = [&](const char *name, const QString &text, ReportFormat format) {
        QAction *action = menu->addAction(text, this, [this, format] { Q_EMIT exportWanted(format); });
        action->setObjectName(QLatin1StringView(name));
    };
    add("batchCsv", tr("&CSV, for a spreadsheet…"), ReportFormat::Csv);
    add("batchJson", tr("&JSON…"), ReportFormat::Json);
    add("batchJunit", tr("JUnit &XML, for a test report…"), ReportFormat::Junit);
}

QWidget *BatchPanel::makeProgress()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(16, 0, 16, 8);
    layout->setSpacing(4);
    auto *line = new QHBoxLayout;
    line->setSpacing(16);
    m_headline = new QLabel(box);
    m_headline->setObjectName(u"batchHeadline"_s);
    m_headline->setTextFormat(Qt::PlainText);
    line->addWidget(m_headline);
    m_progress = new QProgressBar(box);
    m_progress->setObjectName(u"batchProgress"_s);
    m_progress->setAccessibleName(tr("Progress of the batch run"));
    m_progress->setTextVisible(false);
    m_verdict = new QLabel(box);
    m_verdict->setObjectName(u"batchVerdict"_s);
    line->addWidget(m_verdict);
    line->addWidget(m_progress, 1);
    m_time = new QLabel(box);
    m_time->setObjectName(u"batchTime"_s);
    m_time->setProperty("role", u"note"_s);
    line->addWidget(m_time);
    layout->addLayout(line);
    m_problem = new QLabel(box);
    m_problem->setObjectName(u"batchProblem"_s);
    m_problem->setProperty("role", u"error"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    layout->addWidget(m_problem);
    return box;
}

QWidget *BatchPanel::makeTable()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    m_table = new QTableView(page);
    m_table->setObjectName(u"batchTable"_s);
    m_table->setAccessibleName(tr("Items of the batch run"));
    m_table->setAccessibleDescription(tr("Enter opens the item's document."));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new RowDelegate(m_table));
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
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(m_table, &QTableView::activated, this, &BatchPanel::openItem);
    layout->addWidget(m_table, 1);
    m_none = new QLabel(tr("No item ended like that."), page);
    m_none->setObjectName(u"batchNone"_s);
    m_none->setProperty("role", u"note"_s);
    m_none->setAlignment(Qt::AlignCenter);
    layout->addWidget(m_none, 1);
    return page;
}

QWidget *BatchPanel::makeEmpty()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    auto *words
        = new QLabel(tr("No batch run yet. A run sends many documents, and shows here how each of them ended."), page);
    words->setObjectName(u"batchEmpty"_s);
    words->setProperty("role", u"note"_s);
    words->setAlignment(Qt::AlignCenter);
    words->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    auto *begin = new QPushButton(tr("Begin a batch run…"), page);
    begin->setObjectName(u"batchBegin"_s);
    connect(begin, &QPushButton::clicked, this, &BatchPanel::newBatchWanted);
    auto *earlier = new QPushButton(tr("Go on with an earlier one") + u" ▾"_s, page);
    earlier->setAccessibleName(tr("Go on with an earlier one"));
    earlier->setObjectName(u"batchEarlier"_s);
    auto *menu = new EarlierMenu(m_desk, earlier);
    menu->setObjectName(u"batchEarlierMenu"_s);
    connect(menu, &EarlierMenu::resumeWanted, this, &BatchPanel::resumeWanted);
    earlier->setMenu(menu);
    buttons->addStretch(1);
    buttons->addWidget(begin);
    buttons->addWidget(earlier);
    buttons->addStretch(1);
    layout->addStretch(1);
    layout->addWidget(words);
    layout->addLayout(buttons);
    layout->addStretch(1);
    return page;
}

} // namespace marquee::batch
