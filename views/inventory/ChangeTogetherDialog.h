// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/FieldEditor.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;

namespace marquee::inventory {

class InventoryEdit;
class PlannedModel;
class WishForm;

/// Asks what is to become of the selected windows, and lists all that would change, document by document. Accepted: it
/// is planned, and wanted.
class ChangeTogetherDialog : public QDialog
{
    Q_OBJECT

public:
    /// The windows are those that `edit` has selected; it has to outlive the dialog.
    ChangeTogetherDialog(InventoryEdit &edit, const editor::Lookup &lookup, QWidget *parent = nullptr);

    void done(int result) override;

private:
    QLabel *label(const QString &name, const QString &role, const QString &text = {});
    void makeTable();
    QWidget *makeButtons();
    void applyTheme();
    void ask(); ///< plans, a moment after the last change
    void showPlan();
    void showNothing(const QString &why);
    void showNotes(const QStringList &notes);

    InventoryEdit &m_edit;
    WishForm *m_form;
    PlannedModel *m_model;
    QTableView *m_table = nullptr;
    QLabel *m_title;
    QLabel *m_counts;
    QLabel *m_notes;
    QProgressBar *m_progress;
    QPushButton *m_apply = nullptr;
    QTimer m_ask;
};

} // namespace marquee::inventory
