// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"
#include "payload/Tree.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace marquee::payload {

/// Something that isn't JSON, that people paste from documentation all the same, and that can be read past soundly (PL004).
struct Oddity
{
    enum class Kind : std::uint8_t { ByteOrderMark, Comment, Ellipsis };
    Kind kind;
    std::uint32_t begin; ///< bytes from the beginning of the text
    std::uint32_t end;
};

struct JsonTree
{
    Tree tree;
    std::vector<Oddity> oddities; ///< in the order of the text
};

/// How deep values may stand in each other (PL005).
constexpr int MaximumDepth = 256;

/// Reads JSON to a tree of places. Everything that JSON can say is kept, because nothing is converted: -0, 1e400, doubled
/// names, escapes. Errors: NotUtf8 (also for an unpaired surrogate escape), TooDeep, Malformed with what was expected.
/// Any thread.
Expected<JsonTree> readJson(std::string_view text);

/// One JSON value (blanks around it are allowed) into a tree that stands already; the slot's offset is from the beginning
/// of `text`. `level` is how deep the value will stand. Nothing but JSON is let through: no comments, no ellipsis.
Expected<Slot> readJsonValue(std::string_view text, Tree &tree, int level);

} // namespace marquee::payload
