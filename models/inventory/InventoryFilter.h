// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/Record.h"

#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace marquee::inventory {

class Inventory;

/// Which windows are wanted. Everything that is said has to hold.
struct Criteria
{
    enum class Problems : std::uint8_t
    {
        Any, ///< with problems or without
        Some,
        Errors
    };

    QString anywhere; ///< words, each of which stands in some column
    std::array<QString, ColumnCount> words; ///< by column: words, each of which stands there. None for problems.
    /// The midnight, in UTC, with which a day begins: windows that hold at some time of that day. A start or an end
    /// that is absent, or can't be read, is open.
    std::optional<std::int64_t> openOn;
    std::optional<QString> licence; ///< exactly that; an empty text: windows that say none
    std::optional<QString> territory; ///< a country's code, of those that the window names
    std::optional<QString> format;
    Problems problems = Problems::Any;

    QString &in(Column column) { return words[static_cast<std::size_t>(column)]; }
    const QString &in(Column column) const { return words[static_cast<std::size_t>(column)]; }
    bool isEmpty() const { return *this == Criteria(); }
    friend bool operator==(const Criteria &, const Criteria &) = default;
};

/// A value that windows say, for a list of choices.
struct Choice
{
    QString value;
    int windows = 0;

    friend bool operator==(const Choice &, const Choice &) = default;
};

/// The windows of an inventory that are wanted, in order. A distinct text is looked at once, so that a filter over
/// 200,000 windows takes less than 100 ms. Of the inventory's thread; the inventory has to outlive it.
class InventoryFilter
{
public:
    explicit InventoryFilter(const Inventory &inventory)
        : m_inventory(inventory)
    {
    }

    const Criteria &criteria() const { return m_criteria; }
    void setCriteria(const Criteria &criteria);
    /// Nothing: documents by path, windows as the payload has them.
    void setOrder(std::optional<Column> column, bool isDescending = false);
    std::optional<Column> order() const { return m_order; }
    bool isDescending() const { return m_descending; }

    /// Up to date; void after the next call, and after Inventory::changed.
    const std::vector<Row> &rows();
    std::uint32_t documents(); ///< in how many those rows are

    /// What all windows say in a column (licence, territory, format), most often first.
    std::vector<Choice> choices(Column column) const;

private:
    void follow();
    void filter();

    const Inventory &m_inventory;
    Criteria m_criteria;
    std::optional<Column> m_order;
    bool m_descending = false;
    std::vector<Row> m_all; ///< in order
    std::vector<Row> m_rows;
    std::uint32_t m_documents = 0;
    std::uint64_t m_revision = 0; ///< of the inventory, when m_all was made
    bool m_isOrdered = false;
    bool m_isFiltered = false;
};

} // namespace marquee::inventory
