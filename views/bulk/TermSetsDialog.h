// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulk/TermsDialog.h"
#include "workspace/TermSets.h"

#include <utility>

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace marquee::bulk {

/// The user's sets of terms: made of a window, renamed in the list, deleted and brought back, and given to windows.
/// What is done to the sets is kept whether the dialog is accepted or not.
class TermSetsDialog : public TermsDialog
{
    Q_OBJECT

public:
    /// New sets are made of the first of the windows. Without a window sets can be looked at, renamed and deleted.
    TermSetsDialog(
        const rules::Context &context, const windows::Rows &rows, workspace::TermSets sets, QWidget *parent = nullptr);

private:
    QBoxLayout *makeSets();
    QPushButton *button(const QString &name, const QString &title, const QString &tip);
    void fill(const QString &current);
    void filter();
    void showCurrent();
    void makeNew();
    void rename(QListWidgetItem *item);
    void removeCurrent();
    void undoRemove();
    void tell(const QString &words, bool canUndo = false);
    QString freeName() const;

    workspace::TermSets m_sets;
    std::vector<workspace::TermSet> m_listed;
    std::pair<QString, QByteArray> m_removed; ///< the last one that was deleted
    QLineEdit *m_search;
    QListWidget *m_list;
    QPushButton *m_new = nullptr;
    QPushButton *m_rename = nullptr;
    QPushButton *m_delete = nullptr;
    QPushButton *m_undo = nullptr;
    QLabel *m_told = nullptr;
    QLabel *m_none = nullptr; ///< in place of an empty list
    QLabel *m_heading = nullptr;
    bool m_isFilling = false;
};

} // namespace marquee::bulk
