// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/Content.h"

#include <optional>
#include <vector>

namespace marquee::changes {

/// For each item of `before`, which item of `after` is the same thing; nothing for those that have none.
/// `place` is where the lists stand.
std::vector<std::optional<std::uint32_t>> pairItems(const payload::Value &before, const payload::Value &after,
    ListKind kind, const Leniency &lenient, const Ignoring::Place &place);

} // namespace marquee::changes
