// SPDX-License-Identifier: GPL-3.0-or-later
#include "shortcuts/ShortcutsModel.h"

#include "shell/actions/ActionRegistry.h"
#include "shell/theme/Theme.h"

#include <QAction>
#include <QFont>

#include <algorithm>

namespace marquee::shortcuts {

using shell::ActionRegistry;

ShortcutsModel::ShortcutsModel(ActionRegistry &actions, QObject *parent)
    : QAbstractTableModel(parent)
    , m_actions(actions)
{
}

QAction *ShortcutsModel::actionAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_actions.all()[static_cast<std::size_t>(row)] : nullptr;
}

int ShortcutsModel::rowOf(const QAction *action) const
{
    const auto found = std::find(m_actions.all().begin(), m_actions.all().end(), action);
    return found == m_actions.all().end() ? -1 : static_cast<int>(found - m_actions.all().begin());
}

void ShortcutsModel::keysChanged()
{
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ShortcutsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_actions.all().size());
}

int ShortcutsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ShortcutsModel::data(const QModelIndex &index, int role) const
{
    const QAction *action = index.isValid() ? actionAt(index.row()) : nullptr;
    if (!action)
        return {};
    const bool isChanged = action->shortcut() != m_actions.usualShortcut(*action);
    if (role == Qt::FontRole && isChanged && index.column() == Keys) {
        QFont font = theme::bodyFont();
        font.setBold(true);
        return font;
    }
    if (role == Qt::ToolTipRole)
        return action->statusTip();
    if (role == Qt::AccessibleDescriptionRole && isChanged && index.column() == Keys)
        return tr("changed");
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Action:
        return ActionRegistry::title(*action);
    case Section:
        return ActionRegistry::section(*action);
    default:
        return action->shortcut().toString(QKeySequence::NativeText);
    }
}

QVariant ShortcutsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Action:
        return tr("Action");
    case Section:
        return tr("Menu");
    default:
        return tr("Keys");
    }
}

} // namespace marquee::shortcuts
