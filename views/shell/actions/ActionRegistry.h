// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <vector>

class QAction;

namespace marquee::shell {

/// The program's actions, all in one place: menus, tool bar, palette, shortcut sheet and tests read them from here. An action's
/// objectName is its id.
class ActionRegistry : public QObject
{
    Q_OBJECT

public:
    explicit ActionRegistry(QObject *parent = nullptr);

    /// Made with text, icon, shortcut and what it does as its status tip. There is one for every id; asking for another ends
    /// the program, because it is a slip of ours.
    QAction *action(const char *id) const;
    const std::vector<QAction *> &all() const { return m_actions; }

    /// Icons follow the theme.
    void refreshIcons();

private:
    std::vector<QAction *> m_actions;
};

} // namespace marquee::shell
