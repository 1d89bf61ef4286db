// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Menus.h"

#include "shell/actions/ActionRegistry.h"
#include "shell/theme/Icons.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

namespace marquee::shell {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Menus", text);
}

void fill(QMenu *menu, const ActionRegistry &actions, std::initializer_list<const char *> ids)
{
    for (const char *id : ids) {
        if (id)
            menu->addAction(actions.action(id));
        else
            menu->addSeparator();
    }
}

QToolButton *button(QToolBar *bar, QAction *action, const QString &text)
{
    auto *button = new QToolButton(bar);
    button->setObjectName(action->objectName() + u"Tool"_s);
    button->setDefaultAction(action);
    button->setToolButtonStyle(text.isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    if (!text.isEmpty()) { // shorter than the menu's, and so not the action's own
        button->setText(text);
        QObject::connect(action, &QAction::changed, button, [button, text] { button->setText(text); });
    }
    button->setAccessibleName(text.isEmpty() ? action->statusTip() : text);
    bar->addWidget(button);
    return button;
}

QToolBar *buildToolBar(QMainWindow &window, const ActionRegistry &actions, MenuParts &parts)
{
    auto *bar = new QToolBar(tr("Tools"), &window);
    bar->setObjectName(u"toolBar"_s);
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    window.addToolBar(bar);
    button(bar, actions.action("file.new"), tr("New"));
    button(bar, actions.action("file.open"), tr("Open"));
    button(bar, actions.action("file.save"), tr("Save"));
    bar->addSeparator();
    button(bar, actions.action("edit.undo"), {});
    button(bar, actions.action("edit.redo"), {});
    bar->addSeparator();
    button(bar, actions.action("document.validate"), tr("Validate"));
    parts.send = button(bar, actions.action("exchange.put"), tr("Send"));
    parts.send->setProperty("role", u"main"_s);
    const auto dress = [send = parts.send] {
        send->setIcon(theme::tintedIcon(u"document-send"_s, send->isEnabled() ? theme::Token::OnAccent : theme::Token::TextFaint));
    };
    QObject::connect(actions.action("exchange.put"), &QAction::changed, parts.send, dress);
    dress();
    parts.send->setPopupMode(QToolButton::MenuButtonPopup);
    auto *menu = new QMenu(parts.send);
    menu->setObjectName(u"sendMenu"_s);
    fill(menu, actions, {"exchange.validate", "exchange.put", nullptr, "exchange.getWindow", "exchange.deleteWindow"});
    parts.send->setMenu(menu);
    button(bar, actions.action("exchange.get"), tr("Get"));
    button(bar, actions.action("exchange.delete"), tr("Delete"));
    button(bar, actions.action("exchange.batch"), tr("Batch…"));
    return bar;
}

} // namespace

MenuParts buildMenus(QMainWindow &window, const ActionRegistry &actions)
{
    MenuParts parts;
    QMenuBar *bar = window.menuBar();
    bar->setObjectName(u"menuBar"_s);
    QMenu *file = bar->addMenu(tr("&File"));
    fill(file, actions, {"file.new", "file.newBatch", "file.open"});
    parts.recent = file->addMenu(tr("Open &recent"));
    parts.recent->setObjectName(u"recentMenu"_s);
    fill(file, actions, {"file.openFolder", "file.paste", nullptr, "file.save", "file.saveAs", "file.saveAll", "file.saveTemplate", nullptr, "file.rename", "file.duplicate", "file.bin", nullptr, "file.close", "file.quit"});

    fill(bar->addMenu(tr("&Edit")), actions, {"edit.undo", "edit.redo", nullptr, "edit.find", "edit.findAll", "tools.palette"});

    QMenu *view = bar->addMenu(tr("&View"));
    fill(view, actions, {"document.showTitle", "document.showWindows", "document.showTimeline", "message.showPerformances", "message.showDay", "document.showText", nullptr, "view.allWindows", nullptr, "view.nextTab", "view.previousTab", nullptr});
    parts.docks = view->addMenu(tr("&Panels"));
    QMenu *theme = view->addMenu(tr("&Colours"));
    auto *group = new QActionGroup(theme);
    for (const char *id : {"view.light", "view.dark", "view.system"}) {
        actions.action(id)->setCheckable(true);
        group->addAction(actions.action(id));
        theme->addAction(actions.action(id));
    }
    view->addSeparator();
    fill(view, actions, {"view.larger", "view.smaller", "view.normal"});

    QMenu *document = bar->addMenu(tr("&Document"));
    fill(document, actions,
         {"document.validate", "document.nextProblem", "document.previousProblem", nullptr, "window.add", "window.duplicate", "window.remove", nullptr, "window.filter", "window.moveUp", "window.moveDown", nullptr, "term.add", "term.copy", "term.paste", "term.sets", nullptr, "document.changesSaved", "document.changesAnswer", "document.changesFile", nullptr, "document.episodes", nullptr});
    QMenu *many = document->addMenu(tr("&Many windows"));
    many->setObjectName(u"manyWindowsMenu"_s);
    fill(many, actions, {"window.selectAll", nullptr, "window.spread", "window.shift", "window.setEnd", "window.split", "window.join", nullptr, "window.copyRows", "window.pasteRows"});
    QMenu *items = document->addMenu(tr("&Batch items"));
    items->setObjectName(u"itemsMenu"_s);
    fill(items, actions, {"item.addDocuments", "item.add", nullptr, "item.duplicate", "item.remove", nullptr, "item.moveUp", "item.moveDown"});
    QMenu *performances = document->addMenu(tr("Pe&rformances"));
    performances->setObjectName(u"performancesMenu"_s);
    fill(performances, actions,
        {"performance.add", "performance.duplicate", "performance.remove", nullptr, "performance.filter", "performance.selectAll", "performance.moveUp", "performance.moveDown", nullptr, "performance.duplicateDay", "performance.paste"});
    QMenu *exchange = bar->addMenu(tr("E&xchange"));
    fill(exchange, actions,
         {"exchange.validate", "exchange.put", "exchange.get", "exchange.delete", nullptr, "exchange.getWindow", "exchange.deleteWindow", nullptr, "exchange.batch", "exchange.rows", "exchange.reconcile", "exchange.probe", nullptr, "exchange.productions", nullptr, "exchange.environments", "exchange.reload", "exchange.sandbox", nullptr});
    QMenu *callbacks = exchange->addMenu(tr("&Callbacks"));
    callbacks->setObjectName(u"callbacksMenu"_s);
    fill(callbacks, actions, {"callbacks.listen", "callbacks.copyAddress", nullptr, "callbacks.paste", "callbacks.open"});
    fill(bar->addMenu(tr("&Tools")), actions, {"tools.inspect", "tools.inspectFile", nullptr, "tools.ask", "tools.compare", nullptr, "tools.mask"});
    fill(bar->addMenu(tr("&Help")), actions, {"help.rules", "help.shortcuts", nullptr, "help.about"});
    parts.tools = buildToolBar(window, actions, parts);
    return parts;
}

} // namespace marquee::shell
