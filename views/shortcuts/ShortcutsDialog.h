// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QAction;
class QKeySequence;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace marquee::shell {
class ActionRegistry;
}

namespace marquee::shortcuts {

class KeysEdit;
class ShortcutsModel;

/// The keys of every action, to be looked up and changed. Keys that clash are told, and taken from the other action only where that
/// is said. What is changed holds at once.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(shell::ActionRegistry &actions, QWidget *parent = nullptr);

Q_SIGNALS:
    void changed(); ///< keys of an action
    /// The sheet of all keys is to be saved.
    void sheetWanted(const QByteArray &pdf);

private:
    QWidget *makeList();
    QWidget *makeEditor();
    QLayout *makeButtons();
    QAction *current() const;
    void showCurrent();
    void judge();
    void give(const QKeySequence &keys);
    void giveTyped();

    shell::ActionRegistry &m_actions;
    ShortcutsModel *m_model;
    QSortFilterProxyModel *m_filter;
    QLineEdit *m_search = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_name = nullptr;
    KeysEdit *m_keys = nullptr;
    QLabel *m_judgement = nullptr;
    QPushButton *m_set = nullptr;
    QPushButton *m_usual = nullptr;
    QPushButton *m_none = nullptr;
    QPushButton *m_allUsual = nullptr;
};

} // namespace marquee::shortcuts
