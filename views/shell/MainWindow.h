// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Menus.h"
#include "shell/Models.h"

#include <QMainWindow>

class QStackedWidget;

namespace marquee::shell {

class ActionRegistry;
class Dialogs;
class DocumentTabs;
class FileDesk;
class MessageBar;
class StatusLine;
class Workbench;

/// The editor's window: menus, tool bar, messages and status around a Workbench, which comes with the models.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// The frame alone: menus, tool bar, what to do next. It can be shown while the models are being made. Settings and dialogs
    /// outlive the window.
    MainWindow(workspace::Settings &settings, Dialogs &dialogs);
    /// The whole at once.
    MainWindow(const Models &models, Dialogs &dialogs);
    ~MainWindow() override;

    /// Everything that works on models; once. They outlive the window.
    void furnish(const Models &models);

    ActionRegistry &actions() { return *m_actions; }
    /// Asks about documents that an earlier session couldn't save; once it is furnished.
    void offerDrafts();
    // Once it is furnished.
    FileDesk &files();
    DocumentTabs &documents();

Q_SIGNALS:
    /// Once, when something of the window is on screen.
    void firstFramePainted();

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildCentre();
    void connectViewActions();
    void openShortcuts();
    void setTextSize(int percent);

    workspace::Settings &m_settings;
    Dialogs &m_dialogs;
    ActionRegistry *m_actions;
    MenuParts m_menus;
    MessageBar *m_messages = nullptr;
    QStackedWidget *m_centre = nullptr;
    StatusLine *m_status = nullptr;
    Workbench *m_workbench = nullptr;
    bool m_mayClose = false;
    bool m_painted = false;
};

} // namespace marquee::shell
