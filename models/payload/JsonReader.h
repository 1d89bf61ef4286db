// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"
#include "payload/ReadTree.h"

#include <string_view>

namespace marquee::payload {

/// Reads JSON to a tree of places. Everything that JSON can say is kept, because nothing is converted: -0, 1e400, doubled
/// names, escapes. Errors: NotUtf8 (also for an unpaired surrogate escape), TooDeep, Malformed with what was expected.
/// Any thread.
Expected<ReadTree> readJson(std::string_view text);

/// One JSON value (blanks around it are allowed) into a tree that stands already; the slot's offset is from the beginning
/// of `text`. `level` is how deep the value will stand. Nothing but JSON is let through: no comments, no ellipsis.
Expected<Slot> readJsonValue(std::string_view text, Tree &tree, int level);

} // namespace marquee::payload
