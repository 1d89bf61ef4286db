// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/Order.h"

#include "inventory/Inventory.h"

#include <algorithm>

namespace marquee::inventory {

namespace {

/// The first bytes as a number that compares as they do.
std::uint64_t firstBytes(const std::string &key)
{
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < 8; ++i)
        bytes = bytes << 8 | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0u);
    return bytes;
}

/// For each text that one of the rows says, its place among them.
std::vector<std::uint64_t> textRanks(const Inventory &inventory, const std::vector<Row> &rows, Column column)
{
    struct Key
    {
        std::uint64_t first;
        std::string text;
        TextId id;
    };
    std::vector<std::uint64_t> ranks(inventory.texts().size(), 0);
    std::vector<Key> keys;
    for (const Row row : rows) {
        const TextId id = inventory.text(row, column);
        if (ranks[id]++ > 0)
            continue;
        std::string text = sortKey(inventory.texts().searched(id));
        const std::uint64_t first = firstBytes(text);
        keys.push_back({first, std::move(text), id});
    }
    std::sort(keys.begin(), keys.end(), [](const Key &left, const Key &right) {
        return left.first != right.first ? left.first < right.first : left.text < right.text;
    });
    for (std::size_t i = 0; i < keys.size(); ++i)
        ranks[keys[i].id] = i;
    return ranks;
}

/// A signed number as one that compares as it does.
std::uint64_t shifted(std::int64_t value)
{
    return static_cast<std::uint64_t>(value) ^ (std::uint64_t(1) << 63);
}

} // namespace

std::string sortKey(const std::string &searched)
{
    std::string key;
    key.reserve(searched.size() + 4);
    const auto isDigit
        = [&](std::size_t at) { return at < searched.size() && searched[at] >= '0' && searched[at] <= '9'; };
    for (std::size_t i = 0; i < searched.size();) {
        if (!isDigit(i)) {
            key += searched[i++];
            continue;
        }
        while (searched[i] == '0' && isDigit(i + 1))
            ++i;
        std::size_t end = i;
        while (isDigit(end))
            ++end;
        // How long a number is decides first. It begins as any number does, so that it keeps its place beside letters.
        key += '0';
        key += static_cast<char>(std::min<std::size_t>(end - i, 120));
        key.append(searched, i, end - i);
        i = end;
    }
    return key;
}

std::vector<Row> ordered(const Inventory &inventory, std::vector<Row> rows, Column column, bool isDescending)
{
    const bool isNumber = column == Column::Start || column == Column::End || column == Column::Problems;
    const std::vector<std::uint64_t> ranks
        = isNumber ? std::vector<std::uint64_t>() : textRanks(inventory, rows, column);
    std::vector<std::pair<std::uint64_t, std::uint32_t>> keys;
    keys.reserve(rows.size());
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        std::uint64_t key = 0;
        if (!isNumber) {
            key = ranks[inventory.text(rows[i], column)];
        } else {
            const Record &record = inventory.record(rows[i]);
            if (column == Column::Problems)
                key = std::uint64_t(record.errors) << 32 | std::uint64_t(record.warnings) << 16 | record.hints;
            else
                key = shifted(column == Column::Start ? record.start : record.end);
        }
        keys.emplace_back(isDescending ? ~key : key, i);
    }
    std::sort(keys.begin(), keys.end());
    std::vector<Row> sorted;
    sorted.reserve(rows.size());
    for (const auto &key : keys)
        sorted.push_back(rows[key.second]);
    return sorted;
}

} // namespace marquee::inventory
