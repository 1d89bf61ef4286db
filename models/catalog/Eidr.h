// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace marquee::catalog {

/// EIDR ids: 10.5240/XXXX-XXXX-XXXX-XXXX-XXXX-C, with a check character by ISO 7064 Mod 37,36 over the 20 hexadecimal
/// digits. Any thread.
struct Eidr
{
    /// The text has that form; a "urn:eidr:10.5240:" in front is the same. Nothing is said of the check character.
    static bool looksLike(std::string_view text);
    /// The check character that belongs to it; nothing where the text doesn't look like an EIDR.
    static std::optional<char> checkCharacter(std::string_view text);
    static bool isValid(std::string_view text);
};

} // namespace marquee::catalog
