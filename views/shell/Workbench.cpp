// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Workbench.h"

#include "avail/AvailView.h"
#include "exchange/Dispatcher.h"
#include "exchange/EnvironmentList.h"
#include "performances/Message.h"
#include "preview/PayloadPanel.h"
#include "problems/ProblemsPanel.h"
#include "rules/CountWords.h"
#include "rules/RuleSet.h"
#include "shell/ActivityDock.h"
#include "shell/AskLink.h"
#include "shell/BatchDocumentLink.h"
#include "shell/BatchLink.h"
#include "shell/BulkLink.h"
#include "shell/CallbacksLink.h"
#include "shell/ChangesLink.h"
#include "shell/CompareLink.h"
#include "shell/Dialogs.h"
#include "shell/DockTitle.h"
#include "shell/DocumentTabs.h"
#include "shell/EnvironmentButton.h"
#include "shell/EnvironmentLink.h"
#include "shell/ExchangesLink.h"
#include "shell/FileDesk.h"
#include "shell/FindButton.h"
#include "shell/FindLink.h"
#include "shell/FolderLink.h"
#include "shell/HelpSheets.h"
#include "shell/InspectorLink.h"
#include "shell/InventoryLink.h"
#include "shell/MaskLink.h"
#include "shell/Menus.h"
#include "shell/MessageBar.h"
#include "shell/MessageLink.h"
#include "shell/Navigator.h"
#include "shell/PreviewLink.h"
#include "shell/ProbeLink.h"
#include "shell/ProductionsLink.h"
#include "shell/ReconcileLink.h"
#include "shell/SafetyLink.h"
#include "shell/SandboxLink.h"
#include "shell/SendDesk.h"
#include "shell/SeriesLink.h"
#include "shell/StatusLine.h"
#include "shell/WatchLink.h"
#include "shell/actions/ActionRegistry.h"
#include "shell/theme/Theme.h"
#include "workspace/FolderModel.h"
#include "workspace/OpenDocuments.h"
#include "workspace/Settings.h"
#include "workspace/WorkspacePanel.h"

#include <QDir>
#include <QDockWidget>
#include <QFileInfo>
#include <QMainWindow>
#include <QMenu>
#include <QStackedWidget>
#include <QTime>
#include <QToolBar>

namespace marquee::shell {

using namespace Qt::StringLiterals;
using exchange::Intent;
using payload::Pointer;
using workspace::OpenDocument;
using workspace::OpenDocuments;

namespace {

QDockWidget *addDock(QMainWindow &window, Qt::DockWidgetArea area, const char *name, const QString &title, QWidget *content)
{
    auto *dock = new QDockWidget(title, &window);
    dock->setObjectName(QLatin1StringView(name));
    dock->setWidget(content);
    dock->setTitleBarWidget(new DockTitle(dock));
    content->setAccessibleName(title);
    window.addDockWidget(area, dock);
    return dock;
}

} // namespace

Workbench::Workbench(const Frame &frame, const Models &models, QStackedWidget &centre)
    : QObject(&frame.window)
    , m_frame(frame)
    , m_models(models)
    , m_centre(centre)
    , m_files(new FileDesk(m_models, m_frame.dialogs, m_frame.messages, &m_frame.window))
    , m_send(new SendDesk(m_models, m_frame.dialogs, m_frame.messages, &m_frame.window))
    , m_messages(new MessageLink(m_frame, m_models, this))
    , m_safety(new SafetyLink(m_frame, m_models.documents, this))
{
    buildTabs();
    buildDocks();
    buildTools();
    buildReading();
    connectModels();
    connectTabs();
    connectProblems();
    connectLinks();
    connectReading();
    connectFileActions();
    connectDocumentActions();
    connectExchangeActions();
}

void Workbench::show()
{
    m_environments->show();
    showCurrent();
}

void Workbench::offerDrafts()
{
    m_safety->offerDrafts();
}

bool Workbench::mayEnd()
{
    return m_batches->mayEnd() && m_reconcile->mayEnd();
}

void Workbench::buildTabs()
{
    const editor::Lookup lookup{m_models.rulebook.catalog, m_models.rulebook.vocabularies};
    const ActionRegistry &actions = m_frame.actions;
    m_tabs = new DocumentTabs({lookup, {actions.action("window.add"), actions.action("window.duplicate"), actions.action("window.remove")},
                                  {actions.action("item.addDocuments"), actions.action("item.add"), actions.action("item.duplicate"), actions.action("item.remove"),
                                      actions.action("item.moveUp"), actions.action("item.moveDown")},
                                  {actions.action("performance.add"), actions.action("performance.duplicate"), actions.action("performance.duplicateDay"),
                                      actions.action("performance.paste"), actions.action("performance.remove"), actions.action("performance.moveUp"),
                                      actions.action("performance.moveDown")},
                                  m_messages->sources()},
        &m_centre);
    m_centre.addWidget(m_tabs);
    m_batchDocuments = new BatchDocumentLink(m_frame, m_models, *m_tabs, this);
    m_bulk = new BulkLink(m_frame, *m_tabs, this);
    m_sandbox = new SandboxLink(m_frame, m_models.sandbox, this);
}

void Workbench::buildDocks()
{
    QMainWindow &window = m_frame.window;
    window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    window.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_folder = new FolderLink(m_frame, m_models, *m_tabs, *m_files, this);
    m_payload = new preview::PayloadPanel(&window);
    QDockWidget *folder = addDock(window, Qt::LeftDockWidgetArea, "workspaceDock", tr("Workspace"), m_folder->panel());
    QDockWidget *payload = addDock(window, Qt::RightDockWidgetArea, "payloadDock", tr("Payload"), m_payload);
    m_activity = new ActivityDock(&window);
    m_problems = new problems::ProblemsPanel(m_models.rulebook, m_activity);
    m_activity->addPage(m_problems, tr("Problems"));
    m_exchanges = new ExchangesLink(m_frame, m_models, *m_activity, *m_send, *m_files, this);
    m_changes = new ChangesLink(m_frame, m_models, *m_activity, *m_send, this);
    m_batches = new BatchLink(m_frame, m_models, *m_activity, *m_files, this);
    m_probe = new ProbeLink(m_frame, m_models, *m_activity, *m_files, this);
    m_callbacks = new CallbacksLink(m_frame, m_models, *m_activity, this);
    m_messages->begin(*m_tabs, m_callbacks->desk());
    window.addDockWidget(Qt::BottomDockWidgetArea, m_activity);
    // As large as they read well, and never so large that the form has no room.
    window.resizeDocks({folder, payload}, {std::min(theme::scaled(192), window.width() / 6), std::min(theme::scaled(352), window.width() * 2 / 7)}, Qt::Horizontal);
    window.resizeDocks({m_activity}, {std::min(theme::scaled(168), window.height() / 5)}, Qt::Vertical);
    for (QDockWidget *dock : {folder, payload, static_cast<QDockWidget *>(m_activity)})
        m_frame.menus.docks->addAction(dock->toggleViewAction());
    m_preview = new PreviewLink(*m_payload, *m_send, this);
    m_navigator = new Navigator(m_frame, m_models, *m_tabs, *m_files, *m_preview, this);
    m_callbacks->setNavigator(*m_navigator);
    new FindLink(m_frame, m_models, *m_activity, *m_tabs, *m_files, *m_navigator, this);
    m_inventory = new InventoryLink(m_frame, m_models, *m_tabs, *m_files, *m_navigator, m_centre, this);
    m_series = new SeriesLink(m_frame, m_models, *m_tabs, this);
    m_watch = new WatchLink(m_frame, m_models, *m_tabs, *m_files, this);
}

void Workbench::buildTools()
{
    QToolBar *tools = m_frame.menus.tools;
    auto *spacer = new QWidget(tools);
    spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    tools->addWidget(spacer);
    auto *find = new FindButton(m_frame.actions.action("tools.palette"), tools);
    tools->addWidget(find);
    m_navigator->setPaletteAnchor(find);
    m_environments = new EnvironmentLink(m_frame, m_models, this);
    tools->addWidget(m_environments->button());
}

void Workbench::buildReading()
{
    m_inspector = new InspectorLink(m_frame, m_models, *m_tabs, *m_files, *m_navigator, m_centre, this);
    m_ask = new AskLink(m_frame, m_models, *m_tabs, *m_navigator, m_centre, this);
    m_compare = new CompareLink(m_frame, m_models, *m_tabs, *m_files, *m_navigator, m_centre, this);
    m_mask = new MaskLink(m_frame, m_models, *m_tabs, *m_files, this);
    m_productions = new ProductionsLink(m_frame, m_models, *m_tabs, *m_files, *m_preview, m_centre, this);
    m_reconcile = new ReconcileLink(m_frame, m_models, *m_tabs, *m_files, *m_navigator, m_centre, this);
}

void Workbench::connectModels()
{
    OpenDocuments &documents = m_models.documents;
    connect(&documents, &OpenDocuments::opened, this, &Workbench::documentOpened);
    connect(&documents, &OpenDocuments::closing, this, &Workbench::documentClosing);
    connect(&documents, &OpenDocuments::opening, this, [this](const QString &path) {
        m_frame.status.say(tr("Opening “%1”…").arg(QFileInfo(path).fileName()));
        // A file that opens at once needs no word of it.
        if (QFileInfo(path).size() > 4 * 1024 * 1024)
            m_frame.messages.sayBusy(tr("Opening “%1”…").arg(QFileInfo(path).fileName()));
        connect(&m_frame.messages, &MessageBar::cancelled, &m_models.documents, [this, path] {
            m_models.documents.cancelOpening(path);
            m_frame.messages.dismiss();
        }, Qt::SingleShotConnection);
    });
    connect(&documents, &OpenDocuments::saved, this, [this](OpenDocument *) {
        m_frame.status.say(tr("Saved %1").arg(m_frame.window.locale().toString(QTime::currentTime(), u"HH:mm"_s)));
    });
}

void Workbench::documentOpened(OpenDocument *document)
{
    if (m_frame.messages.isBusy() && !m_models.documents.isOpening() && m_models.dispatcher.running() == 0)
        m_frame.messages.dismiss();
    m_models.folder.follow(document);
    connect(document, &OpenDocument::stateChanged, this, &Workbench::updateActions);
    connect(document, &OpenDocument::problemsChanged, this, &Workbench::updateActions);
    connect(document, &OpenDocument::pendingChanged, this, &Workbench::updateActions);
    connect(document, &OpenDocument::kindChanged, this, &Workbench::showCurrent, Qt::QueuedConnection); // its page is made anew first
    m_tabs->add(document);
    m_centre.setCurrentIndex(1);
    m_frame.status.say(tr("“%1” is open").arg(document->name()));
    if (document->origin() == OpenDocument::Origin::New)
        m_tabs->focusField(document->isMessage() ? performances::placeOf(0).child("@id") : Pointer().child("avail").child("ALID"));
    updateActions();
}

void Workbench::documentClosing(OpenDocument *document)
{
    if (document == current()) {
        m_preview->setDocument(nullptr);
        m_problems->setDocument(nullptr);
        m_changes->setDocument(nullptr);
    }
    m_tabs->remove(document);
    m_centre.setCurrentIndex(m_tabs->count() > 0 ? 1 : 0);
    showCurrent();
}

void Workbench::connectTabs()
{
    connect(m_tabs, &DocumentTabs::currentDocumentChanged, this, &Workbench::showCurrent);
    connect(m_tabs, &DocumentTabs::closeWanted, this, [this](OpenDocument *document) {
        editor::finishTyping();
        m_files->close({document});
    });
    connect(m_tabs, &DocumentTabs::pageClosed, this, [this] {
        m_centre.setCurrentIndex(m_tabs->count() > 0 ? 1 : 0);
        updateActions();
    });
    connect(m_tabs, &DocumentTabs::fieldFocused, m_preview, &PreviewLink::showField);
    connect(m_tabs, &DocumentTabs::refused, this, [this](const QString &why) { m_frame.messages.say(MessageBar::Kind::Error, why); });
    connect(m_tabs, &DocumentTabs::repairWanted, m_files, &FileDesk::showRepair);
    connect(m_tabs, &DocumentTabs::exportWanted, m_files, &FileDesk::saveBytes);
    connect(m_preview, &PreviewLink::placeShown, &m_frame.status, &StatusLine::showPlace);
    connect(m_preview, &PreviewLink::placeActivated, this, [this](const Pointer &field) {
        m_preview->showField(field);
        m_tabs->markField(field);
    });
}

void Workbench::connectProblems()
{
    using problems::ProblemsPanel;
    connect(m_problems, &ProblemsPanel::activated, this, [this](const Pointer &field, const payload::Path &) { m_navigator->goTo(field); });
    connect(m_problems, &ProblemsPanel::fixWanted, this, [this](const rules::Fix &fix) {
        const auto done = current() ? current()->apply(fix) : Expected<bool>(false);
        if (!done)
            m_frame.messages.say(MessageBar::Kind::Error, done.error().message);
    });
    connect(m_problems, &ProblemsPanel::explainWanted, this, [this](const QString &id) { showRule(*m_models.rulebook.rules, id, &m_frame.window); });
    connect(m_problems, &ProblemsPanel::repairWanted, this, [this] { m_files->showRepair(current()); });
    connect(m_send, &SendDesk::problemsWanted, this, [this](OpenDocument *document) {
        m_tabs->show(document);
        m_activity->showPage(m_problems);
        m_problems->focusFirst();
    });
}

void Workbench::connectLinks()
{
    connect(m_environments, &EnvironmentLink::changed, m_preview, &PreviewLink::requestChanged);
    connect(m_environments, &EnvironmentLink::changed, m_messages, &MessageLink::environmentChanged);
    connect(m_environments, &EnvironmentLink::saved, m_files, &FileDesk::openFolder);
    connect(m_environments, &EnvironmentLink::secretGiven, &m_models.dispatcher, &exchange::Dispatcher::giveSecret);
    connect(m_environments, &EnvironmentLink::secretGiven, m_batches, &BatchLink::giveSecret);
    connect(m_environments, &EnvironmentLink::secretGiven, m_probe, &ProbeLink::giveSecret);
    connect(m_environments, &EnvironmentLink::changed, m_probe, &ProbeLink::showStage);
    connect(m_send, &SendDesk::ended, this, &Workbench::updateActions);
    m_send->setNumbering([this](OpenDocument &document) { return m_messages->number(document); });
    connect(m_send, &SendDesk::ended, m_messages, [this](int number) { m_messages->sent(m_send->documentOf(number)); });
    connect(m_send, &SendDesk::ended, m_changes, &ChangesLink::takeAnswer);
    connect(m_changes, &ChangesLink::fieldWanted, m_navigator, &Navigator::goTo);
    connect(m_exchanges, &ExchangesLink::placeWanted, this, [this](OpenDocument *document, const Pointer &field) {
        m_tabs->show(document);
        m_navigator->goTo(field);
    });
    connect(m_sandbox, &SandboxLink::faultsChanged, m_environments, &EnvironmentLink::setFaults);
    connect(m_batches, &BatchLink::itemWanted, m_navigator, &Navigator::openAt);
    connect(m_batches, &BatchLink::rowWanted, m_navigator, &Navigator::openRow);
}

/// What is read leads to what can be done with it.
void Workbench::connectReading()
{
    connect(m_tabs, &DocumentTabs::inspectWanted, m_inspector, [this](OpenDocument *document) { m_inspector->inspectDocument(*document); });
    connect(m_tabs, &DocumentTabs::questionWanted, m_productions, [this](OpenDocument *document) { m_productions->showQuestion(document->textToSave().toByteArray()); });
    connect(m_exchanges, &ExchangesLink::inspectWanted, m_inspector, &InspectorLink::inspectExchange);
    connect(m_productions, &ProductionsLink::inspectWanted, m_inspector, &InspectorLink::inspect);
    connect(m_inspector, &InspectorLink::compareWanted, m_compare, &CompareLink::compareReply);
    connect(m_inspector, &InspectorLink::askWanted, m_ask, &AskLink::askReply);
    connect(m_inspector, &InspectorLink::maskWanted, m_mask, [this](const QString &name, const QByteArray &bytes) { m_mask->mask(name, payload::Text(bytes)); });
    connect(m_productions, &ProductionsLink::environmentsWanted, m_environments, &EnvironmentLink::edit);
    connect(m_productions, &ProductionsLink::explainWanted, this, [this](const QString &id) { showRule(*m_models.rulebook.rules, id, &m_frame.window); });
    connect(m_environments, &EnvironmentLink::secretGiven, m_reconcile, &ReconcileLink::giveSecret);
}

template <typename What>
void Workbench::on(const char *action, What what)
{
    connect(m_frame.actions.action(action), &QAction::triggered, this, what);
}

void Workbench::connectFileActions()
{
    on("file.new", [this] { m_files->makeNew(); });
    on("file.open", [this] { m_files->openWithDialog(); });
    on("file.openFolder", [this] { m_files->chooseFolder(); });
    on("file.paste", [this] { m_files->paste(); });
    on("file.save", [this] { m_files->save(current()); });
    on("file.saveAs", [this] { m_files->saveAs(current()); });
    on("file.saveAll", [this] { m_files->saveAll(); });
    on("file.close", [this] {
        if (QWidget *page = m_tabs->currentPage())
            m_tabs->closePage(page);
        else
            m_files->close({current()});
    });
    connect(m_frame.menus.recent, &QMenu::aboutToShow, this, &Workbench::fillRecent);
    on("view.nextTab", [this] { m_tabs->setCurrentIndex((m_tabs->currentIndex() + 1) % std::max(1, m_tabs->count())); });
    on("view.previousTab", [this] { m_tabs->setCurrentIndex((m_tabs->currentIndex() + m_tabs->count() - 1) % std::max(1, m_tabs->count())); });
    on("tools.palette", [this] { m_navigator->openPalette(); });
    on("help.rules", [this] { showRules(*m_models.rulebook.rules, &m_frame.window); });
}

void Workbench::connectDocumentActions()
{
    on("edit.undo", [this] {
        if (m_inventory->isInFront())
            m_inventory->undo();
        else
            current()->undo();
    });
    connect(m_inventory, &InventoryLink::stateChanged, this, &Workbench::updateUndo);
    on("edit.redo", [this] { current()->redo(); });
    on("edit.find", [this] { m_tabs->find(); });
    on("document.showText", [this] { m_tabs->showText(); });
    on("document.validate", [this] {
        current()->validateAll();
        m_frame.status.say(tr("Validated: %1").arg(rules::countsInWords(current()->counts())));
        m_activity->showPage(m_problems);
    });
    on("document.nextProblem", [this] { m_navigator->stepProblem(1); });
    on("document.previousProblem", [this] { m_navigator->stepProblem(-1); });
    using Page = avail::AvailView::Page;
    for (const auto &[id, page] : {std::pair("document.showTitle", Page::Title), {"document.showWindows", Page::Windows}, {"document.showTimeline", Page::Timeline}})
        on(id, [this, shown = page] { m_tabs->currentAvail()->showPage(shown); });
    const auto onWindows = [this](const char *id, void (avail::WindowsPage::*what)()) {
        on(id, [this, what] {
            avail::AvailView *view = m_tabs->currentAvail();
            view->showPage(Page::Windows);
            (view->windows()->*what)();
        });
    };
    onWindows("window.add", &avail::WindowsPage::addWindow);
    onWindows("window.duplicate", &avail::WindowsPage::duplicateWindow);
    onWindows("window.remove", &avail::WindowsPage::removeWindows);
    onWindows("window.filter", &avail::WindowsPage::focusFilter);
    onWindows("window.selectAll", &avail::WindowsPage::selectAll);
    onWindows("term.add", &avail::WindowsPage::addTerm);
    for (const auto &[id, by] : {std::pair("window.moveUp", -1), {"window.moveDown", 1}}) {
        on(id, [this, step = by] {
            m_tabs->currentAvail()->showPage(Page::Windows);
            m_tabs->currentAvail()->windows()->moveWindows(step);
        });
    }
}

void Workbench::connectExchangeActions()
{
    on("exchange.put", [this] { m_send->run(Intent::Put, current()); });
    on("exchange.validate", [this] { m_send->run(Intent::Validate, current()); });
    on("exchange.get", [this] { m_send->run(Intent::Get, current()); });
    on("exchange.delete", [this] { m_send->run(Intent::Delete, current()); });
    on("exchange.getWindow", [this] { m_send->runForWindow(Intent::Get, current(), m_tabs->currentAvail()->windows()->currentWindow()); });
    on("exchange.deleteWindow", [this] { m_send->runForWindow(Intent::Delete, current(), m_tabs->currentAvail()->windows()->currentWindow()); });
    on("exchange.reload", [this] { m_files->openFolder(m_models.folder.folder()); });
}

OpenDocument *Workbench::current() const
{
    return m_tabs->current();
}

void Workbench::showCurrent()
{
    OpenDocument *document = current();
    m_preview->setDocument(document);
    m_problems->setDocument(document);
    m_changes->setDocument(document);
    m_batches->setDocument(document);
    m_probe->setDocument(document);
    m_ask->setDocument(document);
    m_compare->setDocument(document);
    m_reconcile->setDocument(document);
    if (m_productions->isInFront())
        m_productions->showPreview();
    m_folder->panel()->setCurrentPath(document ? document->path() : QString());
    m_frame.status.showPlace({}, 0);
    m_watch->setDocument(document);
    updateActions();
}

void Workbench::updateActions()
{
    const OpenDocument *document = current();
    m_activity->setCount(m_problems, document ? document->counts().total() : 0);
    const bool isPayload = document && document->isPayload();
    const bool isAvail = document && document->isAvail() && m_tabs->currentAvail();
    const auto may = [&](Intent intent) { return isPayload && exchange::isPossible(intent, document->payload()); };
    const auto enable = [this](std::initializer_list<const char *> ids, bool on) {
        for (const char *id : ids)
            m_frame.actions.action(id)->setEnabled(on);
    };
    enable({"file.save", "file.saveAs"}, document != nullptr);
    enable({"file.close"}, document || m_tabs->currentPage());
    enable({"edit.find"}, m_tabs->canFind());
    m_folder->updateActions(document);
    m_series->updateActions(document);
    enable({"document.validate", "document.nextProblem", "document.previousProblem", "document.changesSaved", "document.changesAnswer", "document.changesFile"}, isPayload);
    enable({"document.showTitle", "document.showWindows", "document.showTimeline", "window.add", "term.add"}, isAvail);
    enable({"tools.inspect", "tools.mask"}, document != nullptr);
    enable({"document.showText"}, m_tabs->hasTextPage());
    const bool hasWindow = isAvail && m_tabs->currentAvail()->windows()->currentWindow() >= 0;
    enable({"window.duplicate", "window.remove", "window.moveUp", "window.moveDown", "window.filter", "window.selectAll", "exchange.getWindow", "exchange.deleteWindow"}, hasWindow);
    enable({"exchange.put"}, may(Intent::Put));
    enable({"exchange.validate"}, may(Intent::Validate));
    enable({"exchange.get"}, may(Intent::Get));
    enable({"exchange.delete"}, may(Intent::Delete));
    m_batchDocuments->updateActions();
    m_bulk->updateActions();
    m_messages->updateActions();
    enable({"view.nextTab", "view.previousTab"}, m_tabs->count() > 1);
    const std::vector<OpenDocument *> all = m_models.documents.all();
    enable({"file.saveAll"}, std::any_of(all.begin(), all.end(), [](const OpenDocument *one) { return one->isModified(); }));
    updateUndo();
    m_frame.window.setWindowTitle(document ? QString(document->name() + u"[*] — Marquee"_s) : u"Marquee"_s);
    m_frame.window.setWindowModified(document && document->isModified());
}

void Workbench::updateUndo()
{
    const OpenDocument *document = current();
    QAction *undo = m_frame.actions.action("edit.undo");
    QAction *redo = m_frame.actions.action("edit.redo");
    undo->setEnabled(document ? document->canUndo() : m_inventory->canUndo());
    redo->setEnabled(document && document->canRedo());
    const QString undone = document ? document->undoCaption() : QString();
    const QString redone = document ? document->redoCaption() : QString();
    undo->setText(undone.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(undone));
    redo->setText(redone.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(redone));
}

void Workbench::fillRecent()
{
    QMenu *recent = m_frame.menus.recent;
    recent->clear();
    for (const QString &path : m_models.settings.recentFiles()) {
        QAction *action = recent->addAction(QDir::toNativeSeparators(path));
        connect(action, &QAction::triggered, this, [this, path] { m_files->open({path}); });
    }
    if (recent->isEmpty())
        recent->addAction(tr("Nothing yet"))->setEnabled(false);
}

} // namespace marquee::shell
