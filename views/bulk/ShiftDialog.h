// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/BulkDialog.h"
#include "windows/ShiftDates.h"

class QCheckBox;
class QSpinBox;

namespace marquee::bulk {

/// Asks by how much the dates of windows are to be shifted, and shows the first of them before and after.
class ShiftDialog : public BulkDialog
{
    Q_OBJECT

public:
    ShiftDialog(const rules::Context &context, const windows::Rows &rows, QWidget *parent = nullptr);

private:
    static constexpr std::size_t MostShown = 100;

    windows::Shift shift() const;
    QSpinBox *number(const QString &name, const QString &title, int most);
    QCheckBox *choice(const QString &name, const QString &title, bool isOn);
    void refresh();

    windows::Rows m_rows;
    QStandardItemModel *m_preview;
    QSpinBox *m_months;
    QSpinBox *m_days;
    QCheckBox *m_start;
    QCheckBox *m_end;
    QCheckBox *m_terms;
};

} // namespace marquee::bulk
