// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Text.h"

#include <cstdint>
#include <string_view>

namespace marquee::preview {

/// One character as it stands in bytes. Where the bytes are no UTF-8, one byte is taken for a character.
struct Character
{
    char32_t code = 0; ///< U+FFFD where not valid
    std::uint8_t length = 1; ///< in bytes
    bool valid = true;
};

/// The character that begins at `at`, which must be inside.
Character characterAt(std::string_view bytes, std::size_t at);

/// What is painted for a character: control characters and those that only steer (bidirectional marks, zero-width
/// blanks) become visible ones. A tab stays one.
char32_t shownCode(char32_t code);

/// Columns of a fixed-width font: 0 for what combines, 2 for wide scripts. Not for tabs.
int columnsOf(char32_t shown);

/// The offset itself where a character begins there; else the beginning of the character that it is inside of.
std::uint32_t characterBegin(const payload::Text &text, std::uint32_t offset);
/// The next and the previous place a caret may stand at; CR LF is one. Stop at the ends.
std::uint32_t nextCharacter(const payload::Text &text, std::uint32_t offset);
std::uint32_t previousCharacter(const payload::Text &text, std::uint32_t offset);

/// Text of any bytes: what isn't UTF-8 is U+FFFD, a byte-order mark stays.
QString textOf(std::string_view bytes);

} // namespace marquee::preview
