// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/Document.h"

#include "payload/JsonReader.h"
#include "payload/Places.h"
#include "payload/XmlReader.h"

namespace marquee::payload {

Expected<std::unique_ptr<Document>> Document::read(QByteArray bytes)
{
    auto tree = readTree({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (!tree)
        return tl::unexpected(tree.error());
    return std::unique_ptr<Document>(new Document(std::move(bytes), std::move(*tree)));
}

Expected<ReadTree> Document::readTree(std::string_view text)
{
    return isXmlText(text) ? readXml(text) : readJson(text);
}

Document::Document(QByteArray bytes, ReadTree tree)
    : m_text(std::move(bytes))
    , m_tree(std::move(tree.tree))
    , m_oddities(std::move(tree.oddities))
{
    findStyle();
}

void Document::findStyle()
{
    if (isXml())
        m_xmlStyle = XmlStyle::of(m_text, m_tree.root);
    else
        m_style = JsonStyle::of(m_text, m_tree.root);
}

Document::~Document() = default;

Value Document::at(const Path &path) const
{
    return valueAt(root(), path);
}

std::optional<Path> Document::pathOf(const Pointer &pointer) const
{
    return payload::pathOf(root(), pointer);
}

Value Document::find(const Pointer &pointer) const
{
    const auto path = pathOf(pointer);
    return path ? at(*path) : Value();
}

Pointer Document::pointerTo(const Path &path) const
{
    return payload::pointerTo(root(), path);
}

Path Document::pathAt(std::uint32_t offset) const
{
    return payload::pathAt(root(), offset);
}

} // namespace marquee::payload
