// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/XmlText.h"

#include <algorithm>
#include <charconv>

namespace marquee::payload {

namespace {

constexpr std::string_view CdataBegin = "<![CDATA[";
constexpr std::string_view CdataEnd = "]]>";

void appendUtf8(std::string &out, unsigned point)
{
    const auto byte = [&out](unsigned value) { out.push_back(static_cast<char>(value)); };
    if (point < 0x80) {
        byte(point);
        return;
    }
    if (point < 0x800) {
        byte(0xc0 | (point >> 6));
    } else {
        if (point < 0x10000) {
            byte(0xe0 | (point >> 12));
        } else {
            byte(0xf0 | (point >> 18));
            byte(0x80 | ((point >> 12) & 0x3f));
        }
        byte(0x80 | ((point >> 6) & 0x3f));
    }
    byte(0x80 | (point & 0x3f));
}

/// The reference at `at`, which is well-formed; gives back where it ends.
std::size_t appendReference(std::string &out, std::string_view text, std::size_t at)
{
    const std::size_t end = text.find(';', at);
    const std::string_view name = text.substr(at + 1, end - at - 1);
    if (name.starts_with('#')) {
        const bool isHex = name.size() > 1 && name[1] == 'x';
        const std::string_view digits = name.substr(isHex ? 2 : 1);
        unsigned point = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), point, isHex ? 16 : 10);
        appendUtf8(out, point);
    } else {
        out.push_back(name == "lt" ? '<' : name == "gt" ? '>' : name == "amp" ? '&' : name == "quot" ? '"' : '\'');
    }
    return end + 1;
}

/// One line end at `at`, which is a carriage return.
std::size_t appendLineEnd(std::string &out, std::string_view text, std::size_t at, char as)
{
    out.push_back(as);
    return at + (text.substr(at, 2) == "\r\n" ? 2 : 1);
}

void appendLiteral(std::string &out, std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '\r')
            at = appendLineEnd(out, text, at, '\n');
        else
            out.push_back(text[at++]);
    }
}

/// What begins with `<` inside an element's own text: CDATA, a comment or an instruction. Gives back where it ends.
std::size_t appendMarkup(std::string &out, std::string_view text, std::size_t at)
{
    const std::string_view rest = text.substr(at);
    if (rest.starts_with(CdataBegin)) {
        const std::size_t end = rest.find(CdataEnd);
        appendLiteral(out, rest.substr(CdataBegin.size(), end - CdataBegin.size()));
        return at + end + CdataEnd.size();
    }
    const std::string_view close = rest.starts_with("<!--") ? "-->" : "?>";
    return at + rest.find(close, close.size() == 3 ? 4 : 2) + close.size();
}

} // namespace

bool isXmlBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isXmlNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}

bool isXmlNameByte(char c)
{
    return isXmlNameStart(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

bool isXmlName(std::string_view name)
{
    return !name.empty() && isXmlNameStart(name.front()) && std::all_of(name.begin(), name.end(), isXmlNameByte);
}

bool canBeXml(std::string_view utf8)
{
    return utf8.find("\xef\xbf\xbe") == std::string_view::npos && utf8.find("\xef\xbf\xbf") == std::string_view::npos
        && std::none_of(utf8.begin(), utf8.end(),
            [](char c) { return static_cast<unsigned char>(c) < 0x20 && !isXmlBlank(c); });
}

std::string decodeXmlText(std::string_view inside)
{
    std::string out;
    out.reserve(inside.size());
    for (std::size_t at = 0; at < inside.size();) {
        if (inside[at] == '<')
            at = appendMarkup(out, inside, at);
        else if (inside[at] == '&')
            at = appendReference(out, inside, at);
        else if (inside[at] == '\r')
            at = appendLineEnd(out, inside, at, '\n');
        else
            out.push_back(inside[at++]);
    }
    return out;
}

std::string decodeXmlAttribute(std::string_view inside)
{
    std::string out;
    out.reserve(inside.size());
    for (std::size_t at = 0; at < inside.size();) {
        if (inside[at] == '&')
            at = appendReference(out, inside, at);
        else if (inside[at] == '\r')
            at = appendLineEnd(out, inside, at, ' ');
        else
            out.push_back(isXmlBlank(inside[at]) ? ' ' : inside[at]), ++at;
    }
    return out;
}

std::string encodeXmlCdata(std::string_view utf8)
{
    std::string out(CdataBegin);
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        if (utf8[at] == '\r') {
            out.append(CdataEnd).append("&#13;").append(CdataBegin);
            continue;
        }
        out.push_back(utf8[at]);
        if (utf8.substr(at, 3) == CdataEnd) {
            out.append("]").append(CdataEnd).append(CdataBegin);
            ++at;
        }
    }
    return out.append(CdataEnd);
}

std::string encodeXmlPlain(std::string_view utf8)
{
    std::string out;
    out.reserve(utf8.size());
    for (const char c : utf8) {
        if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '&')
            out += "&amp;";
        else if (c == '\r')
            out += "&#13;";
        else
            out.push_back(c);
    }
    return out;
}

std::string encodeXmlAttribute(std::string_view utf8, char quote)
{
    std::string out;
    out.reserve(utf8.size());
    for (const char c : utf8) {
        if (c == '<')
            out += "&lt;";
        else if (c == '&')
            out += "&amp;";
        else if (c == quote)
            out += quote == '"' ? "&quot;" : "&apos;";
        else if (c == '\n')
            out += "&#10;";
        else if (c == '\r')
            out += "&#13;";
        else if (c == '\t')
            out += "&#9;";
        else
            out.push_back(c);
    }
    return out;
}

} // namespace marquee::payload
