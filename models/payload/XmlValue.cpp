// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/XmlValue.h"

#include "payload/JsonText.h"
#include "payload/XmlText.h"

#include <algorithm>

namespace marquee::payload {

namespace {

constexpr std::string_view CdataBegin = "<![CDATA[";
constexpr std::string_view CdataEnd = "]]>";

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool isSame(std::string_view left, std::string_view right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
        [](char a, char b) { return lowered(a) == lowered(b); });
}

/// Behind the `>` of an element's first tag.
std::size_t behindTag(std::string_view element)
{
    char quote = 0;
    for (std::size_t at = 1; at < element.size(); ++at) {
        const char c = element[at];
        if (quote != 0)
            quote = c == quote ? char(0) : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return at + 1;
    }
    return element.size();
}

void appendJson(const Value &value, std::string &out)
{
    if (!value.isObject() && !value.isArray()) {
        std::string scratch;
        out += encodeJsonString(value.string(scratch));
        return;
    }
    out.push_back(value.isObject() ? '{' : '[');
    std::string scratch;
    for (std::uint32_t i = 0; i < value.size(); ++i) {
        const Value child = value.at(i);
        if (i > 0)
            out.push_back(',');
        if (value.isObject())
            out.append(encodeJsonString(child.name(scratch))).push_back(':');
        appendJson(child, out);
    }
    out.push_back(value.isObject() ? '}' : ']');
}

} // namespace

std::string_view xmlName(const Value &value, std::string &scratch)
{
    const Slot &slot = *value.slot();
    const std::uint32_t begin = value.begin() + (slot.is(Slot::Attribute) ? 0 : 1);
    if (slot.nameLength != Slot::LongName)
        return value.text()->view(begin, begin + slot.nameLength, scratch);
    const std::string_view rest = value.text()->view(begin, value.end(), scratch);
    return rest.substr(0, static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), isXmlNameByte) - rest.begin()));
}

std::string_view xmlMemberName(const Value &value, std::string &scratch)
{
    if (value.isInnerText())
        return "#text";
    if (!value.isAttribute())
        return xmlName(value, scratch);
    std::string other;
    scratch = '@' + std::string(xmlName(value, other));
    return scratch;
}

std::string_view xmlInside(const Value &value, std::string &scratch)
{
    const std::string_view all = value.text()->view(value.begin(), value.end(), scratch);
    if (value.isInnerText())
        return all;
    if (value.isAttribute()) {
        const std::size_t quote = all.find_first_of("\"'");
        return all.substr(quote + 1, all.size() - quote - 2);
    }
    const std::size_t from = behindTag(all);
    if (value.isArray() || from == all.size())
        return {};
    return all.substr(from, all.rfind('<') - from);
}

std::string_view xmlString(const Value &value, std::string &scratch)
{
    const std::string_view inside = xmlInside(value, scratch);
    if (value.slot()->is(Slot::Escapes)) {
        scratch = value.isAttribute() ? decodeXmlAttribute(inside) : decodeXmlText(inside);
        return scratch;
    }
    if (!value.isAttribute() && inside.starts_with(CdataBegin))
        return inside.substr(CdataBegin.size(), inside.size() - CdataBegin.size() - CdataEnd.size());
    return inside;
}

std::string xmlToJson(const Value &value)
{
    std::string json;
    appendJson(value, json);
    return json;
}

bool isInCdata(const Value &value)
{
    std::string scratch;
    std::string_view rest = xmlInside(value, scratch);
    while (!rest.empty()) {
        if (rest.starts_with(CdataBegin))
            rest.remove_prefix(rest.find(CdataEnd) + CdataEnd.size());
        else if (rest.starts_with("<!--"))
            rest.remove_prefix(rest.find("-->", 4) + 3);
        else if (rest.starts_with("&#13;")) // which can't stand in CDATA: see encodeXmlCdata
            rest.remove_prefix(5);
        else
            return false;
    }
    return true;
}

bool isXmlListEntry(std::string_view outer, std::string_view inner)
{
    if (inner.empty() || outer.size() <= inner.size() - 1)
        return false;
    if (lowered(inner.back()) == 'y' && isSame(outer.substr(0, inner.size() - 1), inner.substr(0, inner.size() - 1))
        && isSame(outer.substr(inner.size() - 1), "ies"))
        return true;
    if (outer.size() <= inner.size() || !isSame(outer.substr(0, inner.size()), inner))
        return false;
    const std::string_view ending = outer.substr(inner.size());
    return isSame(ending, "s") || isSame(ending, "es");
}

} // namespace marquee::payload
