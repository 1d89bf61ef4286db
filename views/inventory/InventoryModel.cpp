// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/InventoryModel.h"

#include "avail/WindowsModel.h"
#include "inventory/Inventory.h"
#include "rules/CountWords.h"
#include "shell/theme/Icons.h"

#include <QDir>

#include <algorithm>

namespace marquee::inventory {

InventoryModel::InventoryModel(Inventory &inventory, QObject *parent)
    : QAbstractTableModel(parent)
    , m_inventory(inventory)
    , m_filter(inventory)
{
    connect(&inventory, &Inventory::changed, this, &InventoryModel::refresh);
    refresh();
}

void InventoryModel::setCriteria(const Criteria &criteria)
{
    m_filter.setCriteria(criteria);
    refresh();
}

void InventoryModel::setOrder(std::optional<Column> column, bool isDescending)
{
    m_filter.setOrder(column, isDescending);
    refresh();
}

void InventoryModel::refresh()
{
    const std::vector<Row> &rows = m_filter.rows();
    m_documents = m_filter.documents();
    std::vector<std::uint32_t> keys;
    keys.reserve(rows.size());
    for (const Row row : rows)
        keys.push_back(m_inventory.record(row).key);
    if (keys == m_keys) {
        m_rows = rows;
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    m_keys = std::move(keys);
    endResetModel();
}

std::vector<int> InventoryModel::rowsOf(const std::vector<std::uint32_t> &keys) const
{
    std::vector<bool> isWanted(m_inventory.lastKey() + std::size_t(1), false);
    for (const std::uint32_t key : keys)
        isWanted[key] = true;
    std::vector<int> rows;
    for (std::size_t i = 0; i < m_keys.size(); ++i) {
        if (isWanted[m_keys[i]])
            rows.push_back(static_cast<int>(i));
    }
    return rows;
}

QString InventoryModel::text(int row, Column column) const
{
    return QString::fromStdString(m_inventory.texts().shown(m_inventory.text(this->row(row), column)));
}

int InventoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int InventoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant InventoryModel::problems(const Record &record, int role) const
{
    const rules::Counts counts{record.errors, record.warnings, record.hints};
    switch (role) {
    case avail::WindowsModel::ErrorsRole:
        return counts.errors;
    case avail::WindowsModel::WarningsRole:
        return counts.warnings;
    case avail::WindowsModel::CountRole:
        return counts.total();
    case Qt::DecorationRole:
        if (counts.errors > 0)
            return theme::severityIcon(rules::Severity::Error);
        if (counts.warnings > 0)
            return theme::severityIcon(rules::Severity::Warning);
        return counts.hints > 0 ? QVariant(theme::severityIcon(rules::Severity::Hint)) : QVariant();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return counts.total() == 0 ? QVariant() : QVariant(rules::countsInWords(counts));
    default:
        return {};
    }
}

QVariant InventoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto column = static_cast<Column>(index.column());
    if (column == Column::Problems)
        return problems(m_inventory.record(row(index.row())), role);
    if (role == Qt::ToolTipRole && column == Column::Document)
        return QDir::toNativeSeparators(m_inventory.documents()[row(index.row()).document]->path);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const QString said = text(index.row(), column);
    return said.isEmpty() && column == Column::Window ? tr("no ID") : said;
}

QString InventoryModel::title(Column column)
{
    switch (column) {
    case Column::Problems:
        return tr("Problems");
    case Column::Document:
        return tr("Document");
    case Column::Title:
        return tr("Title");
    case Column::Window:
        return tr("Window");
    case Column::Licence:
        return tr("Licence");
    case Column::Territory:
        return tr("Territory");
    case Column::Format:
        return tr("Format");
    case Column::Start:
        return tr("Start (UTC)");
    case Column::End:
        return tr("End (UTC)");
    case Column::Channel:
        return tr("Channel");
    case Column::Prices:
        return tr("Prices");
    }
    return {};
}

QVariant InventoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
        return title(column);
    if (role == Qt::DisplayRole)
        return column == Column::Problems ? QString() : title(column);
    return {};
}

} // namespace marquee::inventory
