// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/InventoryFilter.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace marquee::inventory {

class Inventory;

/// The wanted windows of an inventory, a row each; a column for each Column, in its order. Nothing is copied but where
/// the rows are: a cell is read when it is painted.
class InventoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// The inventory has to outlive it.
    explicit InventoryModel(Inventory &inventory, QObject *parent = nullptr);

    const Criteria &criteria() const { return m_filter.criteria(); }
    void setCriteria(const Criteria &criteria);
    std::optional<Column> order() const { return m_filter.order(); }
    bool isDescending() const { return m_filter.isDescending(); }
    /// Nothing: the order of the documents.
    void setOrder(std::optional<Column> column, bool isDescending);

    Row row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// Names the window in that row for as long as it is known, as Record::key does.
    std::uint32_t key(int row) const { return m_keys[static_cast<std::size_t>(row)]; }
    /// Where windows are by their keys, -1 for those that aren't shown; ascending.
    std::vector<int> rowsOf(const std::vector<std::uint32_t> &keys) const;
    std::uint32_t documents() const { return m_documents; } ///< in how many the rows are
    std::vector<Choice> choices(Column column) const { return m_filter.choices(column); }
    QString text(int row, Column column) const;
    static QString title(Column column);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refresh();
    QVariant problems(const Record &record, int role) const;

    Inventory &m_inventory;
    InventoryFilter m_filter;
    std::vector<Row> m_rows;
    std::vector<std::uint32_t> m_keys;
    std::uint32_t m_documents = 0;
};

} // namespace marquee::inventory
