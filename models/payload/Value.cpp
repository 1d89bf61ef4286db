// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/Value.h"

#include "payload/JsonText.h"
#include "payload/XmlValue.h"

namespace marquee::payload {

std::int64_t Value::indexOf(std::string_view name, std::uint32_t occurrence) const
{
    if (!isObject())
        return -1;
    std::string scratch;
    for (std::uint32_t i = 0; i < size(); ++i) {
        if (at(i).name(scratch) == name && occurrence-- == 0)
            return i;
    }
    return -1;
}

Value Value::member(std::string_view name, std::uint32_t occurrence) const
{
    const std::int64_t index = indexOf(name, occurrence);
    return index < 0 ? Value() : at(static_cast<std::uint32_t>(index));
}

std::string_view Value::name(std::string &scratch) const
{
    if (!hasName())
        return {};
    if (m_slot->isXml())
        return xmlMemberName(*this, scratch);
    const std::uint32_t nameBegin = itemBegin() + 1;
    if (m_slot->nameLength != Slot::LongName && (m_slot->flags & Slot::NameEscapes) == 0)
        return m_text->view(nameBegin, nameBegin + m_slot->nameLength, scratch);
    std::string_view rest = m_text->view(nameBegin, m_begin, scratch);
    std::size_t end = 0;
    while (end < rest.size() && rest[end] != '"')
        end += rest[end] == '\\' ? 2 : 1;
    scratch = decodeJsonString(rest.substr(0, end));
    return scratch;
}

std::string_view Value::raw(std::string &scratch) const
{
    if (!m_slot)
        return {};
    if (m_slot->isXml()) {
        scratch = xmlToJson(*this);
        return scratch;
    }
    return m_text->view(m_begin, m_begin + m_slot->length, scratch);
}

std::string Value::raw() const
{
    std::string scratch;
    return std::string(raw(scratch));
}

std::string_view Value::string(std::string &scratch) const
{
    if (!isString())
        return {};
    if (m_slot->isXml())
        return xmlString(*this, scratch);
    const std::string_view inside = m_text->view(m_begin + 1, m_begin + m_slot->length - 1, scratch);
    if ((m_slot->flags & Slot::Escapes) == 0)
        return inside;
    scratch = decodeJsonString(inside);
    return scratch;
}

std::string Value::string() const
{
    std::string scratch;
    return std::string(string(scratch));
}

} // namespace marquee::payload
