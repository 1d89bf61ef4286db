// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "windows/Plan.h"

#include <string_view>

namespace marquee::windows {

/// Takes every term of that name away; the list itself where nothing else stands in it. Invalid where none of the
/// windows has one.
Expected<Plan> removeTerm(const rules::Context &context, const Rows &rows, std::string_view name);

} // namespace marquee::windows
