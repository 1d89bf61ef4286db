// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/InspectorView.h"

#include "inspector/BytesPage.h"
#include "inspector/FilterLine.h"
#include "inspector/Head.h"
#include "inspector/PairsPage.h"
#include "inspector/PayloadTree.h"
#include "inspector/QueryFor.h"
#include "inspector/Standing.h"
#include "inspector/SummaryPage.h"
#include "inspector/TablePage.h"
#include "inspector/TreePage.h"
#include "preview/FindBar.h"
#include "preview/PayloadView.h"
#include "shell/theme/Theme.h"

#include <QClipboard>
#include <QFrame>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace marquee::inspector {

using namespace Qt::StringLiterals;
using theme::scaled;

namespace {

constexpr int PatienceMs = 150;
constexpr int HitsMs = 50;

QString titleOf(int page)
{
    switch (static_cast<InspectorView::PageId>(page)) {
    case InspectorView::PageId::Summary:
        return InspectorView::tr("Summary");
    case InspectorView::PageId::Tree:
        return InspectorView::tr("Tree");
    case InspectorView::PageId::Table:
        return InspectorView::tr("Table");
    case InspectorView::PageId::Pretty:
        return InspectorView::tr("Pretty");
    case InspectorView::PageId::Raw:
        return InspectorView::tr("Raw");
    case InspectorView::PageId::Headers:
        return InspectorView::tr("Headers");
    case InspectorView::PageId::Timing:
        break;
    }
    return InspectorView::tr("Timing");
}

/// What a page is called while something is looked for: "Tree 12", "Raw 1,200+".
QString titleOf(int page, const Hits &hits)
{
    if (!hits.isKnown)
        return titleOf(page);
    QString count = QLocale().toString(static_cast<qulonglong>(hits.count));
    if (hits.isRunning)
        count += hits.count == 0 ? u"…"_s : u"+"_s;
    return titleOf(page) + u' ' + (hits.isRunning && hits.count == 0 ? u"…"_s : count);
}

} // namespace

InspectorView::InspectorView(const rules::Rulebook &book, QWidget *parent)
    : QWidget(parent)
    , m_digest(book)
    , m_head(new Head(this))
    , m_tabs(new QTabBar(this))
    , m_filterLine(new FilterLine(this))
    , m_findBar(new preview::FindBar(this))
    , m_stack(new QStackedWidget(this))
    , m_standing(new Standing(m_stack))
{
    setObjectName(u"inspectorView"_s);
    makePages(book);
    m_tabs->setObjectName(u"inspectorTabs"_s);
    m_tabs->setAccessibleName(tr("Pages of the inspector"));
    m_tabs->setDocumentMode(true);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setElideMode(Qt::ElideNone);
    for (int page = 0; page < PageCount; ++page)
        m_tabs->addTab(titleOf(page));
    m_findBar->setObjectName(u"inspectorFind"_s);
    m_findBar->hide();
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setFixedHeight(1);
    line->setProperty("role", u"line"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(scaled(8), 0, scaled(8), 0);
    tabs->addWidget(m_tabs, 1);
    layout->addWidget(m_head);
    layout->addLayout(tabs);
    layout->addWidget(line);
    layout->addWidget(m_filterLine);
    auto *find = new QHBoxLayout;
    find->setContentsMargins(scaled(8), 0, scaled(8), 0);
    find->addWidget(m_findBar, 2);
    find->addStretch(1);
    layout->addLayout(find);
    layout->addWidget(m_stack, 1);

    m_filterLine->setFilter(&m_filter);
    m_patience.setSingleShot(true);
    m_patience.setInterval(PatienceMs);
    connect(&m_patience, &QTimer::timeout, this, &InspectorView::showPageOrStanding);
    connect(m_tabs, &QTabBar::currentChanged, this, &InspectorView::pageChosen);
    connect(m_standing, &Standing::pressed, this, &InspectorView::standingPressed);
    connectPages();
    connectFind();
    refresh();
}

InspectorView::~InspectorView()
{
    if (m_inspection) // it may be a child, and go when the pages are gone
        disconnect(m_inspection, nullptr, this, nullptr);
    // The models go before the widgets that show them do, and may not tell them so.
    for (QObject *model :
        {static_cast<QObject *>(&m_filter), static_cast<QObject *>(&m_digest), static_cast<QObject *>(&m_pretty)})
        model->blockSignals(true);
}

void InspectorView::makePages(const rules::Rulebook &book)
{
    m_summary = new SummaryPage(book, m_stack);
    m_tree = new TreePage(m_stack);
    m_table = new TablePage(m_stack);
    m_prettyPage = new BytesPage(u"inspectorPretty"_s, tr("The payload, laid out to be read"), m_stack);
    m_raw = new BytesPage(u"inspectorRaw"_s, tr("The bytes as they came"), m_stack);
    m_headers = new PairsPage(
        u"inspectorHeaders"_s, tr("Headers of the answer"), tr("It came without headers, as a file does."), m_stack);
    m_timing = new PairsPage(u"inspectorTiming"_s, tr("How long it took"),
        tr("Nothing is known of how it came: it wasn't sent for from here."), m_stack);
    m_pages = {m_summary, m_tree, m_table, m_prettyPage, m_raw, m_headers, m_timing};
    for (Page *page : m_pages)
        m_stack->addWidget(page);
    m_stack->addWidget(m_standing);
}

void InspectorView::connectPages()
{
    connect(m_head, &Head::saveWanted, this, &InspectorView::save);
    connect(m_head, &Head::compareWanted, this, &InspectorView::compareWanted);
    connect(m_head, &Head::askWanted, this, &InspectorView::askWanted);
    connect(m_head, &Head::maskWanted, this, &InspectorView::maskWanted);
    connect(m_head, &Head::openWanted, this, &InspectorView::openAsDocumentWanted);
    connect(m_head, &Head::copyPathWanted, this, &InspectorView::copyPath);
    connect(m_head, &Head::copyAllWanted, this, &InspectorView::copyAll);
    connect(m_summary, &SummaryPage::placeWanted, this, [this](const payload::Pointer &place) { goTo(place); });
    connect(m_summary, &SummaryPage::linkWanted, this, &InspectorView::openLinkWanted);
    connect(m_summary, &SummaryPage::timelineWanted, this, &InspectorView::timelineWanted);
    connect(m_summary, &SummaryPage::filterCleared, this, [this] { setFilterQuery({}); });
    connect(m_tree, &TreePage::rawWanted, this, [this](quint32 begin, quint32 end) {
        showPage(PageId::Raw);
        m_raw->showPlace(begin, end);
        m_raw->takeFocus();
    });
    connect(m_tree, &TreePage::filterWanted, this, &InspectorView::setFilterQuery);
    connect(m_tree, &TreePage::fieldWanted, this,
        [this](const payload::Path &path) { Q_EMIT placeWanted(pointerTo(m_tree->model()->snapshot().root(), path)); });
    connect(m_table, &TablePage::placeWanted, this, [this](const payload::Path &path) {
        showPage(PageId::Tree);
        m_tree->goTo(path);
        m_tree->takeFocus();
    });
    connect(m_raw, &BytesPage::bannerPressed, this, &InspectorView::showMistake);
    connect(m_raw->view(), &preview::PayloadView::copyPlaceWanted, this, [this](quint32 offset) {
        if (!m_inspection || !m_inspection->snapshot())
            return;
        const payload::Value root = m_inspection->snapshot().root();
        QGuiApplication::clipboard()->setText(QString::fromStdString(pointerTo(root, pathAt(root, offset)).toString()));
    });
    connect(m_filterLine, &FilterLine::left, this, [this] {
        if (Page *page = pageAt(m_tabs->currentIndex()))
            page->takeFocus();
    });
    connect(&m_filter, &Filter::changed, this, &InspectorView::showFilter);
    connect(&m_digest, &Digest::changed, this, [this] {
        m_summary->setSummary(m_digest.summary(), m_inspection ? m_inspection->bytes() : QByteArray());
        showHead();
    });
    connect(&m_pretty, &Pretty::changed, this, &InspectorView::showPretty);
}

void InspectorView::connectFind()
{
    connect(m_findBar, &preview::FindBar::searchChanged, this, &InspectorView::applyFind);
    connect(m_findBar, &preview::FindBar::nextWanted, this, &InspectorView::findNext);
    connect(m_findBar, &preview::FindBar::previousWanted, this, &InspectorView::findPrevious);
    connect(m_findBar, &preview::FindBar::closed, this, &InspectorView::closeFind);
    for (Page *page : m_pages)
        connect(page, &Page::hitsChanged, this, [this] {
            if (!m_hitsTimer.isActive())
                m_hitsTimer.start();
        });
    m_hitsTimer.setSingleShot(true);
    m_hitsTimer.setInterval(HitsMs);
    connect(&m_hitsTimer, &QTimer::timeout, this, &InspectorView::showHits);
    for (BytesPage *page : {m_prettyPage, m_raw}) {
        connect(page, &BytesPage::findWanted, this, &InspectorView::openFind);
        connect(page, &BytesPage::stepWanted, this, &InspectorView::step);
    }
}

Page *InspectorView::pageAt(int number) const
{
    return number >= 0 && number < PageCount ? m_pages[static_cast<std::size_t>(number)] : nullptr;
}

InspectorView::PageId InspectorView::page() const
{
    return static_cast<PageId>(m_tabs->currentIndex());
}

void InspectorView::showPage(PageId page)
{
    m_isPageChosen = true;
    m_tabs->setCurrentIndex(static_cast<int>(page));
}

void InspectorView::pageChosen()
{
    if (!m_isChoosing)
        m_isPageChosen = true;
    showPageOrStanding();
    showHits();
}

bool InspectorView::goTo(const payload::Pointer &place)
{
    if (!m_inspection || !m_inspection->document())
        return false;
    const auto path = pathOf(m_inspection->snapshot().root(), place);
    if (!path)
        return false;
    showPage(PageId::Tree);
    if (!m_tree->goTo(*path)) {
        setFilterQuery({});
        m_tree->goTo(*path);
    }
    m_tree->takeFocus();
    return true;
}

void InspectorView::setHasDocument(bool has)
{
    m_hasDocument = has;
    m_tree->setHasDocument(has);
}

void InspectorView::setFilterQuery(const QString &query)
{
    m_filterLine->setQuery(query);
}

void InspectorView::focusFilter()
{
    m_filterLine->takeFocus();
}

void InspectorView::openFind()
{
    m_findBar->show();
    m_findBar->begin(QString());
    applyFind();
}

void InspectorView::closeFind()
{
    m_findBar->hide();
    for (Page *page : m_pages)
        page->setFind({}, false);
    showHits();
    if (m_stack->currentWidget() == m_standing)
        m_standing->takeFocus();
    else if (Page *page = pageAt(m_tabs->currentIndex()))
        page->takeFocus();
}

void InspectorView::applyFind()
{
    for (Page *page : m_pages)
        page->setFind(m_findBar->text(), m_findBar->matchCase());
    makeFindable();
    showHits();
}

void InspectorView::findNext()
{
    step(true);
}

void InspectorView::findPrevious()
{
    step(false);
}

void InspectorView::step(bool forwards)
{
    if (m_findBar->isHidden() || m_findBar->text().isEmpty())
        openFind();
    else if (Page *page = pageAt(m_tabs->currentIndex()))
        page->step(forwards);
}

void InspectorView::showHits()
{
    const bool isFinding = !m_findBar->isHidden() && !m_findBar->text().isEmpty();
    for (int page = 0; page < PageCount; ++page) {
        const QString title = isFinding ? titleOf(page, pageAt(page)->hits()) : titleOf(page);
        if (m_tabs->tabText(page) != title)
            m_tabs->setTabText(page, title);
    }
    if (!isFinding) {
        m_findBar->showNothing();
        return;
    }
    const Hits hits = pageAt(m_tabs->currentIndex())->hits();
    m_findBar->showCount(hits.number, hits.count, hits.isRunning);
}

void InspectorView::copyPath()
{
    m_tree->copyQuery();
}

void InspectorView::copyAll()
{
    m_raw->view()->selectAll();
    m_raw->view()->copySelection();
}

QString InspectorView::suggestedName() const
{
    const Source &source = m_inspection->source();
    if (!source.fileName.isEmpty())
        return source.fileName;
    QString name = source.title.isEmpty() ? tr("answer") : source.title;
    for (QChar &c : name) {
        if (u"/\\:*?\"<>|"_s.contains(c) || c.unicode() < 0x20)
            c = u'-';
    }
    const ByteLook::Form form = m_inspection->look().form;
    return name.left(100)
        + (form == ByteLook::Form::Json        ? u".json"_s
                : form == ByteLook::Form::Xml  ? u".xml"_s
                : form == ByteLook::Form::Html ? u".html"_s
                                               : u".txt"_s);
}

void InspectorView::save()
{
    if (m_inspection && m_inspection->hasText() && m_inspection->size() > 0)
        Q_EMIT saveWanted(m_inspection->bytes(), suggestedName());
}

bool InspectorView::event(QEvent *event)
{
    // Find is the inspector's own while the keyboard is in it, whatever the window makes of it.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Find) || key->key() == Qt::Key_F3) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void InspectorView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find))
        openFind();
    else if (event->key() == Qt::Key_F3)
        step(!(event->modifiers() & Qt::ShiftModifier));
    else
        QWidget::keyPressEvent(event);
}

} // namespace marquee::inspector
