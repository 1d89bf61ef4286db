// SPDX-License-Identifier: GPL-3.0-or-later
#include "performance/DayView.h"

#include "performances/TypedTimes.h"
#include "shell/theme/Theme.h"
#include "workspace/OpenDocument.h"

#include <QAccessible>
#include <QDateTime>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace marquee::performance {

using namespace Qt::StringLiterals;
using performances::DayPerformance;
using theme::scaled;
using timeline::Bar;
using timeline::Scene;
using timeline::Times;

namespace {

constexpr std::int64_t Hour = 3600;

QString clockOf(std::int64_t seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).time().toString(u"HH:mm"_s);
}

QString known(const std::string &text, const QString &otherwise)
{
    return text.empty() ? otherwise : QString::fromStdString(text);
}

} // namespace

DayView::DayView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setObjectName(u"dayView"_s);
    setAccessibleName(tr("Performances of the day by hall"));
    setProperty("card", true);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    setMinimumSize(scaled(320), scaled(160));
    makeWords();
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, [this] {
        m_painter.forget();
        dayStale();
    });
}

void DayView::makeWords()
{
    m_words.section = [this](const timeline::Lane &lane) { return known(m_day.laneOf(lane).site, tr("No site")); };
    m_words.lane = [this](const timeline::Lane &lane) -> QString {
        const performances::DayLane of = m_day.laneOf(lane);
        switch (of.kind) {
        case performances::DayLane::Kind::NoHall:
            return tr("Without a hall");
        case performances::DayLane::Kind::NoTime:
            return tr("Without a time");
        case performances::DayLane::Kind::Hall:
            break;
        }
        return QString::fromStdString(of.hall);
    };
    m_words.bar = [this](std::uint32_t place) -> QString {
        const DayPerformance &performance = m_day.performances[place];
        const QString time = performance.time.isValid() ? performances::written(performance.time) + u"  "_s : QString();
        const QString what = time + known(performance.event, known(performance.id, tr("no ID")));
        return performance.isCancelled ? tr("called off: %1").arg(what) : what;
    };
    m_words.times = [](const Times &times) -> QString {
        return times.start && times.end ? clockOf(*times.start) + u" – "_s + clockOf(*times.end) : QString();
    };
    m_words.corner = tr("Clock at the site");
    m_words.now = tr("Now");
}

void DayView::setDocument(workspace::OpenDocument *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_drag = {};
    m_chosen.clear();
    m_focusedRow = -1;
    if (document) {
        connect(document, &workspace::OpenDocument::changed, this, &DayView::documentChanged);
        connect(document, &workspace::OpenDocument::problemsChanged, viewport(), qOverload<>(&QWidget::update));
        connect(document, &QObject::destroyed, this, [this] { setDocument(nullptr); });
    }
    dayStale();
}

void DayView::documentChanged()
{
    m_drag = {}; // what was held may be another performance now
    dayStale();
}

void DayView::setDate(QDate date)
{
    if (!date.isValid() || date == m_date)
        return;
    if (m_document)
        m_document->endMerging();
    m_date = date;
    m_drag = {};
    dayStale();
}

void DayView::setMinutes(int minutes)
{
    m_minutes = std::max(1, minutes);
    dayStale();
}

void DayView::setClock(rules::Clock clock)
{
    m_clock = std::move(clock);
    viewport()->update();
}

void DayView::setWhole(bool whole)
{
    m_isWhole = whole;
    dayStale();
}

void DayView::dayStale()
{
    m_isStale = true;
    m_hovered = -1;
    m_painter.forget();
    viewport()->update();
    Q_EMIT dayChanged();
    if (isVisible())
        describeFocus();
}

const performances::Day &DayView::day()
{
    layOut();
    return m_day;
}

void DayView::layOut()
{
    if (!std::exchange(m_isStale, false))
        return;
    m_day = m_document && m_document->isPayload() ? performances::dayOf(m_document->payload(), m_date, m_minutes)
                                                  : performances::Day();
    m_day.date = m_date;
    m_rows.measure(m_day.layout);
    m_selected.assign(m_day.performances.size(), false);
    for (const int row : m_chosen) {
        if (const int place = m_day.placeOfRow(static_cast<std::uint32_t>(row)); place >= 0)
            m_selected[static_cast<std::size_t>(place)] = true;
    }
    timeline::Stretch range = m_day.range();
    if (m_isWhole)
        range.begin = performances::midnightOf(m_date);
    m_scale.fit(range, std::max(1, viewport()->width() - timeline::titlesWidth()), scaled(8));
    verticalScrollBar()->setPageStep(viewport()->height() - timeline::rulerHeight());
    verticalScrollBar()->setSingleStep(m_rows.rowHeight());
    verticalScrollBar()->setRange(0, std::max(0, m_rows.height() - viewport()->height() + timeline::rulerHeight()));
}

std::int64_t DayView::now() const
{
    // The clock on the wall, as the day counts it.
    const QDateTime local = QDateTime::fromSecsSinceEpoch(m_clock()).toLocalTime();
    return QDateTime(local.date(), local.time(), Qt::UTC).toSecsSinceEpoch();
}

rules::Counts DayView::countsOf(std::uint32_t place) const
{
    return m_document->validator().performanceCounts(m_day.performances[place].row);
}

Scene DayView::scene()
{
    layOut();
    Scene scene;
    scene.layout = &m_day.layout;
    scene.windows = &m_day.times;
    scene.rows = &m_rows;
    scene.grouping = timeline::Grouping::TerritoryLicenceFormat;
    scene.scale = m_scale;
    scene.area = viewport()->rect();
    scene.scrolled = verticalScrollBar()->value();
    scene.now = now();
    scene.selected = &m_selected;
    scene.focused = hasFocus() ? barOf(m_focusedRow) : -1;
    scene.hovered = m_hovered;
    scene.words = &m_words;
    if (m_document && m_document->isPayload())
        scene.countsOf = [this](std::uint32_t place) { return countsOf(place); };
    if (m_drag.isMoving) {
        scene.moving = &m_drag.times;
        scene.grabbed = static_cast<std::uint32_t>(m_drag.bar);
        scene.movingRow = m_drag.row;
    }
    return scene;
}

void DayView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    m_painter.paint(painter, scene());
}

void DayView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_isStale = true;
    m_painter.forget();
}

QSize DayView::sizeHint() const
{
    return {scaled(720), scaled(400)};
}

std::int64_t DayView::barOf(int row) const
{
    const int place = row < 0 ? -1 : m_day.placeOfRow(static_cast<std::uint32_t>(row));
    const auto &bars = m_day.layout.bars;
    const auto found = std::find_if(
        bars.begin(), bars.end(), [place](const Bar &bar) { return static_cast<int>(bar.window) == place; });
    return place < 0 || found == bars.end() ? -1 : found - bars.begin();
}

QRect DayView::rectOf(int row)
{
    const Scene now = scene();
    const std::int64_t bar = barOf(row);
    return bar < 0 ? QRect() : timeline::barRect(now, now.layout->bars[static_cast<std::size_t>(bar)]).toAlignedRect();
}

int DayView::xOf(QTime time)
{
    layOut();
    const double seconds = static_cast<double>(performances::midnightOf(m_date) + time.msecsSinceStartOfDay() / 1000);
    return timeline::titlesWidth() + qRound(m_scale.xOf(seconds));
}

QList<int> DayView::selected() const
{
    QList<int> rows(m_chosen.begin(), m_chosen.end());
    std::sort(rows.begin(), rows.end());
    return rows;
}

void DayView::selectPerformances(const QList<int> &rows)
{
    m_chosen.assign(rows.begin(), rows.end());
    if (!rows.isEmpty() && !rows.contains(m_focusedRow))
        m_focusedRow = rows.front();
    m_isStale = true;
    viewport()->update();
    if (isVisible())
        bringIntoSight(barOf(m_focusedRow));
}

int DayView::focused() const
{
    return m_focusedRow;
}

void DayView::bringIntoSight(std::int64_t bar)
{
    layOut();
    if (bar < 0 || bar >= static_cast<std::int64_t>(m_day.layout.bars.size()))
        return;
    const int top = m_rows.topOfRow(m_day.layout.bars[static_cast<std::size_t>(bar)].row);
    const int room = viewport()->height() - timeline::rulerHeight();
    QScrollBar *scroll = verticalScrollBar();
    if (top - m_rows.headingHeight() < scroll->value())
        scroll->setValue(top - m_rows.headingHeight());
    else if (top + m_rows.rowHeight() > scroll->value() + room)
        scroll->setValue(top + m_rows.rowHeight() - room);
}

QString DayView::wordsOf(std::uint32_t place) const
{
    const DayPerformance &performance = m_day.performances[place];
    QStringList words{known(performance.id, tr("no ID")), known(performance.event, tr("no event")),
        known(performance.hall, tr("no hall")),
        performance.time.isValid() ? m_words.times(m_day.times[place].times) : tr("no time")};
    if (performance.isCancelled)
        words << tr("called off");
    const auto &bars = m_day.layout.bars;
    const auto bar = std::find_if(bars.begin(), bars.end(), [place](const Bar &each) { return each.window == place; });
    if (bar != bars.end() && bar->overlaps > 0)
        words << tr("overlaps another in this hall");
    return words.join(u"  ·  "_s);
}

void DayView::describeFocus()
{
    layOut();
    const int place = m_focusedRow < 0 ? -1 : m_day.placeOfRow(static_cast<std::uint32_t>(m_focusedRow));
    describe(place < 0 ? QString() : wordsOf(static_cast<std::uint32_t>(place)));
}

void DayView::describe(const QString &words)
{
    if (words == m_described)
        return;
    m_described = words;
    setAccessibleDescription(words);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    Q_EMIT described(words);
}

} // namespace marquee::performance
