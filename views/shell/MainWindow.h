// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Pointer.h"
#include "shell/Menus.h"
#include "shell/Models.h"

#include <QMainWindow>

#include <optional>

class QLabel;
class QStackedWidget;

namespace marquee::exchanges {
class ExchangesPanel;
}
namespace marquee::preview {
class PayloadPanel;
}
namespace marquee::problems {
class ProblemsPanel;
}
namespace marquee::workspace {
class OpenDocument;
class WorkspacePanel;
}

namespace marquee::shell {

class ActionRegistry;
class ActivityDock;
class Dialogs;
class DocumentTabs;
class EnvironmentButton;
class FileDesk;
class MessageBar;
class PreviewLink;
class SendDesk;
class StatusLine;

/// The editor's window: documents in the middle, docks around them, and the actions that work on what is current.
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

    FileDesk &files() { return *m_files; }
    ActionRegistry &actions() { return *m_actions; }
    DocumentTabs &documents() { return *m_tabs; }

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
    void buildTabs();
    void buildDocks();
    void buildTools();
    void connectModels();
    void connectDocks();
    void connectFileActions();
    void connectViewActions();
    void connectDocumentActions();
    void connectExchangeActions();

    workspace::OpenDocument *current() const;
    void showCurrent();
    void updateActions();
    void fillRecent();
    void goTo(const payload::Pointer &field);
    void stepProblem(int by);
    void chooseEnvironment(const QString &name);
    void showEnvironment();
    void setTextSize(int percent);
    void openPalette();
    void explain(const QString &ruleId);
    void showRules();
    void showAbout();

    workspace::Settings &m_settings;
    Dialogs &m_dialogs;
    std::optional<const Models> m_models;
    ActionRegistry *m_actions;
    MenuParts m_menus;
    MessageBar *m_messages = nullptr;
    QWidget *m_stripe = nullptr; ///< the colour of a protected environment
    QStackedWidget *m_centre = nullptr;
    DocumentTabs *m_tabs = nullptr;
    EnvironmentButton *m_environment = nullptr;
    StatusLine *m_status = nullptr;
    FileDesk *m_files = nullptr;
    SendDesk *m_send = nullptr;
    PreviewLink *m_preview = nullptr;
    preview::PayloadPanel *m_payload = nullptr;
    problems::ProblemsPanel *m_problems = nullptr;
    exchanges::ExchangesPanel *m_exchanges = nullptr;
    workspace::WorkspacePanel *m_workspace = nullptr;
    ActivityDock *m_activity = nullptr;
    QWidget *m_findAnchor = nullptr;
    bool m_mayClose = false;
    bool m_painted = false;
};

} // namespace marquee::shell
