// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/BulkDialog.h"
#include "windows/PasteTerms.h"

class QBoxLayout;
class QRadioButton;

namespace marquee::bulk {

/// What dialogs that give windows terms share: the terms in words, what becomes of each, and whether the others stay.
class TermsDialog : public BulkDialog
{
    Q_OBJECT

protected:
    /// `button`: what the main button says, for so many windows; `undo`: what the Undo menu calls it, likewise.
    using Words = QString (*)(int windows);
    TermsDialog(const rules::Context &context, const QString &name, const QString &title, const QString &why,
        const windows::Rows &rows, Words button, Words undo, QWidget *parent);

    const windows::Rows &rows() const { return m_rows; } ///< ascending, each stands
    /// The choice between Merge and Replace, and the terms below; once.
    QBoxLayout *makePreview();
    /// Shows other terms, or why there are none; an error without a message is said elsewhere.
    void setTerms(Expected<windows::TermList> terms);

private:
    QRadioButton *choice(const QString &name, const QString &title, const QString &tip);
    void refresh();
    void showTerms(const windows::TermsPlan &plan);
    void fitColumns();

    windows::Rows m_rows;
    Words m_button;
    Words m_undo;
    Expected<windows::TermList> m_terms;
    QStandardItemModel *m_preview;
    QTableView *m_table = nullptr;
    QRadioButton *m_replace = nullptr;
};

} // namespace marquee::bulk
