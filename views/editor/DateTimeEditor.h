// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/LineEditor.h"

class QAction;

namespace marquee::editor {

class CalendarPopup;

/// A moment in UTC, as "2026-03-14 09:00"; one that is written with an offset is shown as it is written. Reads what
/// people type. Up and Down step by a day, with Ctrl by a month, Page Up and Page Down by a year; Alt+Down opens a
/// calendar, which keeps the time of day.
class DateTimeEditor : public LineEditor
{
    Q_OBJECT

public:
    explicit DateTimeEditor(QWidget *parent = nullptr);

    /// "UTC · Saturday"
    QString reading() const override;
    QString shortReading() const override;
    void setReadOnly(bool readOnly) override;

    void openCalendar();
    CalendarPopup *calendar() const { return m_calendar; } ///< null until it was opened

protected:
    QString textOf(const payload::Value &value) const override;
    std::optional<std::string> jsonOf(const QString &text) const override;
    void textChanged() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::optional<std::int64_t> moment() const;
    bool step(int key, Qt::KeyboardModifiers modifiers);
    void pick(QDate day);

    QAction *m_button;
    CalendarPopup *m_calendar = nullptr;
};

} // namespace marquee::editor
