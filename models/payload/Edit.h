// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Pointer.h"

#include <QByteArray>

#include <string>

namespace marquee::payload {

struct Splice;

/// One change to a payload, as a value. Values are spoken of in JSON, also to a payload in XML. What to change is said by
/// whoever makes it; `before` is filled in when a document applies it, so that what was done can be shown, compared and
/// taken back.
struct Edit
{
    enum class Kind : std::uint8_t {
        Set, ///< another value at `pointer`
        Insert, ///< a new child of the container at `pointer`
        Remove, ///< takes the value at `pointer` away
        Move, ///< the child at `index` of the container at `pointer` to `to`
        Whole, ///< the whole text, as bytes; kept as the Text that it comes to
        Text, ///< `to` bytes of the text at `index`, whatever they are; the whole has to stay a payload
        Rewrite ///< the text at `pointer` as a new one would be written: in CDATA; nothing in JSON
    };
    static constexpr std::int64_t AtEnd = -1;

    Kind kind = Kind::Set;
    Pointer pointer;
    std::string name; ///< Insert into an object: the new member's name, decoded
    std::int64_t index = AtEnd; ///< Insert: the new child's place; Move: where it is now; Text: where it begins
    std::int64_t to = 0; ///< Move: its place afterwards; Text: how many bytes go
    std::string before; ///< JSON, or the bytes for Text
    std::string after; ///< JSON, or the text for Whole, or the bytes for Text

    static Edit set(Pointer pointer, std::string json);
    static Edit insertMember(Pointer object, std::string name, std::string json, std::int64_t index = AtEnd);
    static Edit insertItem(Pointer array, std::string json, std::int64_t index = AtEnd);
    static Edit remove(Pointer pointer);
    static Edit move(Pointer container, std::int64_t from, std::int64_t to);
    static Edit rewrite(Pointer pointer);
    static Edit whole(std::string text);
    static Edit text(const Splice &splice); ///< what came and went
};

} // namespace marquee::payload
