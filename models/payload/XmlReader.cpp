// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/XmlReader.h"

#include "payload/ReadError.h"
#include "payload/XmlScanner.h"
#include "payload/XmlText.h"
#include "payload/XmlValue.h"

#include <QCoreApplication>

#include <algorithm>

namespace marquee::payload {

namespace {

constexpr std::string_view Bom = "\xef\xbb\xbf";

QString tr(const char *text)
{
    return QCoreApplication::translate("XmlReader", text);
}

QString shown(std::string_view name)
{
    constexpr std::size_t Most = 60;
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(std::min(name.size(), Most)));
}

/// Puts tokens together to elements, and those to a tree.
class Reader
{
public:
    Reader(std::string_view text, Tree &tree)
        : m_scanner(text)
        , m_tree(tree)
    {
        m_stack.reserve(256);
    }

    bool document(Slot &root)
    {
        Slot element;
        if (!m_scanner.beginning() || !m_scanner.around())
            return false;
        if (!m_scanner.startsWith("<"))
            return m_scanner.fail(tr("the root element, such as <ShowTimeAnalytics>"));
        if (!this->element(element, 1) || !m_scanner.around())
            return false;
        if (m_scanner.more())
            return m_scanner.fail(tr("the end of the file: one root element, and nothing after it"));
        root.kind = Kind::Object;
        root.flags = Slot::Whole;
        root.offset = element.offset;
        root.length = element.length;
        m_stack.push_back(element);
        root.children = gather(0, root.offset, {});
        return true;
    }

    bool part(Slot &slot, const XmlPart &part, int level)
    {
        bool read = false;
        switch (part.kind) {
        case XmlPart::Kind::Attribute:
            read = m_scanner.attribute(slot);
            break;
        case XmlPart::Kind::Inner: {
            bool hasSection = false;
            read = m_scanner.ownText(slot, hasSection);
            break;
        }
        case XmlPart::Kind::Item:
            read = element(slot, level);
            slot.flags |= Slot::Item;
            break;
        case XmlPart::Kind::Elements:
            read = elements(slot, part.outer, level);
            break;
        }
        return read && (!m_scanner.more() || m_scanner.fail(tr("the end of what belongs here")));
    }

    Error error() const { return m_scanner.error(); }

private:
    bool elements(Slot &slot, std::string_view outer, int level)
    {
        do {
            Slot one;
            if (!m_scanner.startsWith("<"))
                return m_scanner.fail(tr("an element"));
            if (!element(one, level) || (m_scanner.more() && !m_scanner.around()))
                return false;
            m_stack.push_back(one);
        } while (m_scanner.more());
        const Children *all = gather(0, 0, outer);
        slot = all->items()[0];
        return all->count == 1 || m_scanner.fail(tr("elements of one name"));
    }

    bool element(Slot &slot, int level)
    {
        if (level > MaximumDepth)
            return m_scanner.fail(tr("at most %1 levels").arg(MaximumDepth), Error::Code::TooDeep);
        if (m_scanner.startsWith("<!DOCTYPE") || m_scanner.startsWith("<!ENTITY"))
            return m_scanner.noDocumentType();
        slot.flags = Slot::Element;
        slot.offset = m_scanner.here();
        m_scanner.to(slot.offset + 1);
        std::size_t length = 0;
        if (!m_scanner.name(length))
            return false;
        slot.nameLength = storedLength(length);
        const std::string_view own = m_scanner.text().substr(slot.offset + 1, length);
        const std::size_t base = m_stack.size();
        bool isClosed = false;
        Slot leaf;
        if (!attributes(base, isClosed))
            return false;
        if (!isClosed && (!content(own, m_stack.size() > base, leaf, level) || !endTag(own, slot.offset)))
            return false;
        slot.length = m_scanner.here() - slot.offset;
        if (m_stack.size() == base) {
            slot.kind = Kind::String;
            slot.flags = static_cast<std::uint8_t>(slot.flags | (leaf.flags & Slot::Escapes));
            return true;
        }
        slot.kind = Kind::Object;
        slot.children = gather(base, slot.offset, own);
        return true;
    }

    /// Attributes onto the stack, to behind `>` or `/>`.
    bool attributes(std::size_t base, bool &isClosed)
    {
        for (;;) {
            const bool hasBlank = m_scanner.isBlankHere();
            m_scanner.blanks();
            if (!m_scanner.more())
                return m_scanner.fail(tr("the end of this tag, >, before the end of the file"));
            isClosed = m_scanner.startsWith("/>");
            if (isClosed || m_scanner.startsWith(">"))
                return m_scanner.to(m_scanner.here() + (isClosed ? 2 : 1));
            if (!hasBlank)
                return m_scanner.fail(tr("the end of the tag, >, or a blank before an attribute"));
            Slot slot;
            if (!m_scanner.attribute(slot))
                return false;
            const std::string_view name = nameOf(slot);
            if (std::any_of(m_stack.begin() + static_cast<std::ptrdiff_t>(base), m_stack.end(),
                    [&](const Slot &other) { return nameOf(other) == name; })) {
                m_scanner.to(slot.offset);
                return m_scanner.fail(tr("each attribute once: %1 stands twice in this tag").arg(shown(name)));
            }
            m_stack.push_back(slot);
        }
    }

    /// What stands between an element's tags, onto the stack: elements, and its own text where there is something beside it. Where
    /// there is nothing but text, it goes to `leaf`.
    bool content(std::string_view own, bool hasAttributes, Slot &leaf, int level)
    {
        const std::size_t base = m_stack.size();
        for (;;) {
            Slot text;
            bool hasSection = false;
            if (!m_scanner.ownText(text, hasSection))
                return false;
            if (!m_scanner.more())
                return m_scanner.fail(tr("</%1>, before the end of the file").arg(shown(own)));
            const bool closes = m_scanner.startsWith("</");
            const bool isAlone = closes && m_stack.size() == base;
            if (isAlone && !hasAttributes) {
                leaf = text;
                return true;
            }
            if (hasSection || !isBlank(text))
                m_stack.push_back(isAlone ? text : trimmed(text));
            if (closes)
                return true;
            Slot child;
            if (!element(child, level + 1))
                return false;
            m_stack.push_back(child);
        }
    }

    bool isBlank(const Slot &text) const
    {
        const std::string_view all = m_scanner.text().substr(text.offset, text.length);
        return text.is(Slot::Escapes) ? decodeXmlText(all).find_first_not_of(" \t\n") == std::string::npos
                                      : std::all_of(all.begin(), all.end(), isXmlBlank);
    }

    /// Without the blanks around it, which belong to the elements beside it.
    Slot trimmed(Slot text) const
    {
        while (isXmlBlank(m_scanner.text()[text.offset]))
            ++text.offset, --text.length;
        while (isXmlBlank(m_scanner.text()[text.offset + text.length - 1]))
            --text.length;
        return text;
    }

    bool endTag(std::string_view own, std::uint32_t opened)
    {
        const std::uint32_t from = m_scanner.here();
        m_scanner.to(from + 2);
        std::size_t length = 0;
        if (!m_scanner.name(length))
            return false;
        const std::string_view text = m_scanner.text();
        const std::string_view closed = text.substr(from + 2, length);
        if (closed != own) {
            m_scanner.to(from);
            const auto line = 1 + std::count(text.begin(), text.begin() + opened, '\n');
            return m_scanner.fail(tr("</%1>, because <%1> is open since line %2; </%3> closes something else")
                                      .arg(shown(own)).arg(line).arg(shown(closed)));
        }
        m_scanner.blanks();
        if (!m_scanner.startsWith(">"))
            return m_scanner.fail(tr("the end of this tag, >"));
        return m_scanner.to(m_scanner.here() + 1);
    }

    std::string_view nameOf(const Slot &slot) const
    {
        const std::string_view from = m_scanner.text().substr(slot.offset + (slot.is(Slot::Attribute) ? 0U : 1U));
        if (slot.nameLength != Slot::LongName)
            return from.substr(0, slot.nameLength);
        const auto end = std::find_if_not(from.begin(), from.end(), isXmlNameByte);
        return from.substr(0, static_cast<std::size_t>(end - from.begin()));
    }

    bool isRun(const Slot &slot, const Slot &next) const
    {
        return slot.is(Slot::Element) && next.is(Slot::Element) && nameOf(slot) == nameOf(next);
    }

    /// What stands on the stack from `base` on becomes the children of a container that begins at `begin`: elements of one name
    /// that follow each other become one.
    Children *gather(std::size_t base, std::uint32_t begin, std::string_view outer)
    {
        std::vector<Slot> children;
        for (std::size_t at = base; at < m_stack.size();) {
            std::size_t end = at + 1;
            while (end < m_stack.size() && isRun(m_stack[at], m_stack[end]))
                ++end;
            const bool isList = m_stack[at].is(Slot::Element) && (end - at > 1 || isXmlListEntry(outer, nameOf(m_stack[at])));
            Slot child = isList ? array(at, end) : m_stack[at];
            child.offset -= begin;
            children.push_back(child);
            at = end;
        }
        m_stack.resize(base);
        const auto count = static_cast<std::uint32_t>(children.size());
        Children *stored = m_tree.allocate(count, count);
        std::copy(children.begin(), children.end(), stored->items());
        return stored;
    }

    Slot array(std::size_t from, std::size_t end)
    {
        const Slot &first = m_stack[from];
        const Slot &last = m_stack[end - 1];
        Slot slot;
        slot.kind = Kind::Array;
        slot.flags = Slot::Element;
        slot.offset = first.offset;
        slot.length = last.offset + last.length - first.offset;
        slot.nameLength = first.nameLength;
        const auto count = static_cast<std::uint32_t>(end - from);
        slot.children = m_tree.allocate(count, count);
        for (std::size_t i = 0; i < end - from; ++i) {
            Slot &item = slot.children->items()[i];
            item = m_stack[from + i];
            item.offset -= slot.offset;
            item.flags |= Slot::Item;
        }
        return slot;
    }

    XmlScanner m_scanner;
    Tree &m_tree;
    std::vector<Slot> m_stack;
};

} // namespace

bool isXmlText(std::string_view text)
{
    if (text.starts_with(Bom))
        text.remove_prefix(Bom.size());
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == '<';
}

Expected<ReadTree> readXml(std::string_view text)
{
    if (auto refusal = refusalOf(text))
        return tl::unexpected(*std::move(refusal));
    ReadTree result;
    Reader reader(text, result.tree);
    if (!reader.document(result.tree.root))
        return tl::unexpected(reader.error());
    if (text.starts_with(Bom))
        result.oddities.push_back({Oddity::Kind::ByteOrderMark, 0, static_cast<std::uint32_t>(Bom.size())});
    return result;
}

Expected<Slot> readXmlPart(std::string_view text, const XmlPart &part, Tree &tree, int level)
{
    if (auto refusal = refusalOf(text))
        return tl::unexpected(*std::move(refusal));
    Reader reader(text, tree);
    Slot slot;
    if (!reader.part(slot, part, level))
        return tl::unexpected(reader.error());
    return slot;
}

} // namespace marquee::payload
