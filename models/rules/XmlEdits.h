// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Edit.h"
#include "payload/Value.h"

#include <string_view>

namespace marquee::rules {

/// Another name for an XML element, or attribute, or all elements of one name that follow each other. Every byte of
/// what is inside stays.
payload::Edit renameInXml(const payload::Value &value, std::string_view name);

} // namespace marquee::rules
