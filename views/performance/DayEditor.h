// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/LineEditor.h"

#include <QDate>

class QAction;

namespace marquee::editor {
class CalendarPopup;
}

namespace marquee::performance {

/// A date as messages write it, "2026-03-14". Reads what people type. Up and Down step by a day, with Ctrl by a month,
/// Page Up and Page Down by a year; Alt+Down opens a calendar.
class DayEditor : public editor::LineEditor
{
    Q_OBJECT

public:
    explicit DayEditor(QWidget *parent = nullptr);

    QString reading() const override; ///< "Saturday"
    void setReadOnly(bool readOnly) override;
    void openCalendar();
    editor::CalendarPopup *calendar() const { return m_calendar; } ///< null until it was opened

protected:
    QString textOf(const payload::Value &value) const override;
    std::optional<std::string> jsonOf(const QString &text) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QDate date() const; ///< invalid where there is none
    bool step(int key, Qt::KeyboardModifiers modifiers);

    QAction *m_button;
    editor::CalendarPopup *m_calendar = nullptr;
};

} // namespace marquee::performance
