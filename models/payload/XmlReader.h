// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"
#include "payload/ReadTree.h"

#include <string_view>

namespace marquee::payload {

/// Whether a text is meant as XML: the first thing in it is a `<`.
bool isXmlText(std::string_view text);

/// Reads XML to a tree of places; how it reads is said at Value. The root is an object with one member, the root element. What
/// XML 1.0 asks of a document without a document type is checked, but for the finer points of which letters a name may have.
/// Errors: NotUtf8 (also where it says of itself that it is in another encoding), UsesEntities (a document type, or an entity
/// that isn't one of the five), TooDeep, Malformed with what was expected. Any thread.
Expected<ReadTree> readXml(std::string_view text);

/// What a stretch of a document is, to be read again.
struct XmlPart
{
    enum class Kind : std::uint8_t {
        Elements, ///< one, or several of one name that follow each other: a member
        Item, ///< one element of an array
        Attribute,
        Inner ///< an element's own text
    };
    Kind kind = Kind::Elements;
    std::string_view outer; ///< Elements: the name of the element around them; empty for the root
};

/// That stretch into a tree that stands already; the slot's offset is from the beginning of `text`. `level` is how deep it will
/// stand.
Expected<Slot> readXmlPart(std::string_view text, const XmlPart &part, Tree &tree, int level);

} // namespace marquee::payload
