// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/JsonLayout.h"
#include "payload/Operation.h"
#include "payload/Value.h"

#include <string_view>

namespace marquee::payload {

/// How JSON is spliced so that everything around the edit stays as it was: where a comma and a line break belong, and which
/// indentation a new value follows. (The one place that knows; a plan for XML stands beside it, not in Document.)

/// Brings `json`, called `name` in an object, in as child `index` of a container. The places of the operation are set but
/// for its path.
Operation planInsert(const Value &container, std::uint32_t index, std::string_view name, std::string_view json,
                     const JsonStyle &style);

Operation planRemove(const Value &container, std::uint32_t index);

/// Another text for a value that stands, laid out like its surroundings.
Operation planSet(const Value &value, std::string_view json, const JsonStyle &style);

} // namespace marquee::payload
