// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Edit.h"

#include <optional>
#include <string>

namespace marquee::rules {

struct Context;

/// The edit that makes a field have a value: set where it stands; inserted where the catalogue puts it where it doesn't, along
/// with the objects and lists around it that are absent too. Whether the JSON fits is for the rules to say.
payload::Edit placeValue(const Context &context, const payload::Pointer &field, const std::string &json);

/// The edit that makes a field absent: the member itself, or, with `emptied`, the object or list around it that would be left
/// empty. Nothing where it is absent already.
std::optional<payload::Edit> removeField(const Context &context, const payload::Pointer &field, bool emptied = false);

} // namespace marquee::rules
