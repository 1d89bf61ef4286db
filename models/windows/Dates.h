// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace marquee::windows {

/// A moment that many months and then that many days later, on the calendar of UTC: 31 January and a month is the last
/// of February. Nothing where the year would be before 1 or after 9999. Seconds since 1970, UTC.
std::optional<std::int64_t> later(std::int64_t moment, int months, int days);

/// When a JSON text says: a date-time, or a date alone, which is its midnight.
std::optional<std::int64_t> momentOf(const payload::Value &value);

/// A moment as JSON, in the spelling of another date: its offset, and no time of day where it has none and the moment
/// is a midnight. Z where the other one doesn't read as a date.
std::string spelled(std::int64_t moment, std::string_view like);

} // namespace marquee::windows
