// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "windows/Plan.h"

#include <string>
#include <vector>

namespace marquee::windows {

/// What a window is spread over. An empty list: as the window itself says.
struct Grid
{
    std::vector<std::string> territories; ///< country codes
    std::vector<std::string> licences;
    std::vector<std::string> formats;
    QString idPattern; ///< as idByPattern takes it
};

/// One combination of the grid.
struct SpreadWindow
{
    std::string id; ///< empty where it stands already
    std::string territory, licence, format;
    bool stands = false; ///< a window has all of it at the same time and under the same contract; it is left out
};

struct SpreadPlan : Plan
{
    std::vector<SpreadWindow> windows; ///< all combinations, territory by territory
};

constexpr int MostSpread = 5000; ///< combinations at once

/// Makes a window of each combination, like the one in that row, behind it. Invalid where an ID would stand twice, the
/// pattern isn't one, or all combinations stand already.
Expected<SpreadPlan> spread(const rules::Context &context, std::uint32_t row, const Grid &grid);

} // namespace marquee::windows
