// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Pointer.h"
#include "payload/Value.h"

#include <QString>

namespace marquee::rules {

struct Context;

/// A place in the words of the catalogue: "Window HL-0102 › End", "Window 3 › Terms › Rental duration", "Title › Work type",
/// "Performance P-1 at S-1 › Date". What
/// the catalogue doesn't know keeps the payload's spelling. For the whole document: nothing.
QString placeName(const Context &context, const payload::Pointer &pointer);

/// A window as people call it: by its ID, or by its number (from 1) where it has none.
QString windowName(const payload::Value &window, std::uint32_t index);
/// A performance likewise, or what a callback says of one: by its ID and its site.
QString performanceName(const payload::Value &performance, std::uint32_t index);
/// A production likewise: by its name, else by its ID.
QString productionName(const payload::Value &production, std::uint32_t index);

} // namespace marquee::rules
