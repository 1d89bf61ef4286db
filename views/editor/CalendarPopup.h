// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QFrame>

class QCalendarWidget;

namespace marquee::editor {

/// A month to pick a day from, under a field. Escape closes it and changes nothing.
class CalendarPopup : public QFrame
{
    Q_OBJECT

public:
    explicit CalendarPopup(QWidget *parent);

    void open(QDate day, const QWidget *under);
    QCalendarWidget *calendar() const { return m_calendar; }

Q_SIGNALS:
    void picked(QDate day);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void paintDays();

    QCalendarWidget *m_calendar;
};

} // namespace marquee::editor
