// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/LineEditor.h"

#include <QDateTime>

class QAction;

namespace marquee::editor {
class CalendarPopup;
}

namespace marquee::production {

/// One end of a stretch of time as a query writes it: with a time zone (2026-03-14T09:00:00Z) or without (the venue's
/// own clock). Shown as it is written. What people type otherwise ("14.3.2026 9:00") becomes that; a moment typed
/// without a zone is UTC where one is needed. Alt+Down opens a calendar, which keeps the time of day.
class BoundEditor : public editor::LineEditor
{
    Q_OBJECT

public:
    explicit BoundEditor(bool isZoned, QWidget *parent = nullptr);

    QString reading() const override; ///< "UTC · Saturday", "Saturday"
    QString shortReading() const override;
    void setReadOnly(bool readOnly) override;
    void openCalendar();

protected:
    std::optional<std::string> jsonOf(const QString &text) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QDateTime moment() const; ///< as it is written, whatever the zone; invalid where it isn't one
    void pick(QDate day);
    QString read(QLocale::FormatType format) const;

    bool m_isZoned;
    QAction *m_button;
    editor::CalendarPopup *m_calendar = nullptr;
};

/// The same time of day in the other spelling: the zone is taken away, or UTC's is put behind. A text that is neither
/// stays.
QString respelled(const QString &bound, bool zoned);

} // namespace marquee::production
