// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/BulkDialog.h"
#include "windows/PasteRows.h"

#include <optional>

class QCheckBox;
class QTableView;

namespace marquee::bulk {

/// Shows rows that were copied in a spreadsheet: which column says what of a window, what becomes of each row, and what
/// is wrong with it, before anything changes.
class PasteDialog : public BulkDialog
{
    Q_OBJECT

public:
    /// `rows`: text as RowTable reads it. `like`: new windows are made like that one; nothing: like the last.
    PasteDialog(const rules::Context &context, const QByteArray &rows, std::optional<std::uint32_t> like = {},
        QWidget *parent = nullptr);

private:
    static constexpr int MostShown = 500;

    void makeColumns();
    void choose(int column);
    void setTarget(int column, int target);
    QString targetWords(int column) const;
    void refresh();
    void showRows(const windows::PastePlan &plan);
    void showProblems(const windows::PastePlan &plan);
    QString unmatchedWords() const;

    Expected<exchange::RowTable> m_rows;
    exchange::RowMapping m_mapping;
    windows::PasteOptions m_options;
    QStandardItemModel *m_columns;
    QStandardItemModel *m_preview;
    QStandardItemModel *m_problems;
    QTableView *m_columnTable = nullptr;
    QTableView *m_previewTable = nullptr;
    QTableView *m_problemTable = nullptr;
    QLabel *m_unmatched;
    QCheckBox *m_empty;
};

} // namespace marquee::bulk
