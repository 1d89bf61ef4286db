// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Frame.h"
#include "shell/Models.h"

#include <QObject>

class QStackedWidget;

namespace marquee::preview {
class PayloadPanel;
}
namespace marquee::problems {
class ProblemsPanel;
}
namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::shell {

class ActivityDock;
class AskLink;
class BatchDocumentLink;
class BatchLink;
class BulkLink;
class CallbacksLink;
class ChangesLink;
class CompareLink;
class DocumentTabs;
class EnvironmentLink;
class ExchangesLink;
class FileDesk;
class FindLink;
class FolderLink;
class InspectorLink;
class InventoryLink;
class MaskLink;
class MessageLink;
class Navigator;
class PreviewLink;
class ProbeLink;
class ProductionsLink;
class ReconcileLink;
class SafetyLink;
class SandboxLink;
class SendDesk;
class SeriesLink;
class WatchLink;

/// What the window holds once there are models: documents in the middle, docks around them, and the actions that work on what is
/// current.
class Workbench : public QObject
{
    Q_OBJECT

public:
    /// `centre`: its page 0 is what is shown without documents; page 1 becomes theirs.
    Workbench(const Frame &frame, const Models &models, QStackedWidget &centre);

    /// Shows what is chosen; once the window's layout is as it was left.
    void show();

    FileDesk &files() { return *m_files; }
    DocumentTabs &documents() { return *m_tabs; }
    /// Asks about what an earlier session couldn't save.
    void offerDrafts();
    /// False where something still runs that the user doesn't want to end.
    bool mayEnd();

private:
    void buildTabs();
    void buildDocks();
    void buildTools();
    void buildReading();
    void connectModels();
    void connectTabs();
    void connectProblems();
    void connectLinks();
    void connectReading();
    void connectFileActions();
    void connectDocumentActions();
    void connectExchangeActions();
    template <typename What>
    void on(const char *action, What what);

    workspace::OpenDocument *current() const;
    void documentOpened(workspace::OpenDocument *document);
    void documentClosing(workspace::OpenDocument *document);
    void showCurrent();
    void updateActions();
    void updateUndo();
    void fillRecent();

    const Frame m_frame;
    const Models m_models;
    QStackedWidget &m_centre;
    FileDesk *m_files;
    SendDesk *m_send;
    DocumentTabs *m_tabs = nullptr;
    preview::PayloadPanel *m_payload = nullptr;
    problems::ProblemsPanel *m_problems = nullptr;
    FolderLink *m_folder = nullptr;
    InventoryLink *m_inventory = nullptr;
    SeriesLink *m_series = nullptr;
    WatchLink *m_watch = nullptr;
    ActivityDock *m_activity = nullptr;
    PreviewLink *m_preview = nullptr;
    Navigator *m_navigator = nullptr;
    EnvironmentLink *m_environments = nullptr;
    ExchangesLink *m_exchanges = nullptr;
    BatchLink *m_batches = nullptr;
    ChangesLink *m_changes = nullptr;
    ProbeLink *m_probe = nullptr;
    BatchDocumentLink *m_batchDocuments = nullptr;
    BulkLink *m_bulk = nullptr;
    SandboxLink *m_sandbox = nullptr;
    AskLink *m_ask = nullptr;
    CompareLink *m_compare = nullptr;
    InspectorLink *m_inspector = nullptr;
    MaskLink *m_mask = nullptr;
    ProductionsLink *m_productions = nullptr;
    ReconcileLink *m_reconcile = nullptr;
    MessageLink *m_messages;
    CallbacksLink *m_callbacks = nullptr;
    SafetyLink *m_safety;
};

} // namespace marquee::shell
