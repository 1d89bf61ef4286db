// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVarLengthArray>

#include <cstdint>
#include <memory>
#include <memory_resource>

namespace marquee::payload {

enum class Kind : std::uint8_t { Null, False, True, Number, String, Array, Object };

/// The way to a value: the place of each child among its siblings, from the root down. An empty path is the root.
/// Members are counted like items, so a name that stands twice has two paths.
using Path = QVarLengthArray<std::uint32_t, 8>;

struct Children;

/// One value, as the container above it holds it: no text, only where the text is. Everything is relative to the
/// container, so that an edit moves nothing but the siblings behind it, level by level on the way up.
struct Slot
{
    enum Flag : std::uint8_t {
        Escapes = 1, ///< a string that doesn't stand in the text as it reads
        NameEscapes = 2, ///< the member's name has a backslash in it
        Elided = 4, ///< a container with "..." in it, as documentation writes what it leaves out
        // What a slot of XML is; JSON's have none of these. Its text holds its name: it spans the whole element, or attribute.
        Element = 8, ///< an element, or (an array) the elements of one name that follow each other
        Attribute = 16, ///< name="value"
        Inner = 32, ///< an element's own text beside its attributes or elements: "#text"
        Item = 64, ///< an element of an array: the name is the array's
        Whole = 128 ///< the document, around its root element
    };
    static constexpr std::uint8_t XmlFlags = Element | Attribute | Inner | Whole;
    static constexpr std::uint16_t LongName = 0xffff; ///< nameLength: longer than fits, look for its end

    std::uint32_t offset = 0; ///< of the value, from the beginning of the container's value
    std::uint32_t length = 0; ///< of the value's text, in bytes
    std::uint32_t nameBack = 0; ///< from the value back to the opening quote of its name; 0 for items, and in XML
    std::uint16_t nameLength = 0; ///< between the quotes, or of the element or attribute, in bytes
    Kind kind = Kind::Null;
    std::uint8_t flags = 0;
    Children *children = nullptr; ///< null for scalars and for empty containers

    inline std::uint32_t count() const;
    inline const Slot &child(std::uint32_t index) const;
    inline Slot &child(std::uint32_t index);
    bool isContainer() const { return kind >= Kind::Array; }
    bool isXml() const { return (flags & XmlFlags) != 0; }
    bool is(Flag flag) const { return (flags & flag) != 0; }
};

/// The children of one container. Lives in the arena of its tree.
struct Children
{
    std::uint32_t count;
    std::uint32_t capacity;
    Slot *items() { return reinterpret_cast<Slot *>(this + 1); }
    const Slot *items() const { return reinterpret_cast<const Slot *>(this + 1); }
};

std::uint32_t Slot::count() const
{
    return children ? children->count : 0;
}

const Slot &Slot::child(std::uint32_t index) const
{
    return children->items()[index];
}

Slot &Slot::child(std::uint32_t index)
{
    return children->items()[index];
}

/// The tree over a text. Children are handed out by an arena that only grows: what edits leave behind goes when the
/// document does.
class Tree
{
public:
    Tree();
    Tree(Tree &&) noexcept;
    Tree &operator=(Tree &&) noexcept;
    ~Tree();

    Slot root; ///< offset is from the beginning of the text

    Children *allocate(std::uint32_t count, std::uint32_t capacity);
    /// Makes room for a child at an index and gives it back, empty.
    Slot &insert(Slot &container, std::uint32_t index);
    void remove(Slot &container, std::uint32_t index);

private:
    std::unique_ptr<std::pmr::monotonic_buffer_resource> m_arena;
};

} // namespace marquee::payload
