// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QString>

#include <vector>

class QAction;
class QKeySequence;

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

    /// Its text without the mark of the menu's key.
    static QString title(const QAction &action);
    /// Where it belongs: "File", "Document".
    static QString section(const QAction &action);

    /// The shortcut that it has before anybody changes it.
    QKeySequence usualShortcut(const QAction &action) const;
    void setShortcut(QAction &action, const QKeySequence &shortcut);
    /// Another action that these keys, or the first of them, set off where this one is on too; null for none.
    QAction *clashing(const QAction &action, const QKeySequence &shortcut) const;
    /// What fields and tables use the keys for, so that no action can have them; empty: nothing.
    static QString usedByFields(const QKeySequence &shortcut);

    /// Shortcuts that aren't the usual ones, by id, in portable text; an empty text is none.
    QHash<QString, QString> changedShortcuts() const;
    /// The same, as it was kept. Ids that there aren't are passed over.
    void restoreShortcuts(const QHash<QString, QString> &changed);

private:
    std::vector<QAction *> m_actions;
};

} // namespace marquee::shell
