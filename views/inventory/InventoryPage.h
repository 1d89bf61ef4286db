// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/FieldEditor.h"
#include "inventory/Record.h"
#include "payload/Pointer.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace marquee::inventory {

class ChangeTogetherDialog;
class Inventory;
class InventoryBar;
class InventoryEdit;
class InventoryModel;
class InventoryTable;
class OutcomeBar;

/// All windows of the workspace: a filter, a table, and what changes them together.
class InventoryPage : public QWidget
{
    Q_OBJECT

public:
    /// The inventory has to outlive it.
    InventoryPage(Inventory &inventory, const editor::Lookup &lookup, QWidget *parent = nullptr);

    void focusSearch();
    /// Asks what is to become of the selected windows, and does it.
    void changeTogether();
    bool canChange() const; ///< something is selected, and nothing is being done
    /// The whole of the last change.
    void undoChange();
    bool canUndoChange() const;
    void copy();

Q_SIGNALS:
    /// A window in its document: the pointer is that of the window.
    void placeWanted(const QString &path, const marquee::payload::Pointer &window);
    void folderWanted(); ///< there is nothing to show
    void stateChanged(); ///< canChange or canUndoChange may be another

private:
    QWidget *makeHead();
    QWidget *makeEmpty(const QString &name, QLabel *&words, const QString &button, void (InventoryPage::*pressed)());
    void clearFilter();
    void wantFolder() { Q_EMIT folderWanted(); }
    void openWindow(int row);
    void takeCriteria();
    void follow();
    void refresh();
    void showProgress();
    void showApplied();
    QString countWords() const;

    Inventory &m_inventory;
    editor::Lookup m_lookup;
    InventoryEdit *m_edit;
    InventoryModel *m_model;
    InventoryBar *m_bar;
    InventoryTable *m_table;
    OutcomeBar *m_outcome;
    QPointer<ChangeTogetherDialog> m_dialog; ///< while it is open
    QStackedWidget *m_stack;
    QLabel *m_counts = nullptr;
    QLabel *m_doing = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_readOn = nullptr;
    QPushButton *m_change = nullptr;
    QLabel *m_noAvails = nullptr;
    QLabel *m_noMatch = nullptr;
    QPushButton *m_noAvailsButton = nullptr;
};

} // namespace marquee::inventory
