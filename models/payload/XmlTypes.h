// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace marquee::payload {

/// Whether the text of an element is of a datatype other than String, and so stands outside of CDATA: dates, times, numbers,
/// booleans. By name, because no two of the partner's elements share one with different types. What isn't known is a String.
/// Source: Showtime Analytics, Performance Add/Update, field list; and its callbacks' Status.
bool isPlainElement(std::string_view name);

} // namespace marquee::payload
