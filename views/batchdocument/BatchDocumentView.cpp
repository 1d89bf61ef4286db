// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchdocument/BatchDocumentView.h"

#include "batchdocument/PathEditors.h"
#include "shell/theme/ElidedLabel.h"
#include "shell/theme/Theme.h"
#include "text/TextPage.h"
#include "text/WaitingCover.h"
#include "workspace/OpenDocument.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace marquee::batchdocument {

using namespace Qt::StringLiterals;
using payload::Pointer;
using theme::scaled;

namespace {

constexpr std::uint32_t MostLookedAt = 200; // twice what a batch may hold

} // namespace

BatchDocumentView::BatchDocumentView(
    workspace::OpenDocument *document, const editor::Lookup &lookup, const ItemActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_title(new theme::ElidedLabel(this))
    , m_subtitle(new theme::ElidedLabel(this))
    , m_errors(new QLabel(this))
    , m_warnings(new QLabel(this))
    , m_pages(new QTabWidget(this))
    , m_items(new ItemsPage(lookup, actions))
    , m_text(new text::TextPage(document))
{
    setObjectName(u"batchDocumentView"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeading());
    m_pages->setObjectName(u"batchDocumentPages"_s);
    m_pages->setDocumentMode(true);
    m_pages->tabBar()->setObjectName(u"batchDocumentTabs"_s);
    m_pages->tabBar()->setAccessibleName(tr("Pages of the batch"));
    m_pages->addTab(m_items, tr("Items"));
    m_pages->addTab(m_text, tr("Text"));
    layout->addWidget(m_pages, 1);
    m_cover = new text::WaitingCover(document, m_pages, static_cast<int>(Page::Text), &workspace::OpenDocument::isBatch);

    connect(m_items, &ItemsPage::fieldFocused, this, &BatchDocumentView::fieldFocused);
    connect(m_items, &ItemsPage::refused, this, &BatchDocumentView::refused);
    connect(m_items, &ItemsPage::addDocumentsWanted, this, &BatchDocumentView::addDocumentsWanted);
    connect(m_items, &ItemsPage::openBodyWanted, this, &BatchDocumentView::openBodyWanted);
    connectText();
    connect(document, &workspace::OpenDocument::changed, this, &BatchDocumentView::showHeading);
    connect(document, &workspace::OpenDocument::problemsChanged, this, &BatchDocumentView::showHeading);
    connect(document, &workspace::OpenDocument::stateChanged, this, &BatchDocumentView::showHeading);
    m_items->setDocument(document);
    showHeading();
}

void BatchDocumentView::connectText()
{
    connect(m_text, &text::TextPage::placeChanged, this, [this](const Pointer &field) {
        markField(field);
        Q_EMIT fieldFocused(field);
    });
    connect(m_text, &text::TextPage::repairWanted, this, &BatchDocumentView::repairWanted);
    connect(m_text, &text::TextPage::left, this, &BatchDocumentView::textLeft);
    connect(m_cover, &text::WaitingCover::textWanted, this, [this] {
        showPage(Page::Text);
        m_text->showMistake();
    });
}

QWidget *BatchDocumentView::makeHeading()
{
    auto *heading = new QWidget(this);
    auto *row = new QHBoxLayout(heading);
    row->setContentsMargins(scaled(16), scaled(16), scaled(16), scaled(4));
    row->setSpacing(scaled(8));
    auto *column = new QVBoxLayout;
    column->setSpacing(scaled(2));
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
    m_errors->setProperty("badge", u"error"_s);
    m_warnings->setObjectName(u"warningBadge"_s);
    for (QLabel *badge : {m_errors, m_warnings})
        row->addWidget(badge, 0, Qt::AlignTop);
    return heading;
}

/// What a batch does is told by its items, as the rules tell it; by enough of them, because this is asked at every
/// keystroke.
QString BatchDocumentView::subtitle() const
{
    const payload::Value items = m_document->payload().root().member("requestItems");
    const int count = static_cast<int>(items.size());
    bool validates = false;
    bool puts = false;
    for (std::uint32_t i = 0; i < items.size() && i < MostLookedAt; ++i) {
        validates = validates || partsOf(items.at(i).member("path").string()).validates;
        puts = puts || items.at(i).member("body");
    }
    const QString what = count == 0 ? tr("Holds nothing yet")
        : validates                 ? tr("Validates %n window(s)", nullptr, count)
        : puts                      ? tr("Puts %n window(s)", nullptr, count)
                                    : tr("Gets or deletes %n window(s)", nullptr, count);
    const QString licensor = QString::fromStdString(partsOf(items.at(0).member("path").string()).licensor);
    return licensor.isEmpty() ? tr("Batch  ·  %1").arg(what) : tr("Batch  ·  %1  ·  %2").arg(what, licensor);
}

void BatchDocumentView::showHeading()
{
    if (!m_document || !m_document->isPayload())
        return;
    m_title->setText(m_document->title());
    m_subtitle->setText(subtitle());
    showBadges();
    const std::uint32_t items = m_document->payload().root().member("requestItems").size();
    const QString tab = tr("Items %1").arg(QLocale().toString(items));
    if (m_pages->tabText(static_cast<int>(Page::Items)) != tab) // or every tab is laid out anew
        m_pages->setTabText(static_cast<int>(Page::Items), tab);
}

void BatchDocumentView::showBadges()
{
    const rules::Counts counts = m_document->counts();
    const bool waits = m_document->hasPendingText();
    m_errors->setText(waits ? tr("Not well-formed") : tr("%n error(s)", nullptr, counts.errors));
    m_errors->setVisible(waits || counts.errors > 0);
    const bool isClean = counts.errors == 0 && counts.warnings == 0;
    m_warnings->setText(isClean ? tr("No problems") : tr("%n warning(s)", nullptr, counts.warnings));
    const QString badge = isClean ? u"good"_s : u"warning"_s;
    if (m_warnings->property("badge").toString() != badge) {
        m_warnings->setProperty("badge", badge);
        m_warnings->style()->polish(m_warnings);
    }
    m_warnings->setVisible(!waits && (isClean || counts.warnings > 0));
}

void BatchDocumentView::showPage(Page page)
{
    m_pages->setCurrentIndex(static_cast<int>(page));
}

BatchDocumentView::Page BatchDocumentView::page() const
{
    return static_cast<Page>(m_pages->currentIndex());
}

void BatchDocumentView::focusField(const Pointer &field)
{
    if (m_cover->isWaiting()) { // no field can take the cursor
        showPage(Page::Text);
        m_text->showMistake();
        return;
    }
    showPage(Page::Items);
    m_items->focusField(field);
}

void BatchDocumentView::markField(const Pointer &field)
{
    m_items->markField(field);
}

void BatchDocumentView::find()
{
    showPage(Page::Text);
    m_text->find();
}

} // namespace marquee::batchdocument
