// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/JsonText.h"

namespace marquee::payload {

namespace {

constexpr std::string_view HexDigits = "0123456789abcdef";

unsigned hexUnit(std::string_view four)
{
    unsigned unit = 0;
    for (const char c : four) {
        const auto digit = HexDigits.find(static_cast<char>(c >= 'A' && c <= 'F' ? c + 32 : c));
        unit = unit * 16 + static_cast<unsigned>(digit == std::string_view::npos ? 0 : digit);
    }
    return unit;
}

void appendUtf8(std::string &out, unsigned point)
{
    const auto byte = [&out](unsigned value) { out.push_back(static_cast<char>(value)); };
    if (point < 0x80) {
        byte(point);
    } else if (point < 0x800) {
        byte(0xc0 | (point >> 6));
        byte(0x80 | (point & 0x3f));
    } else if (point < 0x10000) {
        byte(0xe0 | (point >> 12));
        byte(0x80 | ((point >> 6) & 0x3f));
        byte(0x80 | (point & 0x3f));
    } else {
        byte(0xf0 | (point >> 18));
        byte(0x80 | ((point >> 12) & 0x3f));
        byte(0x80 | ((point >> 6) & 0x3f));
        byte(0x80 | (point & 0x3f));
    }
}

char simpleEscape(char letter)
{
    switch (letter) {
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return letter;
    }
}

} // namespace

std::string decodeJsonString(std::string_view inside)
{
    std::string out;
    out.reserve(inside.size());
    for (std::size_t i = 0; i < inside.size(); ++i) {
        if (inside[i] != '\\' || i + 1 == inside.size()) {
            out.push_back(inside[i]);
            continue;
        }
        ++i;
        if (inside[i] != 'u') {
            out.push_back(simpleEscape(inside[i]));
            continue;
        }
        unsigned point = hexUnit(inside.substr(i + 1, 4));
        i += 4;
        if (point >= 0xd800 && point < 0xdc00 && inside.substr(i + 1, 2) == "\\u") {
            point = 0x10000 + ((point - 0xd800) << 10) + (hexUnit(inside.substr(i + 3, 4)) - 0xdc00);
            i += 6;
        }
        appendUtf8(out, point);
    }
    return out;
}

std::string encodeJsonString(std::string_view utf8)
{
    std::string out;
    out.reserve(utf8.size() + 2);
    out.push_back('"');
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out.push_back('\\');
            out.push_back(c);
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (c == '\r') {
            out += "\\r";
        } else if (byte < 0x20) {
            out += "\\u00";
            out.push_back(HexDigits[byte >> 4]);
            out.push_back(HexDigits[byte & 15]);
        } else {
            out.push_back(c);
        }
    }
    out.push_back('"');
    return out;
}

std::string encodeJsonString(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    return encodeJsonString(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())));
}

} // namespace marquee::payload
