// SPDX-License-Identifier: GPL-3.0-or-later
#include "reconcile/ReconcilePage.h"

#include "reconcile/ReconcileDelegate.h"
#include "reconcile/ReconcileDetail.h"
#include "reconcile/ReconcileFilter.h"
#include "reconcile/ReconcileTable.h"
#include "reconcile/Report.h"
#include "reconcile/RequestList.h"
#include "shell/theme/Theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyle>

#include <algorithm>
#include <utility>

namespace marquee::reconcile {

using namespace Qt::StringLiterals;
using theme::scaled;
using State = ReconcileDesk::State;

ReconcilePage::ReconcilePage(ReconcileDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_model(new ReconcileModel(desk, this))
    , m_filter(new ReconcileFilter(this))
{
    setObjectName(u"reconcilePage"_s);
    m_filter->setSourceModel(m_model);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(16), scaled(16), scaled(16), scaled(16));
    layout->setSpacing(scaled(8));
    layout->addWidget(makeHead());
    layout->addWidget(makeFilters());
    m_pages = new QStackedWidget(this);
    m_requests = new RequestList(desk, m_pages);
    m_pages->addWidget(makeTable());
    m_pages->addWidget(m_requests);
    m_pages->addWidget(makeEmpty());
    layout->addWidget(m_pages, 1);
    layout->addWidget(makeFoot());
    connect(m_requests, &RequestList::backWanted, this, [this] {
        showPage(Shown::Table);
        m_table->setFocus();
    });
    connect(m_model, &ReconcileModel::chosenChanged, this, &ReconcilePage::refreshCounts);
    connect(&desk, &ReconcileDesk::stateChanged, this, &ReconcilePage::follow);
    connect(&desk, &ReconcileDesk::standingsReset, this, [this] {
        m_forced.clear();
        refresh();
    });
    connect(&desk, &ReconcileDesk::availChanged, this, &ReconcilePage::showDetail);
    connect(&desk, &ReconcileDesk::requestChanged, this, &ReconcilePage::showDetail);
    connect(&desk, &ReconcileDesk::progressed, this, &ReconcilePage::refreshCounts);
    connect(&desk, &ReconcileDesk::planned, this, &ReconcilePage::takePlan);
    connect(&desk, &ReconcileDesk::applied, this, [this] {
        m_forced.clear();
        showPage(Shown::Table);
    });
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &ReconcilePage::applyTheme);
    applyTheme();
    refresh();
}

void ReconcilePage::applyTheme()
{
    m_title->setFont(theme::titleFont());
    for (const auto &[status, filter] : m_filters) {
        filter->setIcon(statusIcon(status));
        filter->setIconSize(QSize(scaled(16), scaled(16)));
    }
    m_table->fitColumns();
}

void ReconcilePage::setStage(const Stage &stage)
{
    m_stage = stage;
    refresh();
}

bool ReconcilePage::isWholeWorkspace() const
{
    return m_scope->currentIndex() == 1;
}

void ReconcilePage::setWholeWorkspace(bool whole)
{
    m_scope->setCurrentIndex(whole ? 1 : 0);
    refresh();
}

void ReconcilePage::focusFirst()
{
    QWidget *first = m_shown == Shown::Empty ? static_cast<QWidget *>(m_firstFetch) : m_table;
    first->setFocus();
}

void ReconcilePage::showPage(Shown page)
{
    m_shown = page;
    m_pages->setCurrentIndex(static_cast<int>(page));
    m_filterBar->setVisible(page == Shown::Table);
    m_foot->setVisible(page != Shown::Empty);
}

void ReconcilePage::refreshScope()
{
    m_scope->setItemText(0, m_stage.document.isEmpty() ? tr("This avail") : tr("This avail: %1").arg(m_stage.document));
    m_scope->setItemText(
        1, m_stage.folder.isEmpty() ? tr("The whole workspace") : tr("The whole workspace: %1").arg(m_stage.folder));
    if (m_stage.document.isEmpty() != m_stage.folder.isEmpty()) // only one of the two can be
        m_scope->setCurrentIndex(m_stage.document.isEmpty() ? 1 : 0);
    m_scope->setEnabled(!m_stage.document.isEmpty() && !m_stage.folder.isEmpty() && !m_desk.isActive());
    m_environment->setText(m_stage.isProtected ? tr("%1 (protected)").arg(m_stage.environment) : m_stage.environment);
    m_environment->setProperty("badge", m_stage.isProtected ? u"warning"_s : u"hint"_s);
    m_environment->setVisible(!m_stage.environment.isEmpty());
    m_environment->style()->unpolish(m_environment);
    m_environment->style()->polish(m_environment);
}

void ReconcilePage::refreshEmpty()
{
    const bool hasNothing = m_stage.document.isEmpty() && m_stage.folder.isEmpty();
    const QString what = tr("See what the partner has against your documents: which windows are new, changed, gone or "
                            "the same. Nothing is sent before you have chosen.");
    m_emptyWords->setText(m_desk.state() == State::Ready && !hasNothing
            ? tr("There is no avail to compare in “%1”.").arg(isWholeWorkspace() ? m_stage.folder : m_stage.document)
            : hasNothing ? QString(what + u'\n' + tr("Open an avail, or a folder with avails, to begin."))
                         : QString(what + u'\n'
                             + tr("“%1” would be compared with %2.")
                                   .arg(isWholeWorkspace() ? m_stage.folder : m_stage.document, m_stage.environment)));
    m_firstFetch->setText(hasNothing ? tr("Open a folder…") : tr("Fetch"));
    m_firstFetch->setAccessibleName(m_firstFetch->text());
    m_firstFetch->setEnabled(!m_desk.isActive());
}

void ReconcilePage::refresh()
{
    if (!m_send)
        return; // still being built
    refreshScope();
    refreshEmpty();
    const bool isThere = !m_desk.avails().empty();
    if (!isThere)
        showPage(Shown::Empty);
    else if (m_shown == Shown::Empty)
        showPage(Shown::Table);
    m_fetch->setVisible(isThere);
    m_fetch->setText(isThere ? tr("Fetch again") : tr("Fetch"));
    m_fetch->setAccessibleName(m_fetch->text());
    m_fetch->setEnabled(!m_desk.isActive() && !(m_stage.document.isEmpty() && m_stage.folder.isEmpty()));
    m_cancel->setVisible(m_desk.state() == State::Fetching || m_desk.state() == State::Sending);
    m_cancel->setEnabled(!m_desk.isStopping());
    m_progress->setVisible(m_desk.isActive());
    m_problem->setText(m_desk.problem());
    m_problem->setVisible(!m_desk.problem().isEmpty());
    refreshCounts();
    showDetail();
}

QString ReconcilePage::sentWords() const
{
    const Totals totals = totalsOf(m_desk.avails(), m_desk.requests());
    QStringList parts{tr("%n request(s) sent", nullptr, totals.sent)};
    if (totals.accepted > 0)
        parts << tr("%1 accepted").arg(QLocale().toString(totals.accepted));
    if (totals.rejected > 0)
        parts << tr("%1 rejected").arg(QLocale().toString(totals.rejected));
    if (totals.unsure > 0)
        parts << tr("%1 failed or unknown").arg(QLocale().toString(totals.unsure));
    if (totals.heldBack > 0)
        parts << tr("%1 held back").arg(QLocale().toString(totals.heldBack));
    return parts.join(u" · "_s);
}

QString ReconcilePage::headline() const
{
    const QString done = QLocale().toString(m_desk.done());
    const QString total = QLocale().toString(m_desk.total());
    switch (m_desk.state()) {
    case State::None:
        return {};
    case State::Fetching:
        return m_desk.total() == 0 ? tr("Fetching…") : tr("Fetching: %1 of %2").arg(done, total);
    case State::Planning:
        return tr("Listing the requests…");
    case State::Sending:
        return m_desk.isStopping() ? tr("Stopping: %1 of %2 done").arg(done, total)
                                   : tr("Sending: %1 of %2").arg(done, total);
    case State::Ready:
        break;
    }
    if (m_desk.wasSent())
        return sentWords();
    const Totals totals = totalsOf(m_desk.avails());
    QStringList parts{tr("%n avail(s)", nullptr, static_cast<int>(m_desk.avails().size()))};
    if (totals.failed > 0)
        parts << tr("%n couldn't be fetched", nullptr, totals.failed);
    if (totals.leftOut > 0)
        parts << tr("%n left out", nullptr, totals.leftOut);
    if (!totals.differs() && totals.failed == 0 && totals.same > 0)
        parts << tr("the partner matches");
    return m_desk.avails().empty() ? QString() : parts.join(u" · "_s);
}

void ReconcilePage::refreshCounts()
{
    if (!m_send)
        return;
    m_headline->setText(headline());
    m_progress->setRange(0, m_desk.total()); // 0: a moving bar
    m_progress->setValue(m_desk.done());
    for (const auto &[status, filter] : m_filters) {
        int count = m_model->count(status);
        if (status == Status::Unknown) { // avails, because their windows can't be told
            count = static_cast<int>(std::count_if(m_desk.avails().begin(), m_desk.avails().end(),
                [](const AvailStanding &avail) { return !avail.isKnown() || !avail.problem.isEmpty(); }));
        }
        filter->setText(statusTitle(status) + u' ' + QLocale().toString(count));
        filter->setAccessibleName(filter->text());
        filter->setVisible(count > 0 || status != Status::Unknown || filter->isChecked());
    }
    const int chosen = m_model->chosenCount();
    const int gone = m_model->chosenGone();
    const bool canSend = m_desk.state() == State::Ready && chosen > 0;
    m_send->setText(tr("Send %n change(s)…", nullptr, chosen));
    m_send->setAccessibleName(m_send->text());
    m_send->setEnabled(canSend);
    m_dryRun->setEnabled(canSend);
    m_mode->setEnabled(!m_desk.isActive());
    m_validate->setEnabled(!m_desk.isActive());
    m_choose->setEnabled(!m_desk.isActive());
    const bool isFull = m_mode->currentData().toInt() == static_cast<int>(Mode::Full);
    m_modeNote->setText(isFull ? tr("Each put replaces all that the partner has of the avail; gone windows go with it.")
            : gone > 0         ? tr("%n window(s) would be deleted at the partner.", nullptr, gone)
                               : QString());
}

void ReconcilePage::follow()
{
    if (m_desk.state() == State::Ready && m_shown != Shown::Requests)
        expandDiffering();
    refresh();
    // The button that was pressed is gone or was off meanwhile; the keyboard goes on in what it brought.
    if (m_desk.state() == State::Ready && std::exchange(m_isAwaited, false) && isVisible())
        focusFirst();
}

/// What differs is in sight; where there is much, what is the same stays closed.
void ReconcilePage::expandDiffering()
{
    constexpr int Many = 200; // avails: then one opens what one wants to see
    const int avails = m_filter->rowCount();
    for (int row = 0; row < avails && avails <= Many; ++row) {
        const QModelIndex index = m_filter->index(row, 0);
        const AvailStanding *avail = m_model->avail(m_filter->mapToSource(index));
        if (avail && (avail->differs() || avails == 1))
            m_table->expand(index);
    }
    if (!m_table->currentIndex().isValid() && avails > 0)
        m_table->setCurrentIndex(m_filter->index(0, 0));
}

void ReconcilePage::filter()
{
    std::set<Status> wanted;
    for (const auto &[status, button] : m_filters) {
        if (button->isChecked())
            wanted.insert(status);
    }
    m_filter->setWanted(wanted);
    if (!wanted.empty())
        m_table->expandAll();
    showDetail();
}

QModelIndex ReconcilePage::currentSource() const
{
    return m_filter->mapToSource(m_table->currentIndex().siblingAtColumn(ReconcileModel::Name));
}

void ReconcilePage::showDetail()
{
    if (!m_detail)
        return;
    const QModelIndex current = currentSource();
    m_detail->setVisible(current.isValid());
    m_detail->show(*m_model, current);
}

void ReconcilePage::openRow(const QModelIndex &index)
{
    const QModelIndex row = m_filter->mapToSource(index);
    const AvailStanding *avail = m_model->avail(row);
    const WindowStanding *window = m_model->window(row);
    if (!avail || (window && !window->place))
        return;
    payload::Pointer place = window ? *window->place : avail->place;
    // The first field that differs.
    const auto &differences = window ? window->differences : avail->head;
    if (!differences.empty() && differences.front().after && (window || !m_model->isAvail(row)))
        place = *differences.front().after;
    Q_EMIT placeWanted(avail->key, place);
}

void ReconcilePage::showMenu(const QModelIndex &index, const QPoint &at)
{
    const QPersistentModelIndex row = index;
    const AvailStanding *avail = m_model->avail(m_filter->mapToSource(index));
    const WindowStanding *window = m_model->window(m_filter->mapToSource(index));
    auto *menu = new QMenu(m_table);
    menu->setObjectName(u"reconcileMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *open = menu->addAction(tr("&Go to the field"), this, [this, row] { openRow(row); });
    open->setEnabled(avail && (!window || window->place));
    QAction *force = menu->addAction(tr("&Send it all the same…"), this, &ReconcilePage::forceCurrent);
    force->setEnabled(avail && !avail->conflict.isEmpty() && !m_desk.isActive());
    menu->popup(at);
}

void ReconcilePage::dryRun(bool toSend)
{
    PlanOptions options;
    options.mode = static_cast<Mode>(m_mode->currentData().toInt());
    options.severities = m_severities;
    m_wantsSend = toSend;
    m_forced.clear();
    m_desk.plan(m_model->chosen(), options);
}

/// The avail of the current row alone, whatever the partner did meanwhile.
void ReconcilePage::forceCurrent()
{
    const QModelIndex row = currentSource();
    if (!row.isValid() || m_desk.isActive())
        return;
    const int avail = m_model->choiceAt(row).avail;
    std::vector<Choice> choices = m_model->chosen();
    std::erase_if(choices, [avail](const Choice &choice) { return choice.avail != avail; });
    PlanOptions options;
    options.mode = static_cast<Mode>(m_mode->currentData().toInt());
    options.severities = m_severities;
    m_forced = {avail};
    m_wantsSend = true;
    m_desk.plan(std::move(choices), options);
}

void ReconcilePage::takePlan()
{
    showPage(Shown::Requests);
    m_requests->focusList();
    refresh();
    if (!std::exchange(m_wantsSend, false))
        return;
    int going = 0, deletions = 0, replacements = 0;
    for (const PlannedRequest &request : m_desk.requests()) {
        if (!request.held.isEmpty())
            continue;
        ++going;
        deletions += request.operation == partners::Operation::DeletePartial ? 1 : 0;
        replacements += request.operation == partners::Operation::PutFull ? 1 : 0;
    }
    if (going > 0)
        Q_EMIT sendWanted(going, deletions, replacements);
}

void ReconcilePage::send()
{
    SendOptions options;
    options.forced = m_forced;
    options.askPartner = m_validate->isChecked();
    m_desk.send(options);
}

} // namespace marquee::reconcile
