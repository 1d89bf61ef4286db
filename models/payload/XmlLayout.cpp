// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/XmlLayout.h"

#include "payload/XmlReader.h"
#include "payload/XmlText.h"
#include "payload/XmlValue.h"

#include <algorithm>

namespace marquee::payload {

namespace {

bool holds(const Value &element, Slot::Flag what)
{
    for (std::uint32_t i = 0; i < element.size(); ++i) {
        if (element.at(i).slot()->is(what))
            return true;
    }
    return false;
}

/// Writes elements anew, token by token.
class Writer
{
public:
    explicit Writer(const XmlStyle &style)
        : m_style(style)
    {
    }

    /// Comments and instructions between elements, each on its line.
    void gap(std::string_view text)
    {
        for (std::size_t at = 0; (at = text.find('<', at)) != std::string_view::npos;) {
            const bool isComment = text.substr(at, 4) == "<!--";
            const std::string_view close = isComment ? "-->" : "?>";
            const std::size_t end = text.find(close, at + (isComment ? 4 : 2)) + close.size();
            line(text.substr(at, end - at));
            at = end;
        }
    }

    void element(const Value &value)
    {
        std::string scratch;
        const std::string all(value.text()->view(value.begin(), value.end(), scratch));
        if (value.isString() || holds(value, Slot::Inner)) {
            line(all);
            return;
        }
        line(tag(value));
        if (!holds(value, Slot::Element))
            return;
        ++m_depth;
        std::uint32_t at = value.begin() + static_cast<std::uint32_t>(all.rfind('<') - xmlInside(value, scratch).size());
        for (std::uint32_t i = 0; i < value.size(); ++i) {
            const Value child = value.at(i);
            if (child.isAttribute())
                continue;
            for (std::uint32_t j = 0; j < (child.isArray() ? child.size() : 1); ++j) {
                const Value one = child.isArray() ? child.at(j) : child;
                gapBetween(*value.text(), at, one.begin());
                element(one);
                at = one.end();
            }
        }
        const auto close = value.begin() + static_cast<std::uint32_t>(all.rfind('<'));
        gapBetween(*value.text(), at, close);
        --m_depth;
        std::string name;
        line("</" + std::string(xmlName(value, name)) + '>');
    }

    std::string take() { return std::move(m_out); }

private:
    void gapBetween(const Text &text, std::uint32_t from, std::uint32_t to)
    {
        std::string scratch;
        gap(text.view(from, to, scratch));
    }

    /// An element's first tag, a blank between its attributes.
    static std::string tag(const Value &value)
    {
        std::string name;
        std::string tag = '<' + std::string(xmlName(value, name));
        std::string scratch;
        for (std::uint32_t i = 0; i < value.size(); ++i) {
            const Value child = value.at(i);
            if (child.isAttribute())
                tag.append(" ").append(value.text()->view(child.begin(), child.end(), scratch));
        }
        if (holds(value, Slot::Element))
            return tag + '>';
        const std::string inside(xmlInside(value, scratch)); // a comment, or blanks
        return inside.empty() ? tag + "/>" : tag + '>' + inside + "</" + std::string(xmlName(value, name)) + '>';
    }

    void line(std::string_view text)
    {
        for (int i = 0; i < m_depth; ++i)
            m_out += m_style.unit;
        m_out.append(text).append(m_style.newline);
    }

    const XmlStyle m_style;
    int m_depth = 0;
    std::string m_out;
};

/// The blanks before a place, back to the line's beginning; nothing where something else stands there.
std::optional<std::string> indentAt(const Text &text, std::uint32_t at)
{
    std::string scratch;
    const TextPlace place = text.place(at);
    const std::string_view line = text.view(at - (place.column - 1), at, scratch);
    if (line.find_first_not_of(" \t") != std::string_view::npos)
        return std::nullopt;
    return std::string(line);
}

} // namespace

XmlStyle XmlStyle::of(const Text &text, const Slot &root)
{
    XmlStyle style;
    const Value element = Value(text, root, root.offset).at(0);
    std::string scratch;
    const std::uint32_t firstLine = text.lineStart(2);
    if (firstLine >= 2 && text.view(firstLine - 2, firstLine, scratch) == "\r\n")
        style.newline = "\r\n";
    for (std::uint32_t i = 0; i < element.size(); ++i) {
        const Value child = element.at(i);
        if (!child.slot()->is(Slot::Element))
            continue;
        const auto indent = indentAt(text, child.begin());
        style.lines = indent.has_value() && text.place(child.begin()).line != text.place(element.begin()).line;
        const auto outer = indentAt(text, element.begin());
        if (style.lines && outer && indent->starts_with(*outer))
            style.unit = indent->substr(outer->size());
        break;
    }
    return style;
}

QByteArray canonicalXml(const QByteArray &xml)
{
    const std::string_view view(xml.constData(), static_cast<std::size_t>(xml.size()));
    const auto read = readXml(view);
    if (!read)
        return xml;
    const Text text(xml);
    const Value root(text, read->tree.root, read->tree.root.offset);
    Writer writer(XmlStyle::canonical());
    writer.gap(view.substr(0, root.begin()));
    writer.element(root.at(0));
    writer.gap(view.substr(root.end()));
    return QByteArray::fromStdString(writer.take());
}

} // namespace marquee::payload
