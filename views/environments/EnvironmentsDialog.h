// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environments/Draft.h"
#include "environments/FileField.h"
#include "exchange/Finding.h"
#include "exchange/Secrets.h"

#include <QDialog>

#include <vector>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;
class QScrollArea;

namespace marquee::environments {

class EnvironmentPage;
class SecretKeeper;

/// Where requests can go: the sandbox, and the environments of a workspace's marquee.json, to be added, changed, tried
/// and removed. Nothing is written before Save, and no secret ever but to the key store.
class EnvironmentsDialog : public QDialog
{
    Q_OBJECT

public:
    /// The folder is the workspace's; the environments are those that its marquee.json says, with the sandbox first
    /// where it runs. The secrets outlive the dialog.
    EnvironmentsDialog(const QString &folder, std::vector<exchange::Environment> environments,
        exchange::Secrets &secrets, QWidget *parent);
    ~EnvironmentsDialog() override;

    /// The environment of that name is shown; the first where there is none.
    void select(const QString &name);
    /// Instead of the platform's dialog.
    void setFileChooser(const FileChooser &chooser);

    void reject() override;

Q_SIGNALS:
    /// marquee.json says now what the dialog says.
    void saved();
    /// A secret that is good until the program ends; empty: forget what was given.
    void secretGiven(const marquee::exchange::SecretSource &source, const QByteArray &secret);

private:
    QWidget *buildList();
    QWidget *buildFoot();
    void connectPage();

    Draft &current() { return m_drafts[m_current]; }
    void insert(Draft draft);
    void add();
    void duplicate();
    void remove();
    void go(std::size_t index);
    void fillList();
    void dressItem(std::size_t index);
    void take();
    void review();
    void lookIntoFiles();
    void tryIt();
    void save();
    bool isReadyToSave();
    void write();
    void say(const QString &problem);
    void setBusy(bool busy);

    QString m_folder;
    exchange::Secrets &m_secrets;
    SecretKeeper *m_keeper;
    std::vector<Draft> m_drafts;
    std::vector<QString> m_savedNames; ///< as marquee.json said when the dialog was opened
    std::size_t m_current = 0;
    int m_look = 0; ///< answers to earlier questions are let go
    bool m_isChanged = false;
    bool m_isWarned = false; ///< that something would be lost
    bool m_isBusy = false;

    QListWidget *m_list = nullptr;
    QPushButton *m_duplicate = nullptr;
    QPushButton *m_remove = nullptr;
    QScrollArea *m_scroll = nullptr;
    EnvironmentPage *m_page = nullptr;
    QWidget *m_problem = nullptr;
    QLabel *m_problemIcon = nullptr;
    QLabel *m_problemText = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace marquee::environments
