// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Tree.h"

#include <cstdint>
#include <vector>

namespace marquee::payload {

/// Something that doesn't belong in a payload, that people paste from documentation all the same, and that can be read past
/// soundly (PL004). XML has comments of its own: of these only the byte-order mark is one there.
struct Oddity
{
    enum class Kind : std::uint8_t { ByteOrderMark, Comment, Ellipsis };
    Kind kind;
    std::uint32_t begin; ///< bytes from the beginning of the text
    std::uint32_t end;
};

/// What reading a text gives.
struct ReadTree
{
    Tree tree;
    std::vector<Oddity> oddities; ///< in the order of the text
};

/// How deep values may stand in each other (PL005); elements, in XML.
constexpr int MaximumDepth = 256;

} // namespace marquee::payload
