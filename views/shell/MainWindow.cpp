// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/MainWindow.h"

#include "editor/FieldEditor.h"
#include "shell/FileDesk.h"
#include "shell/HelpSheets.h"
#include "shell/MessageBar.h"
#include "shell/StatusLine.h"
#include "shell/WelcomePage.h"
#include "shell/Workbench.h"
#include "shell/actions/ActionRegistry.h"
#include "shell/theme/Theme.h"
#include "shortcuts/ShortcutsDialog.h"
#include "workspace/OpenDocuments.h"
#include "workspace/Settings.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>

namespace marquee::shell {

using namespace Qt::StringLiterals;

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
    m_actions->restoreShortcuts(m_settings.shortcuts());
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

MainWindow::~MainWindow()
{
    // While everything is there: an editor that loses the cursor hands on what was typed.
    if (QWidget *focus = focusWidget())
        focus->clearFocus();
}

void MainWindow::furnish(const Models &models)
{
    m_workbench = new Workbench({*this, m_dialogs, *m_actions, m_menus, *m_messages, *m_status}, models, *m_centre);
    addActions(QList<QAction *>(m_actions->all().begin(), m_actions->all().end()));
    setAcceptDrops(true);
    restoreState(m_settings.windowLayout());
    m_workbench->show();
}

void MainWindow::offerDrafts()
{
    m_workbench->offerDrafts();
}

FileDesk &MainWindow::files()
{
    return m_workbench->files();
}

DocumentTabs &MainWindow::documents()
{
    return m_workbench->documents();
}

bool MainWindow::event(QEvent *event)
{
    const bool done = QMainWindow::event(event);
    if (event->type() == QEvent::Paint && !std::exchange(m_painted, true))
        QTimer::singleShot(0, this, &MainWindow::firstFramePainted);
    return done;
}

void MainWindow::buildCentre()
{
    auto *centre = new QWidget(this);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_messages = new MessageBar(centre);
    m_centre = new QStackedWidget(centre);
    m_centre->addWidget(new WelcomePage(m_actions->action("file.new"), m_actions->action("file.open"), m_actions->action("file.openFolder"),
        QList<QAction *>{m_actions->action("tools.inspectFile"), m_actions->action("exchange.productions"), m_actions->action("exchange.reconcile")}, m_centre));
    layout->addWidget(m_messages);
    layout->addWidget(m_centre, 1);
    setCentralWidget(centre);
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
    on("help.shortcuts", [this] { openShortcuts(); });
    on("help.about", [this] { showAbout(this); });
    on("file.quit", [this] { close(); });
    connect(&theme::Theme::instance(), &theme::Theme::changed, m_actions, &ActionRegistry::refreshIcons);
}

void MainWindow::openShortcuts()
{
    auto *dialog = new shortcuts::ShortcutsDialog(*m_actions, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &shortcuts::ShortcutsDialog::changed, this, [this] { m_settings.setShortcuts(m_actions->changedShortcuts()); });
    connect(dialog, &shortcuts::ShortcutsDialog::sheetWanted, this, [this](const QByteArray &pdf) {
        if (m_workbench)
            m_workbench->files().saveBytes(pdf, u"marquee-keys.pdf"_s);
    });
    dialog->open();
}

void MainWindow::setTextSize(int percent)
{
    const int wanted = std::clamp(percent, theme::Theme::SmallestPercent, theme::Theme::LargestPercent);
    theme::Theme::instance().apply(*qApp, theme::Theme::instance().mode(), wanted);
    m_settings.setTextPercent(wanted);
    m_status->say(tr("Text at %1 %").arg(wanted));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_mayClose && m_workbench) {
        event->ignore();
        editor::finishTyping();
        if (!m_workbench->mayEnd())
            return;
        m_workbench->files().closeAll([this] {
            m_mayClose = true;
            QTimer::singleShot(0, this, &QWidget::close); // a window that is closing doesn't listen
        });
        return;
    }
    if (m_workbench)
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
    m_workbench->files().open(paths);
}

} // namespace marquee::shell
