// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

class QAction;

namespace marquee::shell {
class ActionRegistry;
}

namespace marquee::shortcuts {

/// All actions, a row each, with their keys.
class ShortcutsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Action, Section, Keys, ColumnCount };

    explicit ShortcutsModel(shell::ActionRegistry &actions, QObject *parent = nullptr);

    QAction *actionAt(int row) const;
    int rowOf(const QAction *action) const;
    void keysChanged(); ///< of whichever

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    shell::ActionRegistry &m_actions;
};

} // namespace marquee::shortcuts
