// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Text.h"
#include "payload/Tree.h"

#include <string>
#include <string_view>

namespace marquee::payload {

/// One value of a document, to look at: a place in the tree and the text under it. Light, to be passed by value; void
/// after the next edit. Asking a Value that isn't there (default-made) for anything gives nothing.
///
/// XML reads as objects, arrays and strings: an element with attributes or elements in it is an object, whose members stand in
/// the order of the text ("@name" for an attribute, "#text" for its own text); one with text alone, or with nothing, is a string.
/// Elements of one name that follow each other are an array, and those whose parent is called by their plural always
/// (Performances/Performance).
class Value
{
public:
    Value() = default;
    /// `begin`: where the value's text begins in the whole text.
    Value(const Text &text, const Slot &slot, std::uint32_t begin)
        : m_text(&text)
        , m_slot(&slot)
        , m_begin(begin)
    {
    }

    explicit operator bool() const { return m_slot != nullptr; }
    Kind kind() const { return m_slot ? m_slot->kind : Kind::Null; }
    bool isObject() const { return m_slot && m_slot->kind == Kind::Object; }
    bool isArray() const { return m_slot && m_slot->kind == Kind::Array; }
    bool isString() const { return m_slot && m_slot->kind == Kind::String; }
    bool isNumber() const { return m_slot && m_slot->kind == Kind::Number; }
    bool isBoolean() const { return m_slot && (m_slot->kind == Kind::True || m_slot->kind == Kind::False); }
    bool isXml() const { return m_slot && m_slot->isXml(); }
    bool isAttribute() const { return m_slot && m_slot->is(Slot::Attribute); }
    bool isInnerText() const { return m_slot && m_slot->is(Slot::Inner); }
    /// Documentation left something out of this container ("...").
    bool isElided() const { return m_slot && (m_slot->flags & Slot::Elided) != 0; }

    std::uint32_t begin() const { return m_begin; } ///< in bytes, from the beginning of the text
    std::uint32_t end() const { return m_slot ? m_begin + m_slot->length : m_begin; }
    std::uint32_t itemBegin() const { return m_slot ? m_begin - m_slot->nameBack : m_begin; } ///< of the name, where it has one

    std::uint32_t size() const { return m_slot ? m_slot->count() : 0; } ///< children of a container
    Value at(std::uint32_t index) const
    {
        return index < size() ? Value(*m_text, m_slot->child(index), m_begin + m_slot->child(index).offset) : Value();
    }
    /// The member of that name; of several, the one with that occurrence. `name` is decoded text.
    Value member(std::string_view name, std::uint32_t occurrence = 0) const;
    /// Its place among the members, -1 where there is none.
    std::int64_t indexOf(std::string_view name, std::uint32_t occurrence = 0) const;

    bool hasName() const
    {
        return m_slot && (m_slot->nameBack > 0 || (m_slot->isXml() && (m_slot->flags & (Slot::Item | Slot::Whole)) == 0));
    }
    /// The member's name, decoded. Points into the text or into scratch.
    std::string_view name(std::string &scratch) const;
    /// The value as JSON: as it is written, or, of XML, the JSON that says the same.
    std::string_view raw(std::string &scratch) const;
    std::string raw() const;
    /// What a string says, decoded; nothing for other kinds. Points into the text or into scratch.
    std::string_view string(std::string &scratch) const;
    std::string string() const;

    const Slot *slot() const { return m_slot; }
    const Text *text() const { return m_text; }

private:
    const Text *m_text = nullptr;
    const Slot *m_slot = nullptr;
    std::uint32_t m_begin = 0;
};

} // namespace marquee::payload
