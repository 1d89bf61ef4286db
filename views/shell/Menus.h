// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QDockWidget;
class QMainWindow;
class QMenu;
class QToolBar;
class QToolButton;

namespace marquee::shell {

class ActionRegistry;

/// What the window fills while it runs.
struct MenuParts
{
    QMenu *recent = nullptr; ///< File › Open recent
    QMenu *docks = nullptr; ///< View: a check for each dock
    QToolBar *tools = nullptr;
    QToolButton *send = nullptr; ///< takes the environment's colour
};

/// The menus and the tool bar, of the registry's actions.
MenuParts buildMenus(QMainWindow &window, const ActionRegistry &actions);

} // namespace marquee::shell
