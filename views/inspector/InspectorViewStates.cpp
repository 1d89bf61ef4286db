// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages show as an inspection comes on: bytes first, then the beginning, then all of it; or why there is
// nothing.
#include "inspector/BytesPage.h"
#include "inspector/Cells.h"
#include "inspector/FilterLine.h"
#include "inspector/Head.h"
#include "inspector/InspectorView.h"
#include "inspector/PairsPage.h"
#include "inspector/QueryFor.h"
#include "inspector/Standing.h"
#include "inspector/SummaryPage.h"
#include "inspector/TablePage.h"
#include "inspector/TreePage.h"
#include "inspector/Wording.h"
#include "preview/FindBar.h"
#include "preview/PayloadView.h"

#include <QCoreApplication>
#include <QStackedWidget>
#include <QTabBar>

#include <algorithm>

namespace marquee::inspector {

using namespace Qt::StringLiterals;
using Phase = Inspection::Phase;

namespace {

constexpr std::size_t MostMarks = 20'000; ///< of the filter's matches in the text
/// A larger payload is put into words when somebody asks for it, and shown as a tree first.
constexpr std::int64_t LargestSummary = 4 * 1024 * 1024;

QString afterFilter(const Filter &filter)
{
    if (!filter.isActive())
        return {};
    if (filter.value())
        return QCoreApplication::translate("InspectorView", "The filter comes to %1.").arg(filter.value()->left(200));
    return QCoreApplication::translate("InspectorView",
        "filtered: %n match(es). The summary is of all of the payload.", nullptr, static_cast<int>(filter.count()));
}

} // namespace

void InspectorView::inspect(Inspection *inspection)
{
    if (m_inspection)
        disconnect(m_inspection, nullptr, this, nullptr);
    m_inspection = inspection;
    m_shownDocument = nullptr;
    m_hasShownText = false;
    m_filterLine->setQuery({});
    m_filter.setInspection(inspection);
    m_digest.setInspection(inspection);
    m_pretty.setInspection(inspection, &m_filter);
    if (inspection) {
        connect(inspection, &Inspection::started, this, [this] {
            m_hasShownText = false;
            m_raw->setText({}, preview::Language::Plain);
        });
        connect(inspection, &Inspection::phaseChanged, this, &InspectorView::refresh);
        connect(inspection, &Inspection::beginningReady, this, &InspectorView::refresh);
        connect(inspection, &QObject::destroyed, this, [this] { inspect(nullptr); });
    }
    m_raw->setText({}, preview::Language::Plain);
    m_summary->setSummary({});
    m_tree->setSnapshot({}, false);
    m_table->setSnapshot({});
    refresh();
}

void InspectorView::refresh()
{
    const Snapshot snapshot = m_inspection ? m_inspection->snapshot() : Snapshot();
    const bool isWhole = m_inspection && m_inspection->document();
    if (m_inspection && m_inspection->hasText() && !m_hasShownText)
        showRaw();
    if (snapshot.document.get() != m_shownDocument) {
        m_shownDocument = snapshot.document.get();
        m_tree->setSnapshot(snapshot, !isWhole);
        m_table->setSnapshot(isWhole ? snapshot : Snapshot());
        m_filterLine->setXml(snapshot.isXml());
    }
    showSide();
    showRawBanner();
    choosePage();
    showHead();
    makeFindable();
    // What is read in a moment isn't announced: a page that comes and goes tells nobody anything.
    if (m_inspection && m_inspection->isBusy() && !m_patience.isActive())
        m_patience.start();
    if (!m_inspection || !m_inspection->isBusy())
        m_patience.stop();
    showPageOrStanding();
    showHits();
}

void InspectorView::makeFindable()
{
    const bool isFinding = !m_findBar->isHidden() && !m_findBar->text().isEmpty();
    if (!isFinding || !m_inspection || !m_inspection->document() || m_inspection->size() > LargestSummary)
        return;
    m_digest.want();
    m_pretty.want();
}

/// The page that says most of this, where the user hasn't chosen one.
void InspectorView::choosePage()
{
    if (m_isPageChosen || !m_inspection)
        return;
    PageId page = this->page();
    switch (m_inspection->phase()) {
    case Phase::Malformed:
        page = PageId::Raw;
        break;
    case Phase::Loading:
    case Phase::Reading:
    case Phase::Ready:
        page = m_inspection->size() > LargestSummary ? PageId::Tree : PageId::Summary;
        break;
    default:
        break;
    }
    m_isChoosing = true;
    m_tabs->setCurrentIndex(static_cast<int>(page));
    m_isChoosing = false;
}

void InspectorView::showHead()
{
    const auto &summary = m_digest.summary();
    QString counts = summary ? summary->subtitle : QString();
    // The chip says the kind already.
    if (const QString kind = summary ? summary::kindWords(summary->kind) : QString();
        !kind.isEmpty() && counts.startsWith(kind + u' ')) {
        counts = counts.mid(kind.size()).trimmed();
        if (counts.startsWith(u"· "_s))
            counts = counts.mid(2);
    }
    m_head->showInspection(m_inspection, summary ? summary->title : QString(), counts);
}

void InspectorView::showRaw()
{
    m_hasShownText = true;
    m_raw->setText(m_inspection->text(), languageOf(m_inspection->look()));
}

void InspectorView::showRawBanner()
{
    const Phase phase = m_inspection ? m_inspection->phase() : Phase::Nothing;
    if (phase == Phase::Malformed) {
        const Error &error = m_inspection->error();
        if (error.place) {
            const std::uint32_t size = m_inspection->text().size();
            const std::uint32_t begin = size == 0 ? 0 : std::min(error.place->offset, size - 1);
            m_raw->setMarks({{begin, begin + 1, rules::Severity::Error}});
        }
        m_raw->showBanner(u"error"_s, sentence(error), error.place ? tr("Show the place") : QString());
        return;
    }
    const QString note = m_inspection && m_inspection->hasText() ? noteOf(m_inspection->look()) : QString();
    if (note.isEmpty() || phase == Phase::Empty)
        m_raw->hideBanner();
    else
        m_raw->showBanner(phase == Phase::Ready ? u"hint"_s : u"warning"_s, note);
}

void InspectorView::showMistake()
{
    if (!m_inspection || m_inspection->phase() != Phase::Malformed || !m_inspection->error().place)
        return;
    const std::uint32_t at = m_inspection->error().place->offset;
    showPage(PageId::Raw);
    m_raw->showPlace(at, std::min(at + 1, m_inspection->text().size()));
    m_raw->takeFocus();
}

void InspectorView::showSide()
{
    const Source source = m_inspection ? m_inspection->source() : Source();
    m_headers->setPairs(headerPairs(source));
    m_timing->setPairs(timingPairs(source));
}

void InspectorView::showFilter()
{
    m_tree->setFilter(m_filter);
    m_table->setFilter(m_filter);
    m_summary->setFilterNote(afterFilter(m_filter));
    std::vector<preview::Mark> marks;
    if (m_filter.isActive() && m_inspection && m_inspection->document()) {
        const payload::Value root = m_inspection->snapshot().root();
        const std::size_t count = std::min(m_filter.matches().size(), MostMarks);
        marks.reserve(count);
        for (std::size_t match = 0; match < count; ++match) {
            if (const payload::Value value = valueAt(root, m_filter.matches()[match]))
                marks.push_back({value.begin(), value.end(), rules::Severity::Hint});
        }
    }
    const bool hasMarks = !marks.empty();
    const std::uint32_t first = hasMarks ? marks.front().begin : 0;
    m_raw->setMarks(std::move(marks));
    if (hasMarks)
        m_raw->view()->showOffset(first, first);
    showPageOrStanding();
    showHits();
}

void InspectorView::showPretty()
{
    if (m_pretty.isThere()) {
        const bool isXml = m_inspection && m_inspection->snapshot().isXml();
        m_prettyPage->setText(m_pretty.text(), isXml ? preview::Language::Xml : preview::Language::Json);
        if (m_pretty.isCut())
            m_prettyPage->showBanner(
                u"hint"_s, tr("The filter picks more than this page shows. The tree shows more of it."));
        else
            m_prettyPage->hideBanner();
    } else {
        m_prettyPage->setText({}, preview::Language::Plain);
        m_prettyPage->hideBanner();
    }
    // Anew for a filter, where it is in sight.
    showPageOrStanding();
    showHits();
}

void InspectorView::showPageOrStanding()
{
    if (saysStanding()) {
        m_stack->setCurrentWidget(m_standing);
        return;
    }
    Page *page = pageAt(m_tabs->currentIndex());
    m_stack->setCurrentWidget(page);
    page->comeIntoSight();
    if (page == m_summary)
        m_digest.want();
}

/// Pages that say something even of what can't be read: Raw, Headers and Timing; the tree, of a beginning.
bool InspectorView::saysStanding()
{
    const PageId front = page();
    const Phase phase = m_inspection ? m_inspection->phase() : Phase::Nothing;
    const bool isSide = front == PageId::Headers || front == PageId::Timing;
    if (isSide && m_inspection)
        return false;
    switch (phase) {
    case Phase::Nothing:
        m_standing->say(tr("Nothing to inspect yet"), tr("Choose an answer, or open a JSON or XML file."));
        return true;
    case Phase::Empty:
        m_standing->say(m_inspection->source().status == 204 ? tr("No content (204)") : tr("The answer is empty"),
            tr("It has no body: %1. See Headers and Timing for how it came.").arg(sizeWords(m_inspection->size())));
        return true;
    case Phase::Unreadable:
        m_standing->say(m_inspection->error().message, m_inspection->error().nextStep, tr("Try again"));
        return true;
    case Phase::Cancelled:
        if (front == PageId::Raw && m_inspection->hasText())
            return false;
        m_standing->say(
            tr("Reading was stopped"), tr("Raw shows the text, where it was there already."), tr("Read it"));
        return true;
    case Phase::Malformed:
        if (front == PageId::Raw)
            return false;
        m_standing->say(tr("This isn't well-formed, so there is nothing to show here"), sentence(m_inspection->error()),
            tr("Show the place"));
        return true;
    case Phase::Loading:
    case Phase::Reading:
        if ((front == PageId::Raw && m_inspection->hasText()) || (front == PageId::Tree && m_inspection->isBeginning()))
            return false;
        if (m_patience.isActive())
            m_standing->say({}, {});
        else
            m_standing->say(tr("Reading… %1").arg(sizeWords(m_inspection->size())), tr("Raw shows the text meanwhile."),
                tr("Cancel"), true);
        return true;
    case Phase::Ready:
        break;
    }
    if (front != PageId::Pretty || m_pretty.isThere())
        return false;
    m_pretty.want();
    m_standing->say(tr("Laying it out… %1").arg(sizeWords(m_inspection->size())), {}, {}, true);
    return true;
}

void InspectorView::standingPressed()
{
    if (!m_inspection)
        return;
    switch (m_inspection->phase()) {
    case Phase::Loading:
    case Phase::Reading:
        m_inspection->cancel();
        break;
    case Phase::Cancelled:
    case Phase::Unreadable:
        m_inspection->again();
        break;
    case Phase::Malformed:
        showMistake();
        break;
    default:
        break;
    }
}

} // namespace marquee::inspector
