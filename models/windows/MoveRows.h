// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "windows/Plan.h"

namespace marquee::windows {

/// Puts windows in front of the one that stands at `before` now (the number of windows: at the end), in the order that they have.
/// Invalid where nothing would change.
Expected<Plan> moveRows(const rules::Context &context, const Rows &rows, std::uint32_t before);

/// The same for the items of any list. `rows` stand, ascending; no edits where nothing would change.
std::vector<payload::Edit> moveItems(const payload::Pointer &list, const Rows &rows, std::uint32_t before);

/// Where the first of them is afterwards.
std::uint32_t firstAfterMove(const Rows &rows, std::uint32_t before);

} // namespace marquee::windows
