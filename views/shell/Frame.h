// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMainWindow;

namespace marquee::shell {

class ActionRegistry;
class Dialogs;
class MessageBar;
class StatusLine;
struct MenuParts;

/// The window's frame, as whatever works inside of it sees it. All of it outlives them.
struct Frame
{
    QMainWindow &window; ///< what dialogs belong to
    Dialogs &dialogs;
    ActionRegistry &actions;
    const MenuParts &menus;
    MessageBar &messages;
    StatusLine &status;
};

} // namespace marquee::shell
