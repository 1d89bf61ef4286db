// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "windows/Plan.h"

namespace marquee::windows {

/// Windows that span that moment (seconds since 1970, UTC) become two: the first ends then, the second, behind it and
/// with an ID of its own, starts then and is otherwise the same. Windows that don't span it are left out, with a
/// remark. Invalid where none does.
Expected<Plan> splitAt(const rules::Context &context, const Rows &rows, std::int64_t moment);

} // namespace marquee::windows
