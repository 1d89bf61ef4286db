// SPDX-License-Identifier: GPL-3.0-or-later
#include "performance/PerformanceView.h"

#include "performance/DayPage.h"
#include "performance/DayView.h"
#include "performance/MessageForm.h"
#include "performance/SizeMeter.h"
#include "performances/Day.h"
#include "performances/TypedTimes.h"
#include "shell/theme/ElidedLabel.h"
#include "shell/theme/Theme.h"
#include "text/TextPage.h"
#include "text/WaitingCover.h"
#include "workspace/OpenDocument.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStyle>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <set>

namespace marquee::performance {

using namespace Qt::StringLiterals;
using payload::Pointer;
using theme::scaled;

namespace {

void setBadge(QLabel *label, const QString &badge)
{
    if (label->property("badge").toString() == badge)
        return;
    label->setProperty("badge", badge);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

} // namespace

PerformanceView::PerformanceView(workspace::OpenDocument *document, const editor::Lookup &lookup,
    const PerformanceActions &actions, const PerformanceSources &sources, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_title(new theme::ElidedLabel(this))
    , m_subtitle(new theme::ElidedLabel(this))
    , m_state(new QLabel(this))
    , m_errors(new QLabel(this))
    , m_warnings(new QLabel(this))
    , m_size(new SizeMeter(this))
    , m_message(new MessageForm(lookup, sources, this))
    , m_pages(new QTabWidget(this))
    , m_performances(new PerformancesPage(lookup, actions, sources))
    , m_day(new DayPage(m_performances->duplicateDayAction()))
    , m_text(new text::TextPage(document))
{
    setObjectName(u"performanceView"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeading());
    auto *strip = new QVBoxLayout;
    strip->setContentsMargins(scaled(16), scaled(4), scaled(16), scaled(8));
    strip->addWidget(m_message);
    layout->addLayout(strip);
    m_pages->setObjectName(u"performancePages"_s);
    m_pages->setMinimumHeight(scaled(208)); // the docks need room too, and the window is no higher than its screen
    m_pages->setDocumentMode(true);
    m_pages->tabBar()->setObjectName(u"performanceTabs"_s);
    m_pages->tabBar()->setAccessibleName(tr("Pages of the message"));
    m_pages->addTab(m_performances, tr("Performances"));
    m_pages->addTab(m_day, tr("Day"));
    m_pages->addTab(m_text, tr("Text"));
    layout->addWidget(m_pages, 1);
    m_cover
        = new text::WaitingCover(document, m_pages, static_cast<int>(Page::Text), &workspace::OpenDocument::isMessage);

    connectPages(sources);
    connectText();
    connect(document, &workspace::OpenDocument::changed, this, &PerformanceView::showHeading);
    connect(document, &workspace::OpenDocument::problemsChanged, this, &PerformanceView::showHeading);
    connect(document, &workspace::OpenDocument::stateChanged, this, &PerformanceView::showHeading);
    m_message->bind(document, performances::messagePlace());
    m_performances->setDocument(document);
    setState({}, Standing::None);
    showHeading();
}

/// The day costs nothing until somebody looks, and shares its selection with the table.
void PerformanceView::connectPages(const PerformanceSources &sources)
{
    connect(m_message, &form::Form::fieldFocused, this, &PerformanceView::fieldFocused);
    connect(m_message, &form::Form::refused, this, &PerformanceView::refused);
    connect(m_performances, &PerformancesPage::fieldFocused, this, &PerformanceView::fieldFocused);
    connect(m_performances, &PerformancesPage::refused, this, &PerformanceView::refused);
    connect(m_day, &DayPage::refused, this, &PerformanceView::refused);
    connect(m_day, &DayPage::minutesChanged, m_performances, &PerformancesPage::setMinutes);
    connect(m_day, &DayPage::minutesChanged, this, &PerformanceView::minutesChanged);
    if (const int minutes = sources.minutes ? sources.minutes() : 0)
        setMinutes(minutes);
    if (sources.keepMinutes)
        connect(m_day, &DayPage::minutesChanged, this, sources.keepMinutes);
    connect(m_pages, &QTabWidget::currentChanged, this, [this] {
        if (page() != Page::Day)
            return;
        m_day->setDocument(m_document);
        m_day->selectPerformances(m_performances->selected());
    });
    m_performances->setDayInSight([this] {
        QList<int> rows;
        for (const performances::DayPerformance &each : page() == Page::Day ? m_day->view()->day().performances : std::vector<performances::DayPerformance>())
            rows << static_cast<int>(each.row);
        return rows;
    });
    connect(m_day, &DayPage::performancesSelected, m_performances, &PerformancesPage::selectPerformances);
    connect(m_day, &DayPage::performancesSelected, this, [this](const QList<int> &rows) {
        if (rows.size() == 1)
            Q_EMIT fieldFocused(performances::placeOf(static_cast<std::uint32_t>(rows.front())));
    });
    connect(m_day, &DayPage::activated, this, [this](int row) {
        showPage(Page::Performances);
        m_performances->selectPerformance(row);
        m_performances->focusField(performances::placeOf(static_cast<std::uint32_t>(row)).child("EventId"));
    });
}

void PerformanceView::connectText()
{
    connect(m_text, &text::TextPage::placeChanged, this, [this](const Pointer &field) {
        markField(field);
        Q_EMIT fieldFocused(field);
    });
    connect(m_text, &text::TextPage::repairWanted, this, &PerformanceView::repairWanted);
    connect(m_text, &text::TextPage::left, this, &PerformanceView::textLeft);
    connect(m_cover, &text::WaitingCover::textWanted, this, [this] {
        showPage(Page::Text);
        m_text->showMistake();
    });
}

QWidget *PerformanceView::makeHeading()
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
    row->addWidget(m_size, 0, Qt::AlignTop);
    row->addSpacing(scaled(8));
    m_state->setObjectName(u"messageState"_s);
    m_errors->setObjectName(u"errorBadge"_s);
    m_errors->setProperty("badge", u"error"_s);
    m_warnings->setObjectName(u"warningBadge"_s);
    for (QLabel *badge : {m_state, m_errors, m_warnings})
        row->addWidget(badge, 0, Qt::AlignTop);
    return heading;
}

void PerformanceView::setState(const QString &text, Standing standing, const QString &help)
{
    static constexpr const char *badges[] = {"hint", "hint", "good", "warning", "error"};
    m_state->setText(text);
    m_state->setToolTip(help);
    m_state->setAccessibleName(text.isEmpty() ? QString() : tr("State of the message: %1").arg(text));
    setBadge(m_state, QString::fromLatin1(badges[static_cast<std::size_t>(standing)]));
    m_state->setVisible(!text.isEmpty());
}

void PerformanceView::setMinutes(int minutes)
{
    m_day->setMinutes(minutes);
    m_performances->setMinutes(minutes);
}

/// Sites and dates, where there are few enough to be named.
QString PerformanceView::subtitle() const
{
    constexpr std::uint32_t mostLookedAt = 400; // this is asked at every keystroke
    const payload::Value list = performances::listOf(m_document->payload());
    std::set<std::string> sites;
    std::set<QDate> dates;
    for (std::uint32_t row = 0; row < std::min(list.size(), mostLookedAt); ++row) {
        sites.insert(performances::textOf(list.at(row).member("@siteId")));
        dates.insert(performances::dateOf(performances::textOf(list.at(row).member("Date"))));
    }
    sites.erase(std::string());
    dates.erase(QDate());
    QStringList parts{tr("Performances")};
    if (sites.size() == 1)
        parts << tr("site %1").arg(QString::fromStdString(*sites.begin()));
    else if (sites.size() > 1)
        parts << tr("%n site(s)", nullptr, static_cast<int>(sites.size()));
    const QLocale locale;
    const auto words = [&locale](QDate date) { return locale.toString(date, u"d MMM yyyy"_s); };
    if (dates.size() == 1)
        parts << words(*dates.begin());
    else if (dates.size() > 1)
        parts << words(*dates.begin()) + u" – "_s + words(*dates.rbegin());
    return parts.join(u"  ·  "_s);
}

void PerformanceView::showHeading()
{
    if (!m_document || !m_document->isPayload())
        return;
    m_title->setText(m_document->title());
    m_subtitle->setText(subtitle());
    m_size->setBytes(m_document->payload().text().size());
    showBadges();
    const std::uint32_t count = performances::countOf(m_document->payload());
    const QString tab = tr("Performances %1").arg(QLocale().toString(count));
    if (m_pages->tabText(static_cast<int>(Page::Performances)) != tab) // or every tab is laid out anew
        m_pages->setTabText(static_cast<int>(Page::Performances), tab);
}

void PerformanceView::showBadges()
{
    const rules::Counts counts = m_document->counts();
    const bool waits = m_document->hasPendingText();
    m_errors->setText(waits ? tr("Not well-formed") : tr("%n error(s)", nullptr, counts.errors));
    m_errors->setVisible(waits || counts.errors > 0);
    const bool isClean = counts.errors == 0 && counts.warnings == 0;
    m_warnings->setText(isClean ? tr("No problems") : tr("%n warning(s)", nullptr, counts.warnings));
    setBadge(m_warnings, isClean ? u"good"_s : u"warning"_s);
    m_warnings->setVisible(!waits && (isClean || counts.warnings > 0));
    m_message->setEnabled(!waits); // it is above the cover of the pages
}

void PerformanceView::showPage(Page page)
{
    m_pages->setCurrentIndex(static_cast<int>(page));
}

PerformanceView::Page PerformanceView::page() const
{
    return static_cast<Page>(m_pages->currentIndex());
}

void PerformanceView::focusField(const Pointer &field)
{
    if (m_cover->isWaiting()) { // no field can take the cursor
        showPage(Page::Text);
        m_text->showMistake();
        return;
    }
    if (field.startsWith(performances::listPlace().parent())) {
        showPage(Page::Performances);
        m_performances->focusField(field);
        return;
    }
    m_message->focusField(field);
}

void PerformanceView::markField(const Pointer &field)
{
    const bool isInside = performances::rowOf(field) >= 0;
    if (page() == Page::Day && isInside)
        m_day->selectPerformances({performances::rowOf(field)});
    m_message->markField(field);
    m_performances->markField(field);
}

void PerformanceView::find()
{
    showPage(Page::Text);
    m_text->find();
}

} // namespace marquee::performance
