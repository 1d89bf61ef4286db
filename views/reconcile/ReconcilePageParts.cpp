// SPDX-License-Identifier: GPL-3.0-or-later
// How the page is put together; what it does is in ReconcilePage.cpp.
#include "reconcile/ReconcilePage.h"

#include "reconcile/ReconcileDelegate.h"
#include "reconcile/ReconcileDetail.h"
#include "reconcile/ReconcileFilter.h"
#include "reconcile/ReconcileTable.h"
#include "reconcile/RequestList.h"
#include "shell/theme/Theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

namespace marquee::reconcile {

using namespace Qt::StringLiterals;
using theme::scaled;

QPushButton *ReconcilePage::button(QWidget *parent, const char *name, const QString &text, const QString &tip)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(QLatin1StringView(name));
    made->setAccessibleName(text);
    made->setToolTip(tip);
    return made;
}

QLabel *ReconcilePage::label(QWidget *parent, const char *name, const char *role)
{
    auto *made = new QLabel(parent);
    made->setObjectName(QLatin1StringView(name));
    made->setProperty("role", QLatin1StringView(role));
    made->setTextFormat(Qt::PlainText);
    return made;
}

QWidget *ReconcilePage::makeHead()
{
    auto *head = new QWidget(this);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins({});
    layout->setSpacing(scaled(8));
    auto *line = new QHBoxLayout;
    line->setSpacing(scaled(8));
    m_title = label(head, "reconcileTitle", "");
    m_title->setText(tr("Make the partner match"));
    m_environment = label(head, "reconcileEnvironment", "");
    m_scope = new QComboBox(head);
    m_scope->setObjectName(u"reconcileScope"_s);
    m_scope->setAccessibleName(tr("What to compare"));
    m_scope->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_scope->setMaximumWidth(scaled(400));
    m_scope->addItem(QString());
    m_scope->addItem(QString());
    connect(m_scope, &QComboBox::activated, this, &ReconcilePage::refresh);
    m_fetch = button(head, "reconcileFetch", tr("Fetch"), tr("Ask the partner what it has, and compare"));
    connect(m_fetch, &QPushButton::clicked, this, [this] {
        m_isAwaited = true;
        Q_EMIT fetchWanted(isWholeWorkspace());
    });
    line->addWidget(m_title);
    line->addWidget(m_environment);
    line->addStretch(1);
    line->addWidget(m_scope);
    line->addWidget(m_fetch);
    layout->addLayout(line);
    auto *state = new QHBoxLayout;
    state->setSpacing(scaled(8));
    m_headline = label(head, "reconcileHeadline", "label");
    m_progress = new QProgressBar(head);
    m_progress->setObjectName(u"reconcileProgress"_s);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(scaled(160));
    m_cancel = button(head, "reconcileCancel", tr("Cancel"), tr("Begin nothing more; what is done stays"));
    connect(m_cancel, &QPushButton::clicked, &m_desk, &ReconcileDesk::stop);
    state->addWidget(m_headline);
    state->addWidget(m_progress);
    state->addWidget(m_cancel);
    state->addStretch(1);
    layout->addLayout(state);
    m_problem = label(head, "reconcileProblem", "error");
    m_problem->setWordWrap(true);
    layout->addWidget(m_problem);
    return head;
}

void ReconcilePage::addFilter(QBoxLayout &layout, Status status)
{
    const QByteArray name = QByteArray("reconcileFilter-") + statusName(status).data();
    QPushButton *made
        = button(m_filterBar, name.constData(), {}, tr("Show only these; several can be on, and none shows all"));
    made->setProperty("role", u"filter"_s);
    made->setCheckable(true);
    connect(made, &QPushButton::toggled, this, &ReconcilePage::filter);
    layout.addWidget(made);
    m_filters[status] = made;
}

void ReconcilePage::addChooseMenu()
{
    m_choose = button(m_filterBar, "reconcileChoose", tr("Choose"), tr("Choose all of a kind, or nothing"));
    auto *menu = new QMenu(m_choose);
    menu->setObjectName(u"reconcileChooseMenu"_s);
    const auto add = [this, menu](const QString &text, const char *name, Status status) {
        QAction *action = menu->addAction(text);
        action->setObjectName(QLatin1StringView(name));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, status](bool on) { m_model->choose(status, on); });
        connect(menu, &QMenu::aboutToShow, action, [this, action, status] {
            action->setEnabled(m_model->count(status) > 0);
            action->setChecked(m_model->areAllChosen(status));
        });
    };
    add(tr("All that are &new"), "reconcileChooseNew", Status::New);
    add(tr("All that &changed"), "reconcileChooseChanged", Status::Changed);
    add(tr("All that are &gone: delete them at the partner"), "reconcileChooseGone", Status::Gone);
    menu->addSeparator();
    menu->addAction(tr("N&othing"), this,
            [this] {
                for (const Status status : {Status::New, Status::Changed, Status::Gone})
                    m_model->choose(status, false);
            })
        ->setObjectName(u"reconcileChooseNothing"_s);
    m_choose->setMenu(menu);
    m_choose->setText(m_choose->text() + u" ▾"_s);
}

QWidget *ReconcilePage::makeFilters()
{
    m_filterBar = new QWidget(this);
    auto *layout = new QHBoxLayout(m_filterBar);
    layout->setContentsMargins({});
    layout->setSpacing(scaled(8));
    for (const Status status : {Status::New, Status::Changed, Status::Gone, Status::Same, Status::Unknown})
        addFilter(*layout, status);
    layout->addStretch(1);
    addChooseMenu();
    layout->addWidget(m_choose);
    return m_filterBar;
}

QWidget *ReconcilePage::makeTable()
{
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(scaled(8));
    m_table = new ReconcileTable(m_splitter);
    m_table->setModel(m_filter);
    m_table->fitColumns();
    m_detail = new ReconcileDetail(m_splitter);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({600, 400}); // shares, until somebody moves it
    connect(m_table, &ReconcileTable::currentMoved, this, &ReconcilePage::showDetail);
    connect(m_table, &ReconcileTable::placeWanted, this, &ReconcilePage::openRow);
    connect(m_table, &ReconcileTable::menuWanted, this, &ReconcilePage::showMenu);
    connect(m_detail, &ReconcileDetail::openWanted, this, [this] { openRow(m_table->currentIndex()); });
    connect(m_detail, &ReconcileDetail::forceWanted, this, &ReconcilePage::forceCurrent);
    return m_splitter;
}

QWidget *ReconcilePage::makeEmpty()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    m_emptyWords = label(page, "reconcileEmpty", "note");
    m_emptyWords->setAlignment(Qt::AlignCenter);
    m_emptyWords->setWordWrap(true);
    m_firstFetch = button(page, "reconcileFirstFetch", tr("Fetch"));
    m_firstFetch->setProperty("role", u"main"_s);
    connect(m_firstFetch, &QPushButton::clicked, this, [this] {
        m_isAwaited = !m_stage.document.isEmpty() || !m_stage.folder.isEmpty();
        if (m_isAwaited)
            Q_EMIT fetchWanted(isWholeWorkspace());
        else
            Q_EMIT folderWanted();
    });
    layout->addStretch(1);
    layout->addWidget(m_emptyWords);
    layout->addSpacing(scaled(16));
    layout->addWidget(m_firstFetch, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    return page;
}

QWidget *ReconcilePage::makeFoot()
{
    m_foot = new QWidget(this);
    auto *layout = new QHBoxLayout(m_foot);
    layout->setContentsMargins({});
    layout->setSpacing(scaled(8));
    m_mode = new QComboBox(m_foot);
    m_mode->setObjectName(u"reconcileMode"_s);
    m_mode->setAccessibleName(tr("How to send"));
    m_mode->addItem(tr("Window by window"), static_cast<int>(Mode::Partial));
    m_mode->addItem(tr("Each avail as a whole"), static_cast<int>(Mode::Full));
    connect(m_mode, &QComboBox::currentIndexChanged, this, &ReconcilePage::refreshCounts);
    m_validate = new QCheckBox(tr("Let the partner check each first"), m_foot);
    m_validate->setObjectName(u"reconcileValidate"_s);
    m_validate->setAccessibleName(m_validate->text());
    m_validate->setToolTip(tr("What the partner's validate operation doesn't accept isn't sent"));
    m_modeNote = label(m_foot, "reconcileModeNote", "warning");
    m_modeNote->setWordWrap(true);
    m_dryRun = button(m_foot, "reconcileDryRun", tr("Dry run"), tr("Show the requests, and send nothing"));
    connect(m_dryRun, &QPushButton::clicked, this, [this] { dryRun(false); });
    m_send = button(m_foot, "reconcileSend", {});
    m_send->setProperty("role", u"main"_s);
    connect(m_send, &QPushButton::clicked, this, [this] { dryRun(true); });
    layout->addWidget(m_mode);
    layout->addWidget(m_validate);
    layout->addWidget(m_modeNote, 1);
    layout->addWidget(m_dryRun);
    layout->addWidget(m_send);
    return m_foot;
}

} // namespace marquee::reconcile
