// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/Snapshot.h"

#include <QString>

#include <atomic>
#include <optional>
#include <string>
#include <vector>

namespace marquee::inspector {

/// Where the rows of a table come from: the items of one list, which cost nothing to know, or values picked from all
/// over.
class Rows
{
public:
    Rows() = default;
    /// The items of the list at a place.
    static Rows itemsOf(const Snapshot &snapshot, const payload::Path &list);
    /// What a filter picks: its objects; or the items, where it picks one list.
    static Rows picked(const Snapshot &snapshot, const std::vector<payload::Path> &paths);

    std::uint32_t size() const { return m_list ? m_list->count() : static_cast<std::uint32_t>(m_picks.size()); }
    /// Reads in that text, which has to be one of the document's.
    payload::Value at(const payload::Text &text, std::uint32_t row) const;
    payload::Path pathOf(std::uint32_t row) const;

private:
    struct Pick
    {
        const payload::Slot *slot;
        std::uint32_t begin;
        payload::Path path;
    };
    const payload::Slot *m_list = nullptr;
    std::uint32_t m_begin = 0;
    payload::Path m_path;
    std::vector<Pick> m_picks;
};

/// A list that can be shown as a table.
struct TableList
{
    payload::Path path;
    QString place; ///< in words: "avail › Transaction"
    std::uint32_t rows = 0;
    bool hasObjects = false;
};

/// The largest lists of a payload, those of objects first, then by their length. Any thread.
std::vector<TableList> listsOf(const Snapshot &snapshot, const std::atomic<bool> &stop);

/// A column: the members that lead to a cell from its row. No names: the row itself.
struct TableColumn
{
    std::vector<std::string> names;
    QString title; ///< "Asset.WorkType"
    std::uint32_t filled = 0; ///< of the rows that were looked at, how many have it
    bool isNumber = false; ///< all that were seen are numbers
};

/// The most columns that a table has.
constexpr std::size_t MostColumns = 200;

/// What the rows have, in the order in which it is met; members of members by dotted names. All rows are looked at up
/// to 20,000; of more, as many, evenly spread. Any thread.
std::vector<TableColumn> columnsOf(const Snapshot &snapshot, const Rows &rows, const std::atomic<bool> &stop);

/// The value of a cell; nothing where the row doesn't have it.
payload::Value cellOf(const payload::Value &row, const TableColumn &column);
/// What a cell says: a scalar; of a list its scalars. Bounded.
QString cellText(const payload::Value &cell);

/// How rows are to be shown.
struct TableWish
{
    QString words; ///< that a row has to hold in one of the columns, letter case aside; empty: all
    int column = -1; ///< to sort by; -1: as they stand
    bool isDescending = false;

    bool isPlain() const { return words.isEmpty() && column < 0; }
    friend bool operator==(const TableWish &, const TableWish &) = default;
};

/// The rows that are shown, in their order. Numbers go before texts, by their size; what isn't there stands last either
/// way. Any thread.
std::vector<std::uint32_t> orderOf(const Snapshot &snapshot, const Rows &rows, const std::vector<TableColumn> &columns,
    const TableWish &wish, const std::atomic<bool> &stop);

} // namespace marquee::inspector
