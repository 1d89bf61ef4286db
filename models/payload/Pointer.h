// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"

#include <compare>
#include <string>
#include <string_view>
#include <vector>

namespace marquee::payload {

/// A place in a payload by names: a JSON Pointer (RFC 6901). Where a name stands twice in one object, the plain pointer
/// means the first; `occurrence` tells the others, and is not part of the written form.
class Pointer
{
public:
    struct Token
    {
        std::string text; ///< a member's name, decoded, or an item's index in decimal
        std::uint32_t occurrence = 0; ///< which of several members of that name, from 0
        friend auto operator<=>(const Token &, const Token &) = default;
    };

    Pointer() = default; ///< the whole document
    /// Invalid where the text isn't a pointer: it neither is empty nor begins with a slash, or has a ~ that isn't ~0 or ~1.
    static Expected<Pointer> parse(std::string_view text);

    Pointer child(std::string_view name, std::uint32_t occurrence = 0) const;
    Pointer child(std::uint32_t index) const;
    Pointer parent() const; ///< of the whole document: itself
    bool startsWith(const Pointer &prefix) const;

    bool isRoot() const { return tokens.empty(); }
    std::string toString() const;

    std::vector<Token> tokens;

    friend auto operator<=>(const Pointer &, const Pointer &) = default;
};

} // namespace marquee::payload
