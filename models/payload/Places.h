// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Pointer.h"
#include "payload/Value.h"

#include <optional>

namespace marquee::payload {

/// Places below a value. They read the text that the value stands in, so that whoever has a snapshot of one may ask while others
/// read the document that it is of.

/// Nothing where there is no such place.
Value valueAt(const Value &root, const Path &path);
std::optional<Path> pathOf(const Value &root, const Pointer &pointer);
Pointer pointerTo(const Value &root, const Path &path); ///< as far as the path leads
/// The innermost value, or member, whose text holds that offset of the whole text. The root for what stands outside of it.
Path pathAt(const Value &root, std::uint32_t offset);

} // namespace marquee::payload
