// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/BulkDialog.h"
#include "performances/Copies.h"

class QLineEdit;

namespace marquee::bulk {
class CheckList;
}
namespace marquee::editor {
class CalendarPopup;
}

namespace marquee::performance {

/// Asks on which dates and in which halls performances are to be shown again, and shows each that would be made.
class DuplicateDialog : public bulk::BulkDialog
{
    Q_OBJECT

public:
    /// `minutes`: how long each keeps its hall, for telling overlaps.
    DuplicateDialog(const rules::Context &context, performances::Rows rows, int minutes, QWidget *parent = nullptr);

private:
    static constexpr int MostShown = 300;

    QWidget *makeDates();
    QWidget *makeHalls();
    void addDate(QDate date);
    void addTyped();
    void addWeek();
    void showDates();
    void refresh();
    void showPreview(const std::vector<performances::CopiedPerformance> &copies);
    QDate lastDate() const;

    performances::Rows m_rows;
    int m_minutes;
    std::vector<QDate> m_dates;
    QLineEdit *m_typed = nullptr;
    QWidget *m_chips = nullptr;
    editor::CalendarPopup *m_calendar = nullptr;
    bulk::CheckList *m_halls = nullptr;
    QLineEdit *m_pattern;
    QStandardItemModel *m_preview;
};

} // namespace marquee::performance
