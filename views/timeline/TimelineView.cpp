// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/TimelineView.h"

#include "shell/theme/Theme.h"
#include "timeline/TimelinePicture.h"
#include "workspace/OpenDocument.h"

#include <QAccessible>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace marquee::timeline {

using namespace Qt::StringLiterals;
using theme::Token;

namespace {

constexpr double ZoomStep = 1.5;
constexpr std::int64_t Year = Day * 365;
constexpr int EdgeTickMs = 30; ///< while something is dragged against an edge
constexpr double MostBarSteps = 1e9; ///< a scroll bar counts in int

} // namespace

TimelineView::TimelineView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setObjectName(u"timelineView"_s);
    setAccessibleName(tr("Timeline of the windows"));
    setProperty("card", true);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    setCornerWidget(new QWidget(this)); // or the style draws a frame there
    setMinimumSize(theme::scaled(320), theme::scaled(160));
    m_edge.setInterval(EdgeTickMs);
    connect(&m_edge, &QTimer::timeout, this, &TimelineView::pushEdge);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, [this] {
        m_painter.forget();
        layoutChanged();
    });
}

void TimelineView::setDocument(workspace::OpenDocument *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_drag = {};
    m_selected.clear();
    m_focused = -1;
    m_hovered = -1;
    m_wanted = -1;
    m_fitWanted = true;
    m_timeline.setValidator(document && document->isPayload() ? &document->validator() : nullptr);
    if (document) {
        connect(document, &workspace::OpenDocument::changed, this, &TimelineView::documentChanged);
        connect(document, &workspace::OpenDocument::problemsChanged, this, [this] {
            m_timeline.problemsChanged();
            layoutChanged();
        });
        connect(document, &QObject::destroyed, this, [this] { setDocument(nullptr); });
    }
    m_painter.forget();
    layoutChanged();
    describeFocus();
}

void TimelineView::setClock(rules::Clock clock)
{
    m_clock = std::move(clock);
    viewport()->update();
}

void TimelineView::setGrouping(Grouping grouping)
{
    if (grouping == m_timeline.grouping())
        return;
    cancelDrag();
    const int window = focusedWindow();
    m_timeline.setGrouping(grouping);
    m_focused = -1;
    m_painter.forget();
    layoutChanged();
    m_focused = window < 0 ? -1 : barOfWindow(static_cast<std::uint32_t>(window));
    bringIntoSight(m_focused);
}

void TimelineView::documentChanged(const payload::Change &change)
{
    m_drag = {}; // what was held may be another window now
    const std::int64_t window = followSelection(change, focusedWindow());
    m_timeline.follow(change);
    m_painter.forget();
    m_focused = -1;
    m_hovered = -1;
    layoutChanged();
    if (isVisible() && window >= 0) { // the lane may be another
        m_focused = barOfWindow(static_cast<std::uint32_t>(window));
        describeFocus();
    }
}

/// Windows that came or went in front of those that are selected: they have other numbers now. Returns that of
/// `focused`.
std::int64_t TimelineView::followSelection(const payload::Change &change, std::int64_t focused)
{
    const auto list = m_document->payload().pathOf(windowsPlace());
    for (const payload::ChangedPlace &place : change.places) {
        if (!list || place.root || place.container != *list)
            continue;
        const auto at = m_selected.begin()
            + std::min<std::ptrdiff_t>(place.index, static_cast<std::ptrdiff_t>(m_selected.size()));
        if (place.kind == payload::ChangedPlace::Kind::Insert) {
            m_selected.insert(at, false);
            focused += focused >= place.index ? 1 : 0;
        } else if (place.kind == payload::ChangedPlace::Kind::Remove && at != m_selected.end()) {
            m_selected.erase(at);
            focused = focused == place.index ? -1 : focused - (focused > place.index ? 1 : 0);
        }
    }
    return focused;
}

void TimelineView::layoutChanged()
{
    m_stale = true;
    viewport()->update();
    if (isVisible())
        layout();
}

/// The bars as the document has them; rows are measured and lists grown to fit.
const Layout &TimelineView::layout()
{
    const Layout &now = m_timeline.layout();
    if (m_stale) {
        m_stale = false;
        m_rows.measure(now);
        m_selected.resize(m_timeline.windows().size());
        if (m_focused >= static_cast<std::int64_t>(now.bars.size()))
            m_focused = -1;
        updateScrollBars();
    }
    if (m_fitWanted && timeWidth() > 0 && isVisible())
        fitAll();
    return now;
}

int TimelineView::timeWidth() const
{
    return viewport()->width() - titlesWidth();
}

int TimelineView::rowsHeight() const
{
    return viewport()->height() - rulerHeight();
}

QSize TimelineView::sizeHint() const
{
    return {theme::scaled(720), theme::scaled(400)};
}

double TimelineView::timeAt(int x) const
{
    return m_scale.timeAt(x - titlesWidth());
}

QRect TimelineView::rectOf(int window)
{
    const Scene now = scene();
    const std::int64_t bar = barOfWindow(static_cast<std::uint32_t>(window));
    return bar < 0 ? QRect() : barRect(now, now.layout->bars[static_cast<std::size_t>(bar)]).toAlignedRect();
}

Scene TimelineView::scene()
{
    Scene scene;
    scene.layout = &layout();
    scene.windows = &m_timeline.windows();
    scene.rows = &m_rows;
    scene.grouping = m_timeline.grouping();
    scene.scale = m_scale;
    scene.area = viewport()->rect();
    scene.scrolled = verticalScrollBar()->value();
    scene.now = m_clock();
    scene.selected = &m_selected;
    scene.focused = hasFocus() ? m_focused : -1;
    scene.hovered = m_hovered;
    if (m_document && m_document->isPayload()) {
        scene.vocabularies = m_document->validator().rulebook().vocabularies.get();
        scene.countsOf = [this](std::uint32_t window) { return m_document->validator().windowCounts(window); };
    }
    if (m_drag.what == Dragging::Bar) {
        scene.moving = &m_drag.windows;
        scene.grabbed = static_cast<std::uint32_t>(m_drag.hit.bar);
    }
    return scene;
}

QByteArray TimelineView::picture(const QString &suffix)
{
    if (suffix == u"svg")
        return svgOf(scene(), m_document ? m_document->title() : QString());
    return suffix == u"png" ? pngOf(scene()) : QByteArray();
}

void TimelineView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const Scene now = scene();
    if (!now.layout->bars.empty()) {
        m_painter.paint(painter, now);
        return;
    }
    painter.fillRect(viewport()->rect(), theme::color(Token::Base));
    painter.setFont(theme::bodyFont());
    painter.setPen(theme::color(Token::TextFaint));
    painter.drawText(viewport()->rect().adjusted(theme::scaled(24), 0, -theme::scaled(24), 0),
        Qt::AlignCenter | Qt::TextWordWrap,
        tr("No windows yet.\nAdd one on the page Windows: it stands here as a bar from its start to its end."));
}

/// The extent of the windows and half a view on either side, wherever the view is now.
void TimelineView::updateScrollBars()
{
    const Layout &now = m_timeline.layout();
    m_settingBars = true;
    verticalScrollBar()->setRange(0, std::max(0, m_rows.height() - rowsHeight()));
    verticalScrollBar()->setPageStep(std::max(1, rowsHeight()));
    verticalScrollBar()->setSingleStep(m_rows.rowHeight());
    const double page = std::max(1, timeWidth()) * m_scale.secondsPerPixel();
    double from = m_scale.left();
    double to = from;
    if (now.extent) {
        from = std::min(from, static_cast<double>(now.extent->begin) - page / 2);
        to = std::max(to, static_cast<double>(now.extent->end) - page / 2);
    }
    const double unit = m_barUnit = std::max(m_scale.secondsPerPixel(), (to - from) / MostBarSteps);
    QScrollBar *bar = horizontalScrollBar();
    bar->setRange(0, static_cast<int>((to - from) / unit));
    bar->setPageStep(std::max(1, static_cast<int>(page / unit)));
    bar->setSingleStep(std::max(1, bar->pageStep() / 10));
    bar->setValue(static_cast<int>((m_scale.left() - from) / unit));
    m_settingBars = false;
}

void TimelineView::scrollContentsBy(int dx, int)
{
    if (dx != 0 && !m_settingBars)
        m_scale.setLeft(m_scale.left() - dx * m_barUnit);
    viewport()->update();
}

void TimelineView::scaleChanged()
{
    updateScrollBars();
    viewport()->update();
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (isVisible())
        layout();
    updateScrollBars();
}

void TimelineView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    layout();
    if (const int wanted = std::exchange(m_wanted, -1); wanted >= 0)
        selectWindows(selectedWindows());
    describeFocus();
}

void TimelineView::zoomIn()
{
    const QRect focused = m_focused >= 0
        ? barRect(scene(), layout().bars[static_cast<std::size_t>(m_focused)]).toAlignedRect()
        : QRect();
    const QRect seen = viewport()->rect().adjusted(titlesWidth(), 0, 0, 0);
    const int x = seen.intersects(focused) ? seen.intersected(focused).center().x() : seen.center().x();
    m_scale.zoom(ZoomStep, x - titlesWidth());
    scaleChanged();
}

void TimelineView::zoomOut()
{
    m_scale.zoom(1 / ZoomStep, timeWidth() / 2.0);
    scaleChanged();
}

void TimelineView::fitAll()
{
    const std::int64_t today = m_clock();
    m_fitWanted = false;
    m_scale.fit(
        m_timeline.layout().extent.value_or(Stretch{today - Year, today + Year}), timeWidth(), theme::scaled(24));
    scaleChanged();
}

void TimelineView::showToday()
{
    m_scale.setLeft(static_cast<double>(m_clock()) - timeWidth() / 2.0 * m_scale.secondsPerPixel());
    scaleChanged();
}

std::int64_t TimelineView::barOfWindow(std::uint32_t window)
{
    const auto &bars = layout().bars;
    const auto found
        = std::find_if(bars.begin(), bars.end(), [window](const Bar &bar) { return bar.window == window; });
    return found == bars.end() ? -1 : found - bars.begin();
}

int TimelineView::focusedWindow() const
{
    if (m_focused < 0)
        return -1;
    const auto &bars = const_cast<TimelineView *>(this)->m_timeline.layout().bars;
    return m_focused < static_cast<std::int64_t>(bars.size())
        ? static_cast<int>(bars[static_cast<std::size_t>(m_focused)].window)
        : -1;
}

QList<int> TimelineView::selectedWindows() const
{
    QList<int> windows;
    for (std::size_t i = 0; i < m_selected.size(); ++i) {
        if (m_selected[i])
            windows << static_cast<int>(i);
    }
    return windows;
}

void TimelineView::selectWindows(const QList<int> &windows)
{
    // While another page is shown, nobody needs bars: the table may be gone through quickly.
    const bool later = !isVisible();
    if (later)
        m_selected.resize(
            m_document && m_document->isPayload() ? m_document->payload().find(windowsPlace()).size() : 0);
    else
        layout();
    std::fill(m_selected.begin(), m_selected.end(), false);
    int first = -1;
    for (const int window : windows) {
        if (window < 0 || window >= static_cast<int>(m_selected.size()))
            continue;
        m_selected[static_cast<std::size_t>(window)] = true;
        first = first < 0 ? window : first;
    }
    m_wanted = later ? first : -1;
    if (later)
        return;
    if (first >= 0 && (focusedWindow() < 0 || !m_selected[static_cast<std::size_t>(focusedWindow())])) {
        m_focused = barOfWindow(static_cast<std::uint32_t>(first));
        bringIntoSight(m_focused);
        describeFocus();
    }
    viewport()->update();
}

/// Scrolls as little as shows the bar, or the part of it where it begins.
void TimelineView::bringIntoSight(std::int64_t index)
{
    if (index < 0 || !isVisible())
        return;
    const Bar bar = layout().bars[static_cast<std::size_t>(index)];
    const int top = m_rows.topOfRow(bar.row) - m_rows.headingHeight();
    const int bottom = m_rows.topOfRow(bar.row) + m_rows.rowHeight();
    QScrollBar *rows = verticalScrollBar();
    rows->setValue(
        std::clamp(rows->value(), std::min(top, bottom - rowsHeight()), std::max(top, bottom - rowsHeight())));
    if (top < rows->value())
        rows->setValue(top);
    const double margin = std::min<double>(theme::scaled(24), timeWidth() / 4.0);
    const double left = bar.begin == Always ? 0 : m_scale.xOf(static_cast<double>(bar.begin));
    const double right = bar.end == Ever ? timeWidth() : m_scale.xOf(static_cast<double>(bar.end));
    if (right < margin || left > timeWidth() - margin) {
        const bool fits = right - left < timeWidth() - 2 * margin;
        m_scale.pan(fits && right < margin ? left - margin : fits ? right - (timeWidth() - margin) : left - margin);
    }
    scaleChanged();
}

QString TimelineView::wordsOf(const Bar &bar)
{
    const WindowTimes &window = m_timeline.windows()[bar.window];
    const auto *vocabularies = m_document ? m_document->validator().rulebook().vocabularies.get() : nullptr;
    QString words = windowInWords(window, vocabularies);
    if (bar.overlaps > 0)
        words += u" · "_s + tr("overlaps with another window");
    return words;
}

void TimelineView::describeFocus()
{
    // Without a focus nobody has to lay out for it.
    const bool any = m_focused >= 0 && m_focused < static_cast<std::int64_t>(layout().bars.size());
    describe(any ? wordsOf(layout().bars[static_cast<std::size_t>(m_focused)]) : QString());
}

void TimelineView::describe(const QString &words)
{
    if (words == m_described)
        return;
    m_described = words;
    setAccessibleDescription(words);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    Q_EMIT described(words);
}

} // namespace marquee::timeline
