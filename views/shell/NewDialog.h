// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/Templates.h"

#include <QDialog>

class QButtonGroup;
class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace marquee::shell {

/// Which template to begin with, and whether as a full or a partial extract. The user's own templates stand behind the
/// built-in ones, and are renamed and deleted here; that stays whether the dialog is accepted or not.
class NewDialog : public QDialog
{
    Q_OBJECT

public:
    explicit NewDialog(const workspace::Templates &templates, QWidget *parent = nullptr);

    /// Holds until one's own templates are read again, as the next dialog does. Null where nothing that works is
    /// chosen.
    const workspace::Template *chosen() const;
    workspace::Extract extract() const;

    void accept() override;

private:
    void fill(const std::string &current);
    void addHeading(const QString &text);
    void addItem(const workspace::Template &one);
    QWidget *makeManage();
    void showCurrent();
    void rename(QListWidgetItem *item);
    void removeCurrent();
    void undoRemove();
    void tell(const QString &words, bool canUndo = false);
    const workspace::Template *current() const; ///< also one that is broken

    const workspace::Templates &m_templates;
    QListWidget *m_list;
    QWidget *m_choice = nullptr; ///< full or partial
    QButtonGroup *m_extract;
    QPushButton *m_make = nullptr;
    QWidget *m_manage = nullptr;
    QPushButton *m_rename = nullptr;
    QPushButton *m_delete = nullptr;
    QPushButton *m_undo = nullptr;
    QLabel *m_told = nullptr;
    QString m_removedName; ///< of the template that was deleted last
    QByteArray m_removed;
    bool m_isFilling = false;
};

} // namespace marquee::shell
