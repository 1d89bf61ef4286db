// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/MoveRows.h"

#include "timeline/Move.h"
#include "windows/Plan.h"

#include <algorithm>

namespace marquee::windows {

using payload::Edit;

std::vector<Edit> moveItems(const payload::Pointer &list, const Rows &moved, std::uint32_t before)
{
    std::vector<Edit> edits;
    const auto split = std::lower_bound(moved.begin(), moved.end(), before);
    // Those in front of the place go down, the last first, and those behind it go up, the first first: none gets in another's way.
    std::uint32_t to = before;
    for (auto row = std::make_reverse_iterator(split); row != moved.rend(); ++row) {
        --to;
        if (*row != to)
            edits.push_back(Edit::move(list, *row, to));
    }
    to = before;
    for (auto row = split; row != moved.end(); ++row, ++to) {
        if (*row != to)
            edits.push_back(Edit::move(list, *row, to));
    }
    return edits;
}

Expected<Plan> moveRows(const rules::Context &context, const Rows &rows, std::uint32_t before)
{
    const Rows moved = standing(context, rows);
    if (moved.empty())
        return tl::unexpected(noWindows());
    Plan plan;
    plan.edits = moveItems(timeline::windowsPlace(), moved, before);
    plan.changed = static_cast<int>(plan.edits.size());
    if (plan.edits.empty())
        return tl::unexpected(refusal(tr("The windows stand there already."), {}));
    return plan;
}

std::uint32_t firstAfterMove(const Rows &rows, std::uint32_t before)
{
    const auto inFront = std::count_if(rows.begin(), rows.end(), [&](std::uint32_t row) { return row < before; });
    return before - static_cast<std::uint32_t>(inFront);
}

} // namespace marquee::windows
