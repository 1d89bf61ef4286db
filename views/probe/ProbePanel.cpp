// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/ProbePanel.h"

#include "probe/ProbeModel.h"
#include "shell/theme/Theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedLayout>
#include <QTableView>

namespace marquee::probe {

using namespace Qt::StringLiterals;
using exchange::ProbeDesk;
using exchange::ProbeFormat;
using theme::scaled;
using State = ProbeDesk::State;

namespace {

constexpr int RowHeight = 32;

} // namespace

ProbePanel::ProbePanel(ProbeDesk &desk, std::shared_ptr<const rules::RuleSet> rules, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_model(new ProbeModel(desk, std::move(rules), this))
{
    auto *page = new QWidget(this);
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(makeBar());
    rows->addWidget(makeTable(), 1);
    m_pages = new QStackedLayout(this);
    m_pages->addWidget(page);
    m_pages->addWidget(makeEmpty());
    connect(&desk, &ProbeDesk::stateChanged, this, &ProbePanel::refresh);
    connect(&desk, &ProbeDesk::resultsReset, this, &ProbePanel::refresh);
    connect(&desk, &ProbeDesk::resultJudged, this, &ProbePanel::refresh);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &ProbePanel::applyFonts);
    applyFonts();
    refresh();
}

void ProbePanel::setStage(const QString &document, const QString &environment)
{
    m_document = document;
    m_environment = environment;
    refresh();
}

void ProbePanel::exportAs(ProbeFormat format)
{
    Q_EMIT exportWanted(m_desk.report(format), format == ProbeFormat::Csv ? u"csv"_s : u"json"_s);
}

void ProbePanel::openVariant(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const exchange::ProbeVariant &variant = m_model->result(index.row()).variant;
    Q_EMIT openVariantWanted(variant.text, tr("%1 breaks %2").arg(m_desk.documentName(), variant.rule));
}

void ProbePanel::showMenu(const QPoint &at)
{
    const QPersistentModelIndex index = m_table->indexAt(at);
    if (!index.isValid())
        return;
    auto *menu = new QMenu(m_table);
    menu->setObjectName(u"probeMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Explain the rule"), this, [this, index] {
        if (index.isValid())
            Q_EMIT explainWanted(m_model->result(index.row()).variant.rule);
    });
    menu->addAction(tr("&Open the variant as a document"), this, [this, index] { openVariant(index); });
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

QString ProbePanel::progressWords() const
{
    const QLocale locale;
    const QString judged = locale.toString(m_desk.judged());
    const QString all = locale.toString(static_cast<qint64>(m_desk.results().size()));
    switch (m_desk.state()) {
    case State::None:
        return {};
    case State::Preparing:
        return tr("Making the variants…");
    case State::Running:
        return m_desk.isStopping() ? tr("Stopping: %1 of %2 judged").arg(judged, all)
                                   : tr("%1 of %2 judged").arg(judged, all);
    case State::Finished:
        break;
    }
    if (m_desk.results().empty())
        return tr("Nothing was probed");
    return m_desk.judged() < static_cast<int>(m_desk.results().size()) ? tr("Stopped: %1 of %2 judged").arg(judged, all)
                                                                       : tr("All %1 judged").arg(all);
}

QString ProbePanel::aboutWords() const
{
    return tr("“%1” in %2. Only the validate operation is used; nothing is changed at the partner.")
        .arg(m_desk.documentName(), m_probed.isEmpty() ? m_desk.environment() : m_probed);
}

void ProbePanel::refresh()
{
    if (!m_pages || !m_firstBegin)
        return; // still being built
    const bool isActive = m_desk.isActive();
    if (m_desk.state() == State::Preparing)
        m_probed = m_environment;
    const bool hasDocument = !m_document.isEmpty();
    m_pages->setCurrentIndex(m_desk.state() == State::None ? 1 : 0);
    const QString what = tr("A probe makes a variant of a good avail for each rule, which breaks just that rule, and "
                            "asks the partner what it thinks of it. Only the validate operation is used; nothing is "
                            "changed at the partner.");
    m_emptyWords->setText(what + u'\n'
        + (hasDocument ? tr("It would begin with “%1” in %2.").arg(m_document, m_environment)
                       : tr("Open an avail that has no errors to begin with.")));
    m_firstBegin->setEnabled(hasDocument);
    m_headline->setText(progressWords());
    m_about->setText(aboutWords());
    const QStringList &left = m_desk.leftOut();
    m_leftOut->setText(tr("%n rule(s) left out", nullptr, static_cast<int>(left.size())));
    m_leftOut->setToolTip(tr("This document can't be made to break: %1.").arg(left.join(u", "_s)));
    m_leftOut->setAccessibleDescription(m_leftOut->toolTip());
    m_leftOut->setVisible(!left.isEmpty());
    m_problem->setText(m_desk.problem());
    m_problem->setVisible(!m_desk.problem().isEmpty());
    m_progress->setVisible(isActive);
    m_progress->setRange(0, static_cast<int>(m_desk.results().size())); // 0: a moving bar
    m_progress->setValue(m_desk.judged());
    m_only->setText(tr("%n disagreement(s)", nullptr, m_desk.disagreements()));
    m_only->setAccessibleName(m_only->text());
    m_only->setVisible(m_desk.judged() > 0);
    m_begin->setEnabled(hasDocument && !isActive);
    m_begin->setToolTip(hasDocument ? tr("Probe with “%1” in %2").arg(m_document, m_environment)
                                    : tr("Open an avail that has no errors to begin with."));
    m_stop->setEnabled(isActive && !m_desk.isStopping());
    m_variant->setEnabled(m_table->currentIndex().isValid());
    m_export->setEnabled(m_desk.judged() > 0);
    const bool isEmpty = m_model->rowCount() == 0;
    m_none->setText(m_desk.judged() > 0 ? tr("We and the partner agree so far.") : QString());
    m_none->setVisible(isEmpty);
    m_table->setVisible(!isEmpty);
}

/// What was set before the style sheet came to a widget, it took back.
void ProbePanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    applyFonts();
}

void ProbePanel::applyFonts()
{
    m_headline->setFont(theme::headingFont());
    m_only->setFont(theme::noteFont());
    for (QLabel *note : {m_about, m_leftOut})
        note->setFont(theme::noteFont());
    m_progress->setFixedHeight(scaled(6));
    m_table->verticalHeader()->setDefaultSectionSize(scaled(RowHeight));
    m_table->horizontalHeader()->setFont(theme::noteFont());
    fitColumns();
}

void ProbePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

/// The partner's words get what the others leave them.
void ProbePanel::fitColumns()
{
    constexpr int ruleWidth = 400, rulePercent = 38, verdictWidth = 136, verdictPercent = 15;
    m_table->setColumnWidth(ProbeModel::Rule, std::min(scaled(ruleWidth), width() * rulePercent / 100));
    for (const int column : {ProbeModel::Ours, ProbeModel::Partner})
        m_table->setColumnWidth(column, std::min(scaled(verdictWidth), width() * verdictPercent / 100));
}

} // namespace marquee::probe
