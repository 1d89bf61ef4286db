// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

#include <cstdint>
#include <optional>

namespace marquee::editor {
class CalendarPopup;
}

namespace marquee::inventory {

/// A day, typed as people do or picked from a calendar (Alt+Down). Up and Down step by a day.
class DayLine : public QLineEdit
{
    Q_OBJECT

public:
    explicit DayLine(QWidget *parent = nullptr);

    /// The midnight with which it begins, UTC, seconds since 1970; nothing where no day is said, or it can't be read.
    std::optional<std::int64_t> day() const;
    void setDay(std::optional<std::int64_t> day);
    bool isReadable() const { return text().trimmed().isEmpty() || day(); }

Q_SIGNALS:
    void dayChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void openCalendar();
    void showSeverity();

    editor::CalendarPopup *m_calendar = nullptr;
};

} // namespace marquee::inventory
