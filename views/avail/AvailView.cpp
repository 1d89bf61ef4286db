// SPDX-License-Identifier: GPL-3.0-or-later
#include "avail/AvailView.h"

#include "avail/TitleForm.h"
#include "catalog/Catalog.h"
#include "shell/theme/ElidedLabel.h"
#include "shell/theme/Theme.h"
#include "text/TextPage.h"
#include "text/WaitingCover.h"
#include "timeline/TimelinePage.h"
#include "timeline/TimelineView.h"
#include "workspace/OpenDocument.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace marquee::avail {

using namespace Qt::StringLiterals;
using payload::Pointer;
using payload::Value;

AvailView::AvailView(workspace::OpenDocument *document, const editor::Lookup &lookup, const WindowActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_title(new theme::ElidedLabel(this))
    , m_subtitle(new theme::ElidedLabel(this))
    , m_errors(new QLabel(this))
    , m_warnings(new QLabel(this))
    , m_pages(new QTabWidget(this))
    , m_titleForm(new TitleForm(lookup))
    , m_windows(new WindowsPage(lookup, actions))
    , m_timeline(new timeline::TimelinePage)
    , m_text(new text::TextPage(document))
{
    setObjectName(u"availView"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeading());

    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget;
    page->setProperty("role", u"page"_s);
    auto *pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(theme::scaled(16), theme::scaled(16), theme::scaled(16), theme::scaled(16));
    pageLayout->addWidget(m_titleForm);
    scroll->setWidget(page);
    m_pages->setObjectName(u"availPages"_s);
    m_pages->setDocumentMode(true);
    m_pages->tabBar()->setObjectName(u"availTabs"_s);
    m_pages->tabBar()->setAccessibleName(tr("Pages of the avail"));
    m_pages->addTab(scroll, tr("Title"));
    m_pages->addTab(m_windows, tr("Windows"));
    m_pages->addTab(m_timeline, tr("Timeline"));
    m_pages->addTab(m_text, tr("Text"));
    layout->addWidget(m_pages, 1);
    m_cover = new text::WaitingCover(document, m_pages, static_cast<int>(Page::Text), &workspace::OpenDocument::isAvail);

    connect(m_titleForm, &form::Form::fieldFocused, this, &AvailView::fieldFocused);
    connect(m_titleForm, &form::Form::fieldFocused, scroll, [scroll] {
        if (QWidget *widget = scroll->focusWidget())
            scroll->ensureWidgetVisible(widget, 0, theme::scaled(48));
    });
    connect(m_titleForm, &form::Form::fieldMarked, scroll, [scroll](QWidget *field) { scroll->ensureWidgetVisible(field, 0, theme::scaled(48)); });
    connect(m_titleForm, &form::Form::refused, this, &AvailView::refused);
    connect(m_windows, &WindowsPage::fieldFocused, this, &AvailView::fieldFocused);
    connect(m_windows, &WindowsPage::refused, this, &AvailView::refused);
    connect(document, &workspace::OpenDocument::changed, this, &AvailView::showHeading);
    connect(document, &workspace::OpenDocument::problemsChanged, this, &AvailView::showHeading);
    connect(document, &workspace::OpenDocument::stateChanged, this, &AvailView::showHeading);
    connectTimeline();
    connectText();
    m_titleForm->bind(document, Pointer().child("avail"));
    m_windows->setDocument(document);
    showHeading();
}

/// It costs nothing until somebody looks, and shares its selection with the table.
void AvailView::connectTimeline()
{
    using timeline::TimelinePage;
    connect(m_pages, &QTabWidget::currentChanged, this, [this] {
        if (page() != Page::Timeline)
            return;
        m_timeline->setDocument(m_document);
        m_timeline->selectWindows(m_windows->selectedWindows());
    });
    connect(m_timeline, &TimelinePage::windowsSelected, m_windows, &WindowsPage::selectWindows);
    connect(m_windows, &WindowsPage::windowsSelected, m_timeline, &TimelinePage::selectWindows);
    connect(m_timeline, &TimelinePage::windowActivated, this, [this](int window) {
        showPage(Page::Windows);
        m_windows->selectWindow(window);
    });
    connect(m_timeline, &TimelinePage::exportWanted, this, &AvailView::exportWanted);
    connect(m_timeline, &TimelinePage::refused, this, &AvailView::refused);
    connect(m_document, &workspace::OpenDocument::showWanted, this, [this](const QString &fix) {
        if (fix == u"timeline"_s)
            showTimelineOf(m_windows->currentWindow());
    });
}

void AvailView::connectText()
{
    connect(m_text, &text::TextPage::placeChanged, this, [this](const Pointer &field) {
        markField(field);
        Q_EMIT fieldFocused(field);
    });
    connect(m_text, &text::TextPage::repairWanted, this, &AvailView::repairWanted);
    connect(m_text, &text::TextPage::left, this, &AvailView::textLeft);
    connect(m_cover, &text::WaitingCover::textWanted, this, [this] {
        showPage(Page::Text);
        m_text->showMistake();
    });
}

void AvailView::showTimelineOf(int window)
{
    showPage(Page::Timeline);
    m_timeline->selectWindows({window});
    m_timeline->view()->setFocus();
}

QWidget *AvailView::makeHeading()
{
    auto *heading = new QWidget(this);
    const int gap = theme::scaled(16);
    auto *row = new QHBoxLayout(heading);
    row->setContentsMargins(gap, gap, gap, theme::scaled(4));
    row->setSpacing(theme::scaled(8));
    auto *column = new QVBoxLayout;
    column->setSpacing(theme::scaled(2));
    m_title->setObjectName(u"documentTitle"_s);
    m_title->setLook(theme::titleFont, theme::Token::Text);
    m_title->setElide(Qt::ElideRight);
    m_subtitle->setObjectName(u"documentSubtitle"_s);
    m_subtitle->setLook(theme::bodyFont, theme::Token::TextSoft);
    m_subtitle->setElide(Qt::ElideRight);
    column->addWidget(m_title);
    column->addWidget(m_subtitle);
    row->addLayout(column, 1);
    m_errors->setObjectName(u"errorBadge"_s);
    m_warnings->setObjectName(u"warningBadge"_s);
    for (QLabel *badge : {m_errors, m_warnings})
        row->addWidget(badge, 0, Qt::AlignTop);
    return heading;
}

void AvailView::showHeading()
{
    if (!m_document || !m_document->isPayload())
        return;
    const Value avail = m_document->payload().root().member("avail");
    const catalog::Catalog &catalog = *m_document->validator().rulebook().catalog;
    const auto labelled = [&catalog](const char *vocabulary, const std::string &value) {
        const catalog::Term *term = catalog.vocabulary(vocabulary)->find(value);
        return term ? term->label : QString::fromStdString(value);
    };
    QStringList parts;
    for (const QString &part : {labelled("WorkType", avail.member("Asset").at(0).member("WorkType").string()),
                                labelled("EntryType", avail.member("Disposition").member("EntryType").string()),
                                QString::fromStdString(avail.member("Licensor").member("DisplayName").string()),
                                QString::fromStdString(avail.member("ALID").string())}) {
        if (!part.isEmpty())
            parts << part;
    }
    m_title->setText(m_document->title());
    m_subtitle->setText(parts.join(u"  ·  "_s));
    const rules::Counts counts = m_document->counts();
    const bool waits = m_document->hasPendingText();
    m_errors->setText(waits ? tr("Not well-formed") : tr("%n error(s)", nullptr, counts.errors));
    m_errors->setProperty("badge", u"error"_s);
    m_errors->setVisible(waits || counts.errors > 0);
    const bool clean = counts.errors == 0 && counts.warnings == 0;
    m_warnings->setText(clean ? tr("No problems") : tr("%n warning(s)", nullptr, counts.warnings));
    const QString badge = clean ? u"good"_s : u"warning"_s;
    if (m_warnings->property("badge").toString() != badge) {
        m_warnings->setProperty("badge", badge);
        m_warnings->style()->polish(m_warnings);
    }
    m_warnings->setVisible(!waits && (clean || counts.warnings > 0));
    const std::uint32_t windows = avail.member("Transaction").size();
    const QString tab = tr("Windows %1").arg(QLocale().toString(windows));
    if (m_pages->tabText(static_cast<int>(Page::Windows)) != tab) // or every tab is laid out anew
        m_pages->setTabText(static_cast<int>(Page::Windows), tab);
}

void AvailView::showPage(Page page)
{
    m_pages->setCurrentIndex(static_cast<int>(page));
}

AvailView::Page AvailView::page() const
{
    return static_cast<Page>(m_pages->currentIndex());
}

void AvailView::focusField(const Pointer &field)
{
    if (m_cover->isWaiting()) { // no field can take the cursor
        showPage(Page::Text);
        m_text->showMistake();
        return;
    }
    if (field.startsWith(Pointer().child("avail").child("Transaction"))) {
        showPage(Page::Windows);
        m_windows->focusField(field);
        return;
    }
    showPage(Page::Title);
    m_titleForm->focusField(field);
}

void AvailView::markField(const Pointer &field)
{
    const bool inWindows = field.startsWith(Pointer().child("avail").child("Transaction"));
    if (page() != Page::Text)
        showPage(inWindows ? Page::Windows : Page::Title);
    m_titleForm->markField(field);
    m_windows->markField(field);
}

void AvailView::find()
{
    showPage(Page::Text);
    m_text->find();
}

} // namespace marquee::avail
