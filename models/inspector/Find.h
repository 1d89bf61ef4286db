// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/Rows.h"

#include <QByteArray>

#include <atomic>
#include <string>
#include <string_view>
#include <vector>

namespace marquee::inspector {

/// Whether a text holds another. Without `matchCase` ASCII letters are alike in both cases, as in the texts' own find.
class Needle
{
public:
    Needle() = default;
    Needle(const QString &text, bool matchCase);

    bool isEmpty() const { return m_needle.empty(); }
    bool isIn(std::string_view utf8) const;
    bool isIn(const QString &text) const;

private:
    std::string m_needle; ///< folded
    bool m_matchCase = false;
};

/// The most hits that are counted.
constexpr std::size_t MostHits = 1'000'000;

/// Where the values begin that hold it, in their name or in what they say, under these places, in their order. XML's
/// lists are no value of their own. Any thread.
std::vector<std::uint32_t> findInTree(const Snapshot &snapshot, const std::vector<payload::Path> &roots,
    const Needle &needle, const std::atomic<bool> &stop);

/// A cell that holds it.
struct CellHit
{
    std::uint32_t row = 0; ///< of those that are shown
    std::uint32_t column = 0;
    friend auto operator<=>(const CellHit &, const CellHit &) = default;
};

/// By rows, then by columns. `order`: the rows that are shown, null for all as they stand. Any thread.
std::vector<CellHit> findInTable(const Snapshot &snapshot, const Rows &rows, const std::vector<TableColumn> &columns,
    const std::vector<std::uint32_t> *order, const std::vector<bool> &hidden, const Needle &needle,
    const std::atomic<bool> &stop);

} // namespace marquee::inspector
