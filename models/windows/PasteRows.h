// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/RowSource.h"
#include "windows/Plan.h"

#include <optional>

namespace marquee::windows {

/// Which column says what of a window, by its heading: exchange::RowMapping::byName, but only places of windows count.
/// Columns of other places are Unmatched.
exchange::RowMapping windowMapping(const QStringList &headings, const rules::Context &context);

struct PasteOptions
{
    /// New windows are made like this one; nothing: like the last.
    std::optional<std::uint32_t> like;
    /// An empty cell takes the value away from a window that stands. Otherwise it leaves it. In a new window an empty
    /// cell always means that there is no such value.
    bool emptyTakesAway = false;
};

/// What becomes of one row.
enum class RowFate : std::uint8_t
{
    Added,
    Changed,
    Same,
    LeftOut
};

struct PastePlan : Plan
{
    std::vector<RowFate> rows; ///< by row of the table
    std::vector<exchange::CellProblem> problems; ///< by row; they don't keep the rest from being pasted
};

constexpr int MostPasted = 20000; ///< rows at once

/// Rows into windows. A row whose window ID stands changes the cells that it names of that window and nothing else; the
/// others become windows at the end. Cells are text until the catalogue types them: digits stay as they are written,
/// dates may be written as people do. What can't be what its field holds is kept as text, and told. A row that names an
/// ID a second time is left out, and told. Invalid where no column is matched, nothing would change, or there are too
/// many rows.
Expected<PastePlan> pasteRows(const rules::Context &context, const exchange::RowTable &table,
    const exchange::RowMapping &mapping, const PasteOptions &options = {});

} // namespace marquee::windows
