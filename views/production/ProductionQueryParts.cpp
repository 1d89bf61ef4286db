// SPDX-License-Identifier: GPL-3.0-or-later
// The widgets of the question.
#include "production/ProductionQueryView.h"

#include "editor/FlowLayout.h"
#include "editor/YesNoBox.h"
#include "production/Pieces.h"
#include "production/QueryForm.h"

#include <QButtonGroup>
#include <QFrame>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QVBoxLayout>

namespace marquee::production {

using namespace Qt::StringLiterals;
using theme::scaled;
using workspace::OpenDocument;

QWidget *ProductionQueryView::makeHead()
{
    auto *head = new QWidget(this);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(2));
    auto *title = new QLabel(tr("Ask Atom Tickets"), head);
    keepFont(title, theme::titleFont);
    m_whom = words("productionWhom", "label", head);
    layout->addWidget(title);
    auto *line = new QHBoxLayout;
    line->setSpacing(scaled(8));
    line->addWidget(m_whom, 1);
    for (const auto &[label, name] : {std::pair(&m_errors, "error"), {&m_warnings, "warning"}}) {
        *label = new QLabel(head);
        (*label)->setObjectName(u"production-"_s + QLatin1StringView(name));
        (*label)->setProperty("badge", QString::fromLatin1(name));
        keepFont(*label, theme::noteFont);
        (*label)->hide();
        line->addWidget(*label);
    }
    layout->addLayout(line);
    return head;
}

QWidget *ProductionQueryView::makeNoAtom()
{
    m_noAtom = new QFrame(this);
    m_noAtom->setObjectName(u"productionNoAtom"_s);
    m_noAtom->setProperty("banner", u"warning"_s);
    auto *layout = new QVBoxLayout(m_noAtom);
    layout->setContentsMargins(scaled(12), scaled(8), scaled(12), scaled(12));
    layout->setSpacing(scaled(8));
    m_noAtomWords = words("productionNoAtomWords", nullptr, m_noAtom);
    auto *open = button(u"productionEnvironments"_s, tr("Environments…"), nullptr, m_noAtom);
    connect(open, &QPushButton::clicked, this, &ProductionQueryView::environmentsWanted);
    layout->addWidget(m_noAtomWords);
    layout->addWidget(open, 0, Qt::AlignLeft);
    m_noAtom->hide();
    return m_noAtom;
}

QWidget *ProductionQueryView::makeWays()
{
    const std::map<Way, std::pair<QString, QString>> titles{
        {Way::Ids, {tr("By IDs"), tr("Details of productions whose IDs are known")}},
        {Way::Venue, {tr("By venue"), tr("The IDs of what a venue shows")}},
        {Way::Name, {tr("By name"), tr("Details of productions with that name")}},
        {Way::Vendor, {tr("By vendor ID"), tr("Details of the production that a ticketing vendor calls so")}},
        {Way::Ping, {tr("Check the key"), tr("Whether Atom Tickets takes the key (ping)")}},
    };
    auto *box = new QWidget(this);
    box->setAccessibleName(tr("How to ask"));
    auto *layout = new editor::FlowLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(8));
    m_ways = new QButtonGroup(this);
    for (const Way way : allWays) {
        const auto &[title, help] = titles.at(way);
        auto *choice = button(u"way-%1"_s.arg(static_cast<int>(way)), title, "filter", box);
        choice->setCheckable(true);
        choice->setToolTip(help);
        m_ways->addButton(choice, static_cast<int>(way));
        layout->addWidget(choice);
    }
    connect(m_ways, &QButtonGroup::idClicked, this, [this](int id) { setWay(static_cast<Way>(id)); });
    return box;
}

void ProductionQueryView::makePages(const rules::Rulebook &book, const editor::Lookup &lookup)
{
    // Not a QStackedWidget, which is as high as its highest page.
    m_stack = new QWidget(this);
    auto *layout = new QVBoxLayout(m_stack);
    layout->setContentsMargins(0, 0, 0, 0);
    for (const Way way : {Way::Ids, Way::Venue, Way::Name, Way::Vendor}) {
        Page &page = m_pages[way];
        page.document = OpenDocument::read(book, QueryForm::emptyQuery(way), OpenDocument::Origin::New);
        page.form = new QueryForm(way, lookup, m_stack);
        page.form->setObjectName(u"productionForm-%1"_s.arg(static_cast<int>(way)));
        page.form->bind(page.document.get(), {});
        layout->addWidget(page.form);
        connect(page.document.get(), &OpenDocument::changed, this, [this] {
            refresh();
            Q_EMIT changed();
        });
        connect(page.document.get(), &OpenDocument::problemsChanged, this, &ProductionQueryView::refresh);
        connect(page.form, &QueryForm::idsFileWanted, this, &ProductionQueryView::idsFileWanted);
        connect(page.form, &QueryForm::idsFileDropped, this, &ProductionQueryView::idsFileDropped);
        connect(page.form, &QueryForm::explainWanted, this, &ProductionQueryView::explainWanted);
        connect(page.form, &QueryForm::refused, this, &ProductionQueryView::refused);
    }
    m_ping = words("productionPing", "label", m_stack,
        tr("Asks whether Atom Tickets takes the key of this environment. Nothing else is sent."));
    layout->addWidget(m_ping);
}

QWidget *ProductionQueryView::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(8));

    m_allPages = new editor::YesNoBox(tr("All pages of the answer"), foot);
    m_allPages->setObjectName(u"allPages"_s);
    m_allPages->setChecked(true);
    m_details = new editor::YesNoBox(tr("And get their details"), foot);
    m_details->setObjectName(u"andDetails"_s);
    m_details->setToolTip(tr("The IDs that the venue answers with are asked for at once"));
    connect(m_allPages, &QCheckBox::toggled, this, &ProductionQueryView::changed);

    m_reason = words("productionReason", "note", foot);
    m_ask = button(u"productionAsk"_s, tr("Ask"), "main", foot);
    m_ask->setToolTip(tr("Ask Atom Tickets (Ctrl+Enter)"));
    m_document = button(u"productionAsDocument"_s, tr("Open as a document"), "link", foot);
    m_document->setToolTip(tr("The question as a document of the workspace, to be kept and asked again"));
    connect(m_ask, &QPushButton::clicked, this, &ProductionQueryView::ask);
    connect(m_document, &QPushButton::clicked, this, [this] { Q_EMIT queryDocumentWanted(queryText()); });

    m_running = new QWidget(foot);
    auto *running = new QHBoxLayout(m_running);
    running->setContentsMargins(0, 0, 0, 0);
    running->setSpacing(scaled(8));
    m_progress = new QProgressBar(m_running);
    m_progress->setObjectName(u"productionProgress"_s);
    m_progress->setAccessibleName(tr("Pages that came"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(scaled(8));
    m_progressWords = new QLabel(m_running);
    m_progressWords->setObjectName(u"productionProgressWords"_s);
    m_progressWords->setProperty("role", u"label"_s);
    auto *cancel = button(u"productionCancel"_s, tr("Cancel"), nullptr, m_running);
    connect(cancel, &QPushButton::clicked, this, &ProductionQueryView::cancelWanted);
    running->addWidget(m_progress, 1, Qt::AlignVCenter);
    running->addWidget(m_progressWords);
    running->addWidget(cancel);
    m_running->hide();

    auto *line = new QHBoxLayout;
    line->setSpacing(scaled(12));
    line->addWidget(m_ask);
    line->addWidget(m_document);
    line->addStretch();
    layout->addWidget(m_allPages);
    layout->addWidget(m_details);
    layout->addSpacing(scaled(4));
    layout->addLayout(line);
    layout->addWidget(m_reason);
    layout->addWidget(m_running);
    return foot;
}

} // namespace marquee::production
