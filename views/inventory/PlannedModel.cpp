// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/PlannedModel.h"

#include "inventory/InventoryEdit.h"

namespace marquee::inventory {

void PlannedModel::show(const ChangePlan *plan)
{
    beginResetModel();
    m_plan = plan;
    endResetModel();
}

int PlannedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_plan ? 0 : static_cast<int>(m_plan->fields.size());
}

int PlannedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant PlannedModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const ChangedField &field = m_plan->fields[static_cast<std::size_t>(index.row())];
    const auto shown = [](const QString &value) { return value.isEmpty() ? QStringLiteral("–") : value; };
    switch (index.column()) {
    case Document:
        return role == Qt::ToolTipRole ? field.path : field.document;
    case Window:
        return field.window;
    case Field:
        return field.field;
    case Before:
        return shown(field.before);
    case After:
        return shown(field.after);
    default:
        return {};
    }
}

QVariant PlannedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Document:
        return tr("Document");
    case Window:
        return tr("Window");
    case Field:
        return tr("Field");
    case Before:
        return tr("Before");
    case After:
        return tr("After");
    default:
        return {};
    }
}

} // namespace marquee::inventory
