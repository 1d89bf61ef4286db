// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Value.h"

#include <initializer_list>
#include <string>
#include <string_view>

namespace marquee::windows {

/// What a value says, the same for the same however it is laid out and escaped: the order of members doesn't count,
/// that of lists does, and a number is its digits. Members called as in `without` on the outermost level don't count.
std::string contentOf(const payload::Value &value, std::initializer_list<std::string_view> without = {});

} // namespace marquee::windows
