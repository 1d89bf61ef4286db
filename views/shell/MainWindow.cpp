// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/MainWindow.h"

#include "avail/AvailView.h"
#include "catalog/Vocabularies.h"
#include "exchange/Dispatcher.h"
#include "exchange/EnvironmentList.h"
#include "exchanges/ExchangesPanel.h"
#include "partners/PartnerPlace.h"
#include "preview/PayloadPanel.h"
#include "preview/PayloadView.h"
#include "problems/ProblemsPanel.h"
#include "problems/RuleSheet.h"
#include "rules/RuleSet.h"
#include "shell/ActivityDock.h"
#include "shell/AskDialog.h"
#include "shell/Dialogs.h"
#include "shell/DockTitle.h"
#include "shell/DocumentTabs.h"
#include "shell/EnvironmentButton.h"
#include "shell/FileDesk.h"
#include "shell/MessageBar.h"
#include "shell/Palette.h"
#include "shell/PreviewLink.h"
#include "shell/SendDesk.h"
#include "shell/StatusLine.h"
#include "shell/TextPane.h"
#include "shell/WelcomePage.h"
#include "shell/actions/ActionRegistry.h"
#include "shell/theme/Icons.h"
#include "shell/theme/Theme.h"
#include "workspace/FolderModel.h"
#include "workspace/OpenDocuments.h"
#include "workspace/Settings.h"
#include "workspace/WorkspacePanel.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QDir>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QTime>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>

namespace marquee::shell {

using namespace Qt::StringLiterals;
using exchange::Intent;
using payload::Pointer;
using workspace::OpenDocument;

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

MainWindow::MainWindow(workspace::Settings &settings, Dialogs &dialogs)
    : m_settings(settings)
    , m_dialogs(dialogs)
    , m_actions(new ActionRegistry(this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"Marquee"_s);
    setWindowIcon(QIcon(u":/theme/marquee.svg"_s));
    setIconSize(QSize(theme::scaled(16), theme::scaled(16)));
    setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowTabbedDocks);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    // Before anything else that an action does: what stands in a field is in the document.
    for (QAction *action : m_actions->all())
        connect(action, &QAction::triggered, this, &editor::finishTyping);
    m_menus = buildMenus(*this, *m_actions);
    buildCentre();
    m_status = new StatusLine(this);
    setStatusBar(m_status);
    connectViewActions();
    resize(QSize(theme::scaled(1440), theme::scaled(900)).boundedTo(screen()->availableSize()));
    restoreGeometry(m_settings.windowGeometry());
}

MainWindow::MainWindow(const Models &models, Dialogs &dialogs)
    : MainWindow(models.settings, dialogs)
{
    furnish(models);
}

void MainWindow::furnish(const Models &models)
{
    m_models.emplace(models);
    m_files = new FileDesk(*m_models, m_dialogs, *m_messages, this);
    m_send = new SendDesk(*m_models, m_dialogs, *m_messages, this);
    buildTabs();
    buildDocks();
    buildTools();
    connectModels();
    connectDocks();
    connectFileActions();
    connectDocumentActions();
    connectExchangeActions();
    addActions(QList<QAction *>(m_actions->all().begin(), m_actions->all().end()));
    setAcceptDrops(true);
    restoreState(m_settings.windowLayout());
    showEnvironment();
    showCurrent();
}

bool MainWindow::event(QEvent *event)
{
    const bool done = QMainWindow::event(event);
    if (event->type() == QEvent::Paint && !std::exchange(m_painted, true))
        QTimer::singleShot(0, this, &MainWindow::firstFramePainted);
    return done;
}

MainWindow::~MainWindow()
{
    // While everything is there: an editor that loses the cursor hands on what was typed.
    if (QWidget *focus = focusWidget())
        focus->clearFocus();
}

void MainWindow::buildCentre()
{
    auto *centre = new QWidget(this);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_messages = new MessageBar(centre);
    m_centre = new QStackedWidget(centre);
    m_centre->addWidget(new WelcomePage(m_actions->action("file.new"), m_actions->action("file.open"), m_actions->action("file.openFolder"), m_centre));
    layout->addWidget(m_messages);
    layout->addWidget(m_centre, 1);
    setCentralWidget(centre);
}

void MainWindow::buildTabs()
{
    const editor::Lookup lookup{m_models->rulebook.catalog, m_models->rulebook.vocabularies};
    m_tabs = new DocumentTabs(lookup, {m_actions->action("window.add"), m_actions->action("window.duplicate"), m_actions->action("window.remove")}, m_centre);
    m_centre->addWidget(m_tabs);

    // Over everything, and only where a protected environment is chosen.
    m_stripe = new QWidget(this);
    m_stripe->setObjectName(u"protectedStripe"_s);
    m_stripe->setFixedHeight(theme::scaled(4));
    m_stripe->setAutoFillBackground(true);
    auto *stripe = new QToolBar(tr("Environment"), this);
    stripe->setObjectName(u"protectedBar"_s);
    stripe->setMovable(false);
    stripe->setContextMenuPolicy(Qt::PreventContextMenu);
    stripe->setStyleSheet(u"QToolBar { padding: 0; border: none; }"_s);
    m_stripe->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    stripe->addWidget(m_stripe);
    insertToolBar(m_menus.tools, stripe);
    insertToolBarBreak(m_menus.tools);
    stripe->hide();
}

void MainWindow::buildDocks()
{
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_workspace = new workspace::WorkspacePanel(m_models->folder, this);
    m_payload = new preview::PayloadPanel(this);
    m_problems = new problems::ProblemsPanel(m_models->rulebook, this);
    m_exchanges = new exchanges::ExchangesPanel(m_models->exchanges, this);
    QDockWidget *folder = addDock(*this, Qt::LeftDockWidgetArea, "workspaceDock", tr("Workspace"), m_workspace);
    QDockWidget *payload = addDock(*this, Qt::RightDockWidgetArea, "payloadDock", tr("Payload"), m_payload);
    m_activity = new ActivityDock(this);
    m_activity->addPage(m_problems, tr("Problems"));
    m_activity->addPage(m_exchanges, tr("Exchanges"));
    addDockWidget(Qt::BottomDockWidgetArea, m_activity);
    // As large as they read well, and never so large that the form has no room.
    resizeDocks({folder, payload}, {std::min(theme::scaled(192), width() / 6), std::min(theme::scaled(352), width() * 2 / 7)}, Qt::Horizontal);
    resizeDocks({m_activity}, {std::min(theme::scaled(168), height() / 5)}, Qt::Vertical);
    for (QDockWidget *dock : {folder, payload, static_cast<QDockWidget *>(m_activity)})
        m_menus.docks->addAction(dock->toggleViewAction());
    m_preview = new PreviewLink(*m_payload, *m_send, this);
}

void MainWindow::buildTools()
{
    auto *spacer = new QWidget(m_menus.tools);
    spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_menus.tools->addWidget(spacer);
    auto *find = new QPushButton(theme::icon(u"search"_s), tr("Find anything   %1").arg(m_actions->action("tools.palette")->shortcut().toString(QKeySequence::NativeText)), m_menus.tools);
    find->setObjectName(u"findAnything"_s);
    find->setAccessibleName(tr("Find anything"));
    connect(find, &QPushButton::clicked, m_actions->action("tools.palette"), &QAction::trigger);
    m_menus.tools->addWidget(find);
    m_findAnchor = find;
    m_environment = new EnvironmentButton(m_models->environments, m_menus.tools);
    m_menus.tools->addWidget(m_environment);
}

void MainWindow::connectModels()
{
    using workspace::OpenDocuments;
    OpenDocuments &documents = m_models->documents;
    connect(&documents, &OpenDocuments::opened, this, [this](OpenDocument *document) {
        if (m_messages->isBusy() && !m_models->documents.isOpening() && m_models->dispatcher.running() == 0)
            m_messages->dismiss();
        m_models->folder.follow(document);
        connect(document, &OpenDocument::stateChanged, this, &MainWindow::updateActions);
        connect(document, &OpenDocument::problemsChanged, this, &MainWindow::updateActions);
        m_tabs->add(document);
        m_centre->setCurrentIndex(1);
        m_status->say(tr("“%1” is open").arg(document->name()));
        if (document->origin() == OpenDocument::Origin::New)
            m_tabs->focusField(Pointer().child("avail").child("ALID"));
        updateActions();
    });
    connect(&documents, &OpenDocuments::closing, this, [this](OpenDocument *document) {
        if (document == current()) {
            m_preview->setDocument(nullptr);
            m_problems->setDocument(nullptr);
        }
        m_tabs->remove(document);
        m_centre->setCurrentIndex(m_tabs->count() > 0 ? 1 : 0);
        showCurrent();
    });
    connect(&documents, &OpenDocuments::opening, this, [this](const QString &path) {
        m_status->say(tr("Opening “%1”…").arg(QFileInfo(path).fileName()));
        // A file that opens at once needs no word of it.
        if (QFileInfo(path).size() > 4 * 1024 * 1024)
            m_messages->sayBusy(tr("Opening “%1”…").arg(QFileInfo(path).fileName()));
        connect(m_messages, &MessageBar::cancelled, &m_models->documents, [this, path] {
            m_models->documents.cancelOpening(path);
            m_messages->dismiss();
        }, Qt::SingleShotConnection);
    });
    connect(&documents, &OpenDocuments::saved, this, [this](OpenDocument *) { m_status->say(tr("Saved %1").arg(locale().toString(QTime::currentTime(), u"HH:mm"_s))); });
    connect(&m_models->environments, &exchange::EnvironmentList::changed, this, &MainWindow::showEnvironment);
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, [this] {
        m_actions->refreshIcons();
        showEnvironment();
    });
}

void MainWindow::connectDocks()
{
    connect(m_tabs, &DocumentTabs::currentDocumentChanged, this, &MainWindow::showCurrent);
    connect(m_tabs, &DocumentTabs::closeWanted, this, [this](OpenDocument *document) {
        editor::finishTyping();
        m_files->close({document});
    });
    connect(m_tabs, &DocumentTabs::fieldFocused, m_preview, &PreviewLink::showField);
    connect(m_tabs, &DocumentTabs::refused, this, [this](const QString &why) { m_messages->say(MessageBar::Kind::Error, why); });
    connect(m_tabs, &DocumentTabs::repairWanted, m_files, &FileDesk::showRepair);
    connect(m_preview, &PreviewLink::placeShown, m_status, &StatusLine::showPlace);
    connect(m_preview, &PreviewLink::placeActivated, this, [this](const Pointer &field) {
        m_preview->showField(field);
        if (avail::AvailView *view = m_tabs->currentAvail())
            view->markField(field);
    });

    connect(m_problems, &problems::ProblemsPanel::activated, this, [this](const Pointer &field, const payload::Path &) { goTo(field); });
    connect(m_problems, &problems::ProblemsPanel::fixWanted, this, [this](const rules::Fix &fix) {
        const auto done = current() ? current()->apply(fix.edits, {fix.title, {}}) : Expected<bool>(false);
        if (!done)
            m_messages->say(MessageBar::Kind::Error, done.error().message);
    });
    connect(m_problems, &problems::ProblemsPanel::explainWanted, this, &MainWindow::explain);
    connect(m_problems, &problems::ProblemsPanel::repairWanted, this, [this] { m_files->showRepair(current()); });

    connect(m_exchanges, &exchanges::ExchangesPanel::cancelWanted, &m_models->dispatcher, &exchange::Dispatcher::cancel);
    connect(m_exchanges, &exchanges::ExchangesPanel::openReplyWanted, m_send, &SendDesk::openReply);
    connect(m_exchanges, &exchanges::ExchangesPanel::said, m_status, &StatusLine::say);
    connect(m_exchanges, &exchanges::ExchangesPanel::saveReplyWanted, this, [this](int number) {
        if (const exchange::Exchange *exchange = m_models->exchanges.find(number))
            m_files->saveReply(exchange->reply.body, tr("answer-%1.json").arg(number));
    });
    connect(m_exchanges, &exchanges::ExchangesPanel::partnerErrorActivated, this, [this](int number, const partners::PartnerError &error) {
        OpenDocument *document = m_send->documentOf(number);
        const auto place = document && document->isPayload() ? partners::placeIn(error, document->payload()) : std::nullopt;
        if (!place) {
            m_messages->say(MessageBar::Kind::Hint, tr("The partner names no place that can be found in the document."));
            return;
        }
        m_tabs->show(document);
        goTo(*place);
    });
    connect(m_send, &SendDesk::ended, this, [this](int number) {
        m_exchanges->select(number);
        updateActions();
    });
    connect(m_messages, &MessageBar::action, this, [this] { m_activity->showPage(m_exchanges); });
    connect(m_send, &SendDesk::problemsWanted, this, [this](OpenDocument *document) {
        m_tabs->show(document);
        m_activity->showPage(m_problems);
        m_problems->focusFirst();
    });

    connect(m_workspace, &workspace::WorkspacePanel::openRequested, this, [this](const QString &path) { m_files->open({path}); });
    connect(m_workspace, &workspace::WorkspacePanel::chooseFolderRequested, m_files, &FileDesk::chooseFolder);
    connect(m_workspace, &workspace::WorkspacePanel::showInFolderRequested, this, [](const QString &path) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
    });
    connect(m_files, &FileDesk::folderChanged, this, [this](const QString &folder) {
        m_workspace->setToolTip(QDir::toNativeSeparators(folder));
        const auto loaded = m_models->environments.load(folder);
        if (!loaded)
            m_messages->say(MessageBar::Kind::Warning, loaded.error().message + u' ' + loaded.error().nextStep);
    });
}

void MainWindow::connectFileActions()
{
    const auto on = [this](const char *id, auto what) { connect(m_actions->action(id), &QAction::triggered, this, what); };
    on("file.new", [this] { m_files->makeNew(); });
    on("file.open", [this] { m_files->openWithDialog(); });
    on("file.openFolder", [this] { m_files->chooseFolder(); });
    on("file.paste", [this] { m_files->paste(); });
    on("file.save", [this] { m_files->save(current()); });
    on("file.saveAs", [this] { m_files->saveAs(current()); });
    on("file.saveAll", [this] { m_files->saveAll(); });
    on("file.close", [this] { m_files->close({current()}); });
    on("file.quit", [this] { close(); });
    connect(m_menus.recent, &QMenu::aboutToShow, this, &MainWindow::fillRecent);
}

void MainWindow::connectViewActions()
{
    const auto on = [this](const char *id, auto what) { connect(m_actions->action(id), &QAction::triggered, this, what); };
    const auto choose = [this](theme::Mode mode, const QString &name) {
        theme::Theme::instance().apply(*qApp, mode, theme::Theme::instance().percent());
        m_settings.setTheme(name);
    };
    on("view.light", [choose] { choose(theme::Mode::Light, u"light"_s); });
    on("view.dark", [choose] { choose(theme::Mode::Dark, u"dark"_s); });
    on("view.system", [choose] { choose(theme::Mode::System, u"system"_s); });
    const theme::Mode mode = theme::Theme::instance().mode();
    m_actions->action(mode == theme::Mode::Light ? "view.light" : mode == theme::Mode::Dark ? "view.dark" : "view.system")->setChecked(true);
    on("view.larger", [this] { setTextSize(theme::Theme::instance().percent() + 25); });
    on("view.smaller", [this] { setTextSize(theme::Theme::instance().percent() - 25); });
    on("view.normal", [this] { setTextSize(100); });
    on("view.nextTab", [this] { m_tabs->setCurrentIndex((m_tabs->currentIndex() + 1) % std::max(1, m_tabs->count())); });
    on("view.previousTab", [this] { m_tabs->setCurrentIndex((m_tabs->currentIndex() + m_tabs->count() - 1) % std::max(1, m_tabs->count())); });
    on("tools.palette", [this] { openPalette(); });
    on("help.rules", [this] { showRules(); });
    on("help.about", [this] { showAbout(); });
}

void MainWindow::connectDocumentActions()
{
    const auto on = [this](const char *id, auto what) { connect(m_actions->action(id), &QAction::triggered, this, what); };
    on("edit.undo", [this] { current()->undo(); });
    on("edit.redo", [this] { current()->redo(); });
    on("edit.find", [this] {
        if (avail::AvailView *view = m_tabs->currentAvail())
            view->find();
        else if (TextPane *pane = m_tabs->currentText())
            pane->find();
    });
    on("document.validate", [this] {
        current()->validateAll();
        const rules::Counts counts = current()->counts();
        m_status->say(tr("Validated: %1 errors, %2 warnings, %3 hints").arg(counts.errors).arg(counts.warnings).arg(counts.hints));
        m_activity->showPage(m_problems);
    });
    on("document.nextProblem", [this] { stepProblem(1); });
    on("document.previousProblem", [this] { stepProblem(-1); });
    using Page = avail::AvailView::Page;
    for (const auto &[id, page] : {std::pair("document.showTitle", Page::Title), {"document.showWindows", Page::Windows}, {"document.showText", Page::Text}})
        on(id, [this, shown = page] { m_tabs->currentAvail()->showPage(shown); });
    const auto onWindows = [&](const char *id, void (avail::WindowsPage::*what)()) {
        on(id, [this, what] {
            avail::AvailView *view = m_tabs->currentAvail();
            view->showPage(Page::Windows);
            (view->windows()->*what)();
        });
    };
    onWindows("window.add", &avail::WindowsPage::addWindow);
    onWindows("window.duplicate", &avail::WindowsPage::duplicateWindow);
    onWindows("window.remove", &avail::WindowsPage::removeWindows);
    onWindows("term.add", &avail::WindowsPage::addTerm);
}

void MainWindow::connectExchangeActions()
{
    const auto on = [this](const char *id, auto what) { connect(m_actions->action(id), &QAction::triggered, this, what); };
    on("exchange.put", [this] { m_send->run(Intent::Put, current()); });
    on("exchange.validate", [this] { m_send->run(Intent::Validate, current()); });
    on("exchange.get", [this] { m_send->run(Intent::Get, current()); });
    on("exchange.delete", [this] { m_send->run(Intent::Delete, current()); });
    on("exchange.getWindow", [this] { m_send->runForWindow(Intent::Get, current(), m_tabs->currentAvail()->windows()->currentWindow()); });
    on("exchange.deleteWindow", [this] { m_send->runForWindow(Intent::Delete, current(), m_tabs->currentAvail()->windows()->currentWindow()); });
    on("exchange.reload", [this] { m_files->openFolder(m_models->folder.folder()); });
    connect(m_environment, &EnvironmentButton::chosen, this, &MainWindow::chooseEnvironment);
}

OpenDocument *MainWindow::current() const
{
    return m_tabs ? m_tabs->current() : nullptr;
}

void MainWindow::showCurrent()
{
    OpenDocument *document = current();
    m_preview->setDocument(document);
    m_problems->setDocument(document);
    m_workspace->setCurrentPath(document ? document->path() : QString());
    m_status->showPlace({}, 0);
    updateActions();
}

void MainWindow::updateActions()
{
    const OpenDocument *document = current();
    m_activity->setCount(m_problems, document ? document->counts().total() : 0);
    const bool isPayload = document && document->isPayload();
    const bool isAvail = document && document->isAvail() && m_tabs->currentAvail();
    const bool isSendable = isPayload && (document->kind() == rules::DocumentKind::Avail || document->kind() == rules::DocumentKind::Batch);
    const auto enable = [this](std::initializer_list<const char *> ids, bool on) {
        for (const char *id : ids)
            m_actions->action(id)->setEnabled(on);
    };
    enable({"file.save", "file.saveAs", "file.close", "edit.find"}, document != nullptr);
    enable({"document.validate", "document.nextProblem", "document.previousProblem"}, isPayload);
    enable({"document.showTitle", "document.showWindows", "document.showText", "window.add", "term.add"}, isAvail);
    const bool hasWindow = isAvail && m_tabs->currentAvail()->windows()->currentWindow() >= 0;
    enable({"window.duplicate", "window.remove", "exchange.getWindow", "exchange.deleteWindow"}, hasWindow);
    enable({"exchange.put", "exchange.validate"}, isSendable);
    enable({"exchange.get", "exchange.delete"}, isSendable || isAvail);
    enable({"view.nextTab", "view.previousTab"}, m_tabs->count() > 1);
    bool anyModified = false;
    for (const OpenDocument *one : m_models->documents.all())
        anyModified = anyModified || one->isModified();
    enable({"file.saveAll"}, anyModified);

    QAction *undo = m_actions->action("edit.undo");
    QAction *redo = m_actions->action("edit.redo");
    undo->setEnabled(isPayload && document->payload().canUndo());
    redo->setEnabled(isPayload && document->payload().canRedo());
    const QString undone = isPayload ? document->payload().undoCaption() : QString();
    const QString redone = isPayload ? document->payload().redoCaption() : QString();
    undo->setText(undone.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(undone));
    redo->setText(redone.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(redone));

    setWindowModified(document && document->isModified());
    setWindowTitle(document ? QString(document->name() + u"[*] — Marquee"_s) : u"Marquee"_s);
}

void MainWindow::fillRecent()
{
    m_menus.recent->clear();
    for (const QString &path : m_settings.recentFiles()) {
        QAction *action = m_menus.recent->addAction(QDir::toNativeSeparators(path));
        connect(action, &QAction::triggered, this, [this, path] { m_files->open({path}); });
    }
    if (m_menus.recent->isEmpty())
        m_menus.recent->addAction(tr("Nothing yet"))->setEnabled(false);
}

void MainWindow::goTo(const Pointer &field)
{
    m_tabs->focusField(field);
    m_preview->showField(field);
}

void MainWindow::stepProblem(int by)
{
    const OpenDocument *document = current();
    const std::vector<rules::Problem> problems = document->validator().problems(300);
    if (problems.empty()) {
        m_status->say(tr("No problems."));
        return;
    }
    // From where the list stands, round and round.
    const int count = static_cast<int>(problems.size());
    const int last = property("shownProblem").toInt();
    const int next = property("shownProblem").isValid() ? (last + by + count) % count : (by > 0 ? 0 : count - 1);
    setProperty("shownProblem", next);
    const rules::Problem &problem = problems[static_cast<std::size_t>(next)];
    m_status->say(tr("Problem %1 of %2: %3").arg(next + 1).arg(count).arg(problem.rule->message(problem, document->validator().context())));
    current()->touch(problem.rule->field(problem, document->validator().context()));
    goTo(problem.rule->field(problem, document->validator().context()));
}

void MainWindow::chooseEnvironment(const QString &name)
{
    if (m_models->environments.choose(name))
        m_settings.setEnvironment(name);
}

void MainWindow::showEnvironment()
{
    const exchange::EnvironmentList &environments = m_models->environments;
    const exchange::Environment &environment = environments.current();
    const auto index = static_cast<std::size_t>(&environment - environments.all().data());
    const QColor color = colorOf(environments, index);
    m_preview->requestChanged();
    const QUrl url = exchange::EnvironmentList::primeUrl(environment);
    const QString where = url.isEmpty() ? tr("not running") : url.authority();
    m_status->showEnvironment(tr("%1 on %2").arg(environmentTitle(environment.name), where), color);

    QPalette palette = m_stripe->palette();
    palette.setColor(QPalette::Window, color);
    m_stripe->setPalette(palette);
    m_stripe->parentWidget()->setVisible(environment.isProtected);
    const QColor text = theme::contrast(Qt::white, color) >= 4.5 ? QColor(Qt::white) : QColor(Qt::black);
    m_menus.send->setStyleSheet(environment.isProtected ? u"QToolButton { background: %1; color: %2; }"_s.arg(color.name(), text.name()) : QString());
}

void MainWindow::setTextSize(int percent)
{
    const int wanted = std::clamp(percent, theme::Theme::SmallestPercent, theme::Theme::LargestPercent);
    theme::Theme::instance().apply(*qApp, theme::Theme::instance().mode(), wanted);
    m_settings.setTextPercent(wanted);
    m_status->say(tr("Text at %1 %").arg(wanted));
}

void MainWindow::openPalette()
{
    auto *palette = new Palette(*m_models, *m_actions, current(), this);
    connect(palette, &Palette::fieldWanted, this, &MainWindow::goTo);
    connect(palette, &Palette::fileWanted, this, [this](const QString &path) { m_files->open({path}); });
    connect(palette, &Palette::documentWanted, m_tabs, &DocumentTabs::show);
    palette->openBelow(m_findAnchor);
}

void MainWindow::explain(const QString &ruleId)
{
    if (const rules::Rule *rule = m_models->rulebook.rules->find(ruleId.toStdString())) {
        auto *sheet = new problems::RuleSheet(*rule, this);
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        sheet->open();
    }
}

void MainWindow::showRules()
{
    auto *dialog = new AskDialog(tr("Rules"), tr("What is checked. Choose one to read why."), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *list = new QListWidget(dialog);
    list->setObjectName(u"ruleList"_s);
    list->setAccessibleName(tr("Rules"));
    list->setProperty("card", true);
    list->setMinimumSize(theme::scaled(560), theme::scaled(480));
    for (const auto &rule : m_models->rulebook.rules->all()) {
        auto *item = new QListWidgetItem(theme::severityIcon(rule->info().severity), QString::fromLatin1(rule->info().id) + u"   "_s + rule->title(), list);
        item->setData(Qt::UserRole, QString::fromLatin1(rule->info().id));
    }
    connect(list, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) { explain(item->data(Qt::UserRole).toString()); });
    dialog->addContent(list);
    dialog->addButton(u"closeRules"_s, tr("Close"), 0, true);
    dialog->open();
}

void MainWindow::showAbout()
{
    auto *dialog = new AskDialog(tr("Marquee %1").arg(QApplication::applicationVersion()),
                                 tr("An editor for avails and their terms. The document is the payload: what you see is what is stored and sent.\n\n"
                                    "Free software under the GNU General Public License, version 3 or later. Qt %1.").arg(QString::fromLatin1(qVersion())),
                                 this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->addButton(u"closeAbout"_s, tr("Close"), 0, true);
    dialog->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_mayClose && m_models) {
        event->ignore();
        editor::finishTyping();
        m_files->close(m_models->documents.all(), [this] {
            m_mayClose = true;
            QTimer::singleShot(0, this, &QWidget::close); // a window that is closing doesn't listen
        });
        return;
    }
    if (m_models)
        m_settings.setWindow(saveGeometry(), saveState());
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    event->acceptProposedAction();
    m_files->open(paths);
}

} // namespace marquee::shell
