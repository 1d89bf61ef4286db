// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/BatchPanel.h"

#include "batch/RunWords.h"
#include "exchanges/Outcomes.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedLayout>
#include <QStyle>
#include <QTableView>

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
    constexpr int widths[] = {72, 168, 176, 216, 72, 80, 88};
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
    const exchange::BatchItem &one = m_desk.item(item);
    if (const auto row = m_desk.rowDocument(item))
        Q_EMIT openRowWanted(
            *row, m_model->data(m_model->index(index.row(), BatchModel::Document)).toString(), one.errorPath);
    else
        Q_EMIT openItemWanted(m_desk.file(item), one.transaction, one.errorPath);
}

void BatchPanel::refresh()
{
    m_pages->setCurrentIndex(m_desk.state() == State::None ? 1 : 0);
    m_headline->setText(runHeadline(m_desk));
    refreshVerdict();
    m_time->setText(runTime(m_desk));
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
    m_runs->setEnabled(!m_desk.isActive());
}

/// Green or red, where somebody expected something.
void BatchPanel::refreshVerdict()
{
    const exchange::BatchCounts &counts = m_desk.counts();
    const QString badge = counts.missed > 0 ? u"error"_s : u"good"_s;
    m_verdict->setText(runVerdict(m_desk));
    m_verdict->setVisible(!m_verdict->text().isEmpty());
    if (m_verdict->property("badge").toString() == badge)
        return;
    m_verdict->setProperty("badge", badge);
    m_verdict->style()->unpolish(m_verdict);
    m_verdict->style()->polish(m_verdict);
}

} // namespace marquee::batch
