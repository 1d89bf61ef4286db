// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Edit.h"
#include "payload/Value.h"

#include <string_view>

namespace marquee::rules {

struct Context;
class WindowFacts;

/// Which member of the window the list of terms is. Only for windows that have terms.
std::uint32_t terms(const WindowFacts &window);

/// Adds a known term at the end of a window's list, which is made where it is absent.
payload::Edit insertTerm(const Context &context, const payload::Value &window, const payload::Pointer &pointer,
                         std::string_view name, std::string_view value);

} // namespace marquee::rules
