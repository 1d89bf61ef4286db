// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/BulkDialog.h"
#include "performances/PasteRows.h"

class QCheckBox;
class QTableView;

namespace marquee::performance {

/// Shows rows that were copied in a spreadsheet: which column says what of a performance, what becomes of each row, and
/// what is wrong with it, before anything changes.
class PasteDialog : public bulk::BulkDialog
{
    Q_OBJECT

public:
    /// `rows`: text as RowTable reads it.
    PasteDialog(const rules::Context &context, const QByteArray &rows, QWidget *parent = nullptr);

private:
    static constexpr int MostShown = 500;

    void makeColumns();
    void choose(int column);
    void setTarget(int column, int target);
    QString targetWords(int column) const;
    void refresh();
    void showColumns();
    void showRows(const windows::PastePlan &plan);
    void showProblems(const windows::PastePlan &plan);
    QString unmatchedWords() const;

    Expected<exchange::RowTable> m_rows;
    performances::ColumnMapping m_mapping;
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

} // namespace marquee::performance
