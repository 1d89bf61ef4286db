// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "windows/Plan.h"

namespace marquee::windows {

/// Windows that say the same but for their ID, Start and End, and that touch or overlap, become one. The one that
/// starts first stays, with its ID, and ends when the last of them does; one without an end has none. The order of
/// members doesn't count, that of lists does. Invalid where none can be joined.
Expected<Plan> joinNeighbours(const rules::Context &context, const Rows &rows);

} // namespace marquee::windows
