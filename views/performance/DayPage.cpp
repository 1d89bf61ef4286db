// SPDX-License-Identifier: GPL-3.0-or-later
#include "performance/DayPage.h"

#include "editor/CalendarPopup.h"
#include "editor/Sizes.h"
#include "performance/DayView.h"
#include "performances/TypedTimes.h"
#include "shell/theme/ElidedLabel.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"
#include "workspace/OpenDocument.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace marquee::performance {

using namespace Qt::StringLiterals;
using theme::scaled;

namespace {

QString dayWords(QDate day)
{
    const QLocale locale;
    return locale.dayName(day.dayOfWeek(), QLocale::ShortFormat) + u", "_s + locale.toString(day, u"d MMMM yyyy"_s);
}

} // namespace

DayPage::DayPage(QAction *duplicate, QWidget *parent)
    : QWidget(parent)
    , m_view(new DayView)
    , m_stack(new QStackedWidget(this))
    , m_note(new theme::ElidedLabel(this))
{
    setObjectName(u"dayPage"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(8));
    layout->setSpacing(scaled(8));
    layout->addWidget(makeBar(duplicate));
    m_stack->addWidget(m_view);
    m_stack->addWidget(makeEmpty());
    layout->addWidget(m_stack, 1);
    m_note->setObjectName(u"dayNote"_s);
    m_note->setMinimumHeight(scaled(24));
    layout->addWidget(m_note);
    connect(m_view, &DayView::performancesSelected, this, &DayPage::performancesSelected);
    connect(m_view, &DayView::activated, this, &DayPage::activated);
    connect(m_view, &DayView::refused, this, &DayPage::refused);
    connect(m_view, &DayView::dayWanted, this, &DayPage::step);
    connect(m_view, &DayView::dayChanged, this, &DayPage::refresh);
    connect(m_view, &DayView::described, this, [this](const QString &words) {
        m_note->setText(
            words.isEmpty() ? tr(
                "Drag a bar to another time or hall. Shift and an arrow do the same by keys; Return opens the form.")
                            : words);
    });
    m_note->setText(
        tr("Drag a bar to another time or hall. Shift and an arrow do the same by keys; Return opens the form."));
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &DayPage::refreshIcons);
    refresh();
}

QToolButton *DayPage::addButton(QWidget *bar, const QString &name, const QString &icon, const QString &tip)
{
    auto *button = new QToolButton(bar);
    button->setObjectName(name);
    button->setAccessibleName(tip);
    button->setToolTip(tip);
    button->setProperty("iconName", icon);
    button->setIcon(theme::icon(icon));
    bar->layout()->addWidget(button);
    m_buttons << button;
    return button;
}

QWidget *DayPage::makeBar(QAction *duplicate)
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(4));
    connect(addButton(bar, u"dayBefore"_s, u"go-previous"_s, tr("The day before (Page Up)")), &QToolButton::clicked,
        this, [this] { step(-1); });
    m_date = new QPushButton(bar);
    m_date->setObjectName(u"dayDate"_s);
    m_date->setAutoDefault(false);
    m_date->setToolTip(tr("Choose another date"));
    m_date->setMinimumWidth(scaled(176));
    layout->addWidget(m_date);
    connect(m_date, &QPushButton::clicked, this, &DayPage::openCalendar);
    connect(addButton(bar, u"dayAfter"_s, u"go-next"_s, tr("The day after (Page Down)")), &QToolButton::clicked, this,
        [this] { step(1); });
    auto *whole = new QToolButton(bar);
    whole->setObjectName(u"dayWhole"_s);
    whole->setText(tr("From midnight"));
    whole->setToolTip(tr("Shows the hours before the first performance as well"));
    whole->setCheckable(true);
    layout->addWidget(whole);
    connect(whole, &QToolButton::toggled, m_view, &DayView::setWhole);
    layout->addSpacing(scaled(12));
    auto *each = new QLabel(tr("Each takes"), bar);
    each->setProperty("role", u"label"_s);
    m_minutes = new QSpinBox(bar);
    m_minutes->setObjectName(u"dayMinutes"_s);
    m_minutes->setAccessibleName(tr("Minutes that a performance takes, with cleaning"));
    m_minutes->setToolTip(
        tr("How long a performance keeps its hall, with cleaning. Messages don't say when one ends."));
    m_minutes->setRange(10, 600);
    m_minutes->setSingleStep(5);
    m_minutes->setSuffix(tr(" min"));
    m_minutes->setValue(performances::UsualMinutes);
    m_minutes->setKeyboardTracking(false);
    m_minutes->setButtonSymbols(QAbstractSpinBox::NoButtons);
    editor::keepFieldHeight(m_minutes);
    each->setBuddy(m_minutes);
    layout->addWidget(each);
    layout->addWidget(m_minutes);
    connect(m_minutes, &QSpinBox::valueChanged, this, [this](int minutes) {
        m_view->setMinutes(minutes);
        Q_EMIT minutesChanged(minutes);
    });
    layout->addStretch();
    m_count = new QLabel(bar);
    m_count->setObjectName(u"dayCount"_s);
    m_count->setProperty("role", u"note"_s);
    layout->addWidget(m_count);
    if (duplicate) {
        auto *button = new QToolButton(bar);
        button->setObjectName(u"dayDuplicate"_s);
        button->setDefaultAction(duplicate);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAccessibleName(duplicate->text());
        layout->addWidget(button);
    }
    return bar;
}

QWidget *DayPage::makeEmpty()
{
    auto *empty = new QWidget(this);
    auto *layout = new QVBoxLayout(empty);
    m_emptyWords = new QLabel(empty);
    m_emptyWords->setObjectName(u"dayEmpty"_s);
    m_emptyWords->setAlignment(Qt::AlignCenter);
    m_emptyWords->setProperty("role", u"note"_s);
    m_nearest = new QPushButton(empty);
    m_nearest->setObjectName(u"dayNearest"_s);
    m_nearest->setAutoDefault(false);
    connect(m_nearest, &QPushButton::clicked, this, [this] { setDate(nearestDate()); });
    layout->addStretch();
    layout->addWidget(m_emptyWords);
    layout->addSpacing(scaled(16));
    layout->addWidget(m_nearest, 0, Qt::AlignHCenter);
    layout->addStretch();
    return empty;
}

void DayPage::refreshIcons()
{
    for (QToolButton *button : m_buttons)
        button->setIcon(theme::icon(button->property("iconName").toString()));
}

void DayPage::setDocument(workspace::OpenDocument *document)
{
    m_document = document;
    m_view->setDocument(document);
    if (document && document->isPayload() && !m_wasShown) {
        const std::vector<QDate> dates = performances::datesOf(document->payload());
        if (!dates.empty())
            m_view->setDate(dates.front());
    }
    refresh();
}

void DayPage::setDate(QDate date)
{
    m_wasShown = true;
    m_view->setDate(date);
    refresh();
}

QDate DayPage::date() const
{
    return m_view->date();
}

void DayPage::setMinutes(int minutes)
{
    const QSignalBlocker blocker(m_minutes);
    m_minutes->setValue(minutes);
    m_view->setMinutes(m_minutes->value());
}

int DayPage::minutes() const
{
    return m_minutes->value();
}

void DayPage::step(int by)
{
    setDate(date().addDays(by));
}

void DayPage::openCalendar()
{
    if (!m_calendar) {
        m_calendar = new editor::CalendarPopup(this);
        connect(m_calendar, &editor::CalendarPopup::picked, this, &DayPage::setDate);
    }
    m_calendar->open(date(), m_date);
}

void DayPage::selectPerformances(const QList<int> &rows)
{
    if (m_document && m_document->isPayload() && !rows.isEmpty()) {
        const payload::Value first
            = performances::performanceAt(m_document->payload(), static_cast<std::uint32_t>(rows.front()));
        if (const QDate on = performances::dateOf(performances::textOf(first.member("Date"))); on.isValid())
            m_view->setDate(on);
    }
    m_view->selectPerformances(rows);
}

/// The date with performances that is nearest; invalid where there is none.
QDate DayPage::nearestDate() const
{
    QDate nearest;
    for (const QDate each :
        m_document && m_document->isPayload() ? performances::datesOf(m_document->payload()) : std::vector<QDate>()) {
        if (!nearest.isValid() || std::abs(date().daysTo(each)) < std::abs(date().daysTo(nearest)))
            nearest = each;
    }
    return nearest;
}

void DayPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void DayPage::refresh()
{
    if (!isVisible()) // it costs nothing until somebody looks
        return;
    const performances::Day &day = m_view->day();
    m_date->setText(dayWords(date()));
    m_date->setAccessibleName(tr("Date: %1").arg(dayWords(date())));
    QStringList counts;
    if (!day.performances.empty())
        counts << tr("%n performance(s)", nullptr, static_cast<int>(day.performances.size()));
    if (day.overlapping() > 0)
        counts << tr("%n overlap", nullptr, day.overlapping());
    if (day.withoutDate > 0)
        counts << tr("%n without a date", nullptr, day.withoutDate);
    m_count->setText(counts.join(u" · "_s));
    m_stack->setCurrentIndex(day.performances.empty() ? 1 : 0);
    if (!day.performances.empty())
        return;
    const QDate nearest = nearestDate();
    m_emptyWords->setText(nearest.isValid() ? tr("Nothing is shown on this day.")
            : day.withoutDate > 0 ? tr("No performance has a date yet. Give them one on the page Performances.")
                                  : tr("No performances yet. Add one on the page Performances."));
    m_nearest->setText(tr("Go to %1").arg(dayWords(nearest)));
    m_nearest->setVisible(nearest.isValid());
}

} // namespace marquee::performance
