// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/DayLine.h"

#include "catalog/DateTime.h"
#include "editor/CalendarPopup.h"
#include "editor/FieldEditor.h"
#include "editor/Sizes.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"
#include "timeline/Move.h"

#include <QAction>
#include <QDateTime>
#include <QKeyEvent>
#include <QToolButton>

namespace marquee::inventory {

using namespace Qt::StringLiterals;

namespace {

constexpr int Characters = 18; // with two buttons

QDate dateOf(std::int64_t day)
{
    return QDateTime::fromSecsSinceEpoch(day, Qt::UTC).date();
}

std::int64_t dayOf(QDate date)
{
    return QDateTime(date, QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
}

} // namespace

DayLine::DayLine(QWidget *parent)
    : QLineEdit(parent)
{
    setPlaceholderText(tr("any day"));
    setClearButtonEnabled(true);
    QAction *button = addAction(theme::icon(u"view-calendar-day"_s), QLineEdit::TrailingPosition);
    button->setToolTip(tr("Open the calendar (Alt+Down)"));
    for (QToolButton *made : findChildren<QToolButton *>()) {
        const bool isCalendar = made->defaultAction() == button;
        made->setAccessibleName(isCalendar ? tr("Open the calendar") : tr("Any day"));
        made->setObjectName(isCalendar ? u"openCalendar"_s : u"clearDay"_s);
    }
    editor::keepFieldSize(this, Characters);
    connect(button, &QAction::triggered, this, &DayLine::openCalendar);
    connect(this, &QLineEdit::textChanged, this, [this] {
        showSeverity();
        Q_EMIT dayChanged();
    });
    connect(&theme::Theme::instance(), &theme::Theme::changed, this,
        [button] { button->setIcon(theme::icon(u"view-calendar-day"_s)); });
}

std::optional<std::int64_t> DayLine::day() const
{
    const auto moment = catalog::DateTime::parseTyped(text().trimmed());
    return moment ? std::optional(dayOf(dateOf(*moment))) : std::nullopt;
}

void DayLine::setDay(std::optional<std::int64_t> day)
{
    setText(day ? dateOf(*day).toString(Qt::ISODate) : QString());
}

void DayLine::showSeverity()
{
    // While somebody types, a day is not yet one.
    editor::showMark(this, isReadable() || hasFocus() ? editor::Mark::None : editor::Mark::Error);
    setToolTip(isReadable() ? QString() : tr("This isn't a day. Write it like 2027-01-31."));
}

void DayLine::openCalendar()
{
    if (!m_calendar) {
        m_calendar = new editor::CalendarPopup(this);
        connect(m_calendar, &editor::CalendarPopup::picked, this, [this](QDate date) {
            setDay(dayOf(date));
            setFocus(Qt::PopupFocusReason);
        });
    }
    m_calendar->open(day() ? dateOf(*day()) : QDate(), this);
}

void DayLine::keyPressEvent(QKeyEvent *event)
{
    const bool isDown = event->key() == Qt::Key_Down;
    if (isDown && event->modifiers() == Qt::AltModifier)
        openCalendar();
    else if ((isDown || event->key() == Qt::Key_Up) && event->modifiers() == Qt::NoModifier && day())
        setDay(*day() + (isDown ? -timeline::Day : timeline::Day));
    else
        QLineEdit::keyPressEvent(event);
}

void DayLine::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    showSeverity();
}

} // namespace marquee::inventory
