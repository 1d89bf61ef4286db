// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "windows/Plan.h"

#include <optional>

namespace marquee::windows {

/// Gives windows that end (seconds since 1970, UTC), or takes it away. Windows that don't start before it are left out,
/// with a remark. Invalid where nothing would change.
Expected<Plan> setEnd(const rules::Context &context, const Rows &rows, std::optional<std::int64_t> end);

} // namespace marquee::windows
