// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/BatchPanel.h"

#include "editor/FlowLayout.h"
#include "exchanges/Outcomes.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedLayout>
#include <QStyledItemDelegate>
#include <QTableView>

#include <cmath>

namespace marquee::batch {

using namespace Qt::StringLiterals;
using exchange::BatchDesk;
using exchange::ReportFormat;
using partners::Outcome;
using theme::scaled;
using State = BatchDesk::State;

namespace {

constexpr int RowHeight = 32;
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

BatchPanel::BatchPanel(BatchDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_model(new BatchModel(desk, this))
{
    auto *page = new QWidget(this);
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(makeBar());
    rows->addWidget(makeProgress());
    rows->addWidget(makeTable(), 1);
    m_pages = new QStackedLayout(this);
    m_pages->addWidget(page);
    m_pages->addWidget(makeEmpty());
    connect(&desk, &BatchDesk::stateChanged, this, &BatchPanel::refresh);
    connect(&desk, &BatchDesk::progressed, this, &BatchPanel::refresh);
    connect(&desk, &BatchDesk::itemsReset, this, [this] {
        for (QPushButton *chip : m_chips)
            chip->setChecked(false);
    });
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &BatchPanel::applyFonts);
    applyFonts();
    refresh();
}

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
    auto *menu = new QMenu(earlier);
    menu->setObjectName(u"batchEarlierMenu"_s);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillEarlier(menu); });
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

void BatchPanel::fillEarlier(QMenu *menu)
{
    menu->clear();
    menu->addAction(tr("Looking into the journal…"))->setEnabled(false);
    m_desk.list([this, at = QPointer(menu)](const std::vector<exchange::RunRecord> &runs) {
        if (!at)
            return;
        at->clear();
        for (const exchange::RunRecord &run : runs) {
            const QString when = QLocale().toString(run.started.toLocalTime(), QLocale::ShortFormat);
            QAction *action = at->addAction(tr("%1: %2 in “%3”").arg(when, run.operation, run.environment));
            connect(action, &QAction::triggered, this,
                [this, name = run.name, where = run.environment] { Q_EMIT resumeWanted(name, where); });
        }
        if (runs.empty())
            at->addAction(tr("There is none"))->setEnabled(false);
    });
}

/// What was set before the style sheet came to a widget, it took back.
void BatchPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    applyFonts();
}

void BatchPanel::applyFonts()
{
    for (const Outcome::Kind kind : kinds) {
        QPushButton *chip = m_chips[static_cast<std::size_t>(kind)];
        chip->setFont(theme::noteFont());
        chip->setIcon(theme::dotIcon(theme::color(exchanges::lookOf(static_cast<int>(kind)).token)));
        chip->setIconSize(QSize(scaled(16), scaled(16)));
    }
    m_headline->setFont(theme::headingFont());
    m_time->setFont(theme::noteFont());
    m_progress->setFixedHeight(scaled(6));
    m_table->verticalHeader()->setDefaultSectionSize(scaled(RowHeight));
    m_table->horizontalHeader()->setFont(theme::noteFont());
    constexpr int widths[] = {72, 168, 176, 136, 72, 80, 88};
    for (int column = 0; column < BatchModel::Message; ++column)
        m_table->setColumnWidth(column, scaled(widths[column]));
}

void BatchPanel::filter()
{
    BatchModel::Filter wanted;
    for (const Outcome::Kind kind : kinds) {
        if (m_chips[static_cast<std::size_t>(kind)]->isChecked())
            wanted |= static_cast<BatchModel::Shown>(1U << static_cast<unsigned>(kind));
    }
    m_model->setFilter(wanted);
    refresh();
}

void BatchPanel::openItem(const QModelIndex &index)
{
    const int item = m_model->itemAt(index.row());
    Q_EMIT openItemWanted(m_desk.file(item), m_desk.item(item).transaction);
}

void BatchPanel::refresh()
{
    m_pages->setCurrentIndex(m_desk.state() == State::None ? 1 : 0);
    m_headline->setText(headline());
    m_time->setText(timeWords());
    m_time->setVisible(!m_time->text().isEmpty());
    m_problem->setText(m_desk.problem());
    m_problem->setVisible(!m_desk.problem().isEmpty());
    const exchange::BatchCounts &counts = m_desk.counts();
    // A dry run gives no outcomes: what was looked at counts.
    const int done = m_desk.options().dryRun ? counts.items - counts.waiting : counts.done();
    m_progress->setRange(0, m_desk.state() == State::Preparing && counts.items == 0 ? 0 : std::max(1, counts.items));
    m_progress->setValue(done);
    const bool isEmpty = m_model->rowCount() == 0 && m_model->filter() != BatchModel::All;
    m_none->setVisible(isEmpty);
    m_table->setVisible(!isEmpty);
    refreshChips();
    refreshButtons();
}

void BatchPanel::refreshChips()
{
    const exchange::BatchCounts &counts = m_desk.counts();
    const QLocale locale;
    const auto label = [&](Outcome::Kind kind, const QString &words) {
        QPushButton *chip = m_chips[static_cast<std::size_t>(kind)];
        chip->setText(words);
        chip->setAccessibleName(words);
        chip->setToolTip(chip->isChecked() ? tr("Click to show the others, too.") : tr("Click to show these alone."));
    };
    label(Outcome::Kind::Accepted, tr("%1 accepted").arg(locale.toString(counts.accepted)));
    label(Outcome::Kind::Rejected, tr("%1 rejected").arg(locale.toString(counts.rejected)));
    label(Outcome::Kind::Failed, tr("%1 failed").arg(locale.toString(counts.failed)));
    label(Outcome::Kind::Unknown, tr("%1 unknown").arg(locale.toString(counts.unknown)));
}

void BatchPanel::refreshButtons()
{
    const bool canGoOn = m_desk.canGoOn();
    m_pause->setText(canGoOn ? tr("Go on") : tr("Pause"));
    m_pause->setAccessibleName(m_pause->text());
    m_pause->setToolTip(canGoOn ? tr("Send what still waits") : tr("Send nothing more until you say go on"));
    m_pause->setEnabled(canGoOn || m_desk.state() == State::Running);
    m_stop->setEnabled(m_desk.isActive() && m_desk.state() != State::Stopping);
    m_retry->setEnabled(m_desk.canRetry());
    m_export->setEnabled(m_desk.size() > 0);
}

QString BatchPanel::headline() const
{
    const exchange::BatchCounts &counts = m_desk.counts();
    const QLocale locale;
    const QString all = locale.toString(counts.items);
    const QString done = locale.toString(m_desk.options().dryRun ? counts.items - counts.waiting : counts.done());
    switch (m_desk.state()) {
    case State::None:
        return {};
    case State::Preparing:
        return tr("Getting ready…");
    case State::Running:
        return m_desk.options().dryRun ? tr("Dry run: %1 of %2 looked at").arg(done, all)
                                       : tr("%1 of %2 done").arg(done, all);
    case State::Paused:
        return tr("Paused: %1 of %2 done").arg(done, all);
    case State::Stopping:
        return tr("Stopping: waiting for %1 on their way").arg(locale.toString(counts.sending));
    case State::Finished:
        break;
    }
    if (m_desk.size() == 0)
        return tr("Nothing was sent");
    if (m_desk.options().dryRun)
        return tr("Dry run: %1 ready to send, %2 not")
            .arg(locale.toString(counts.sending), locale.toString(counts.done()));
    return counts.waiting > 0 ? tr("Stopped: %1 of %2 done").arg(done, all) : tr("All %1 done").arg(all);
}

QString BatchPanel::timeWords() const
{
    if (m_desk.state() != State::Running || m_desk.itemsPerSecond() <= 0)
        return {};
    const QLocale locale;
    const double rate = m_desk.itemsPerSecond();
    const QString speed = rate >= 1.5 ? tr("%1 items a second").arg(locale.toString(std::round(rate), 'f', 0))
                                      : tr("%1 items a minute").arg(locale.toString(std::ceil(rate * 60), 'f', 0));
    const double left = m_desk.secondsLeft();
    if (left < 0)
        return speed;
    const QString rest = left < 10 ? tr("a few seconds left")
        : left < 90                ? tr("about %1 seconds left").arg(locale.toString(std::ceil(left / 10) * 10, 'f', 0))
        : left < 5400              ? tr("about %1 minutes left").arg(locale.toString(std::ceil(left / 60), 'f', 0))
                                   : tr("about %1 hours left").arg(locale.toString(std::ceil(left / 3600), 'f', 0));
    return tr("%1, %2").arg(speed, rest);
}

} // namespace marquee::batch
