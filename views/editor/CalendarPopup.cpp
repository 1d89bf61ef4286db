// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/CalendarPopup.h"

#include "editor/PopupPlace.h"
#include "shell/theme/Theme.h"

#include <QCalendarWidget>
#include <QKeyEvent>
#include <QLocale>
#include <QTableView>
#include <QTextCharFormat>
#include <QVBoxLayout>

namespace marquee::editor {

using namespace Qt::StringLiterals;

CalendarPopup::CalendarPopup(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_calendar(new QCalendarWidget(this))
{
    setProperty("popup", true);
    setAccessibleName(tr("Calendar"));
    m_calendar->setObjectName(u"calendar"_s);
    m_calendar->setAccessibleName(tr("Calendar"));
    m_calendar->setLocale(QLocale());
    m_calendar->setFirstDayOfWeek(Qt::Monday);
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setHorizontalHeaderFormat(QCalendarWidget::ShortDayNames);
    m_calendar->setDateEditEnabled(false); // typing belongs to the field
    for (QTableView *days : m_calendar->findChildren<QTableView *>())
        days->installEventFilter(this);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_calendar);
    const auto pick = [this](QDate day) {
        close();
        Q_EMIT picked(day);
    };
    connect(m_calendar, &QCalendarWidget::activated, this, pick);
    connect(m_calendar, &QCalendarWidget::clicked, this, pick);
    paintDays();
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &CalendarPopup::paintDays);
}

void CalendarPopup::paintDays()
{
    // Qt paints week-ends red, which is the colour of errors here.
    QTextCharFormat day;
    day.setForeground(theme::color(theme::Token::Text));
    for (int weekday = Qt::Monday; weekday <= Qt::Sunday; ++weekday)
        m_calendar->setWeekdayTextFormat(static_cast<Qt::DayOfWeek>(weekday), day);
    QTextCharFormat header;
    header.setForeground(theme::color(theme::Token::TextSoft));
    header.setBackground(theme::color(theme::Token::Base));
    m_calendar->setHeaderTextFormat(header);
    m_calendar->setMinimumSize(theme::scaled(296), theme::scaled(232));
}

void CalendarPopup::open(QDate day, const QWidget *under)
{
    m_calendar->setSelectedDate(day.isValid() ? day : QDate::currentDate());
    showUnder(this, under);
    m_calendar->setFocus(Qt::PopupFocusReason);
}

void CalendarPopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

bool CalendarPopup::eventFilter(QObject *watched, QEvent *event)
{
    // The days' view takes Escape for itself.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        close();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace marquee::editor
