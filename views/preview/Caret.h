// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Text.h"

#include <span>
#include <utility>

namespace marquee::payload {
struct Splice;
}

namespace marquee::preview {

/// Where a caret goes by words, and what of a text it takes along. Offsets are bytes and stand between characters.

/// The beginning of the next word, the end of the text where there is none. Looks at most 64 KB far, as all of these.
std::uint32_t nextWord(const payload::Text &text, std::uint32_t offset);
std::uint32_t previousWord(const payload::Text &text, std::uint32_t offset);
/// Letters, digits and what joins them around an offset; else the one character that stands there.
std::pair<std::uint32_t, std::uint32_t> wordAround(const payload::Text &text, std::uint32_t offset);

/// Where an offset stands after splices were done: moved by those in front of it, at the beginning of one that it is
/// in.
std::uint32_t movedBy(std::span<const payload::Splice> splices, std::uint32_t offset);

} // namespace marquee::preview
