// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Value.h"

#include <cstdint>
#include <string_view>

namespace marquee::changes {

/// How the items of a list are told apart.
enum class ListKind : std::uint8_t
{
    Windows,
    Assets,
    Terms,
    BatchItems,
    Performances,
    Seats, ///< SeatCapacity
    Responses, ///< of a callback
    Set, ///< territories, languages: their order says nothing
    Ordered
};
ListKind listKind(std::string_view name); ///< of the member that holds the list

/// Whether two values that aren't containers say the same.
bool sameScalar(const payload::Value &left, const payload::Value &right);

/// Equal for values that say the same; `name` is that of the member that holds the value. Members called `skipped` on
/// the outermost level don't count.
std::uint64_t contentHash(const payload::Value &value, std::string_view name = {}, std::string_view skipped = {});

} // namespace marquee::changes
