// SPDX-License-Identifier: GPL-3.0-or-later
#include "partners/Meaning.h"

#include "payload/JsonText.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace marquee::partners {

using payload::Value;

namespace {

/// A JSON number by its digits: 9.90, 9.9 and 99e-1 give the same text.
std::string plainNumber(std::string_view text)
{
    const bool isNegative = text.starts_with('-');
    std::string digits;
    long long exponent = 0;
    bool isFraction = false;
    for (std::size_t i = isNegative ? 1 : 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '.') {
            isFraction = true;
        } else if (c == 'e' || c == 'E') {
            const std::size_t begin = i + 1 < text.size() && text[i + 1] == '+' ? i + 2 : i + 1;
            long long more = 0;
            std::from_chars(text.data() + begin, text.data() + text.size(), more);
            exponent += more;
            break;
        } else {
            digits += c;
            exponent -= isFraction ? 1 : 0;
        }
    }
    digits.erase(0, digits.find_first_not_of('0'));
    while (digits.ends_with('0')) {
        digits.pop_back();
        ++exponent;
    }
    if (digits.empty())
        return "0";
    return (isNegative ? "-" : "") + digits + 'e' + std::to_string(exponent);
}

std::string joined(std::vector<std::string> parts, char open, char close)
{
    std::sort(parts.begin(), parts.end());
    std::string text(1, open);
    for (const std::string &part : parts)
        text += part + ',';
    return text + close;
}

std::string plain(const Value &value, bool withWindowIds, int depth)
{
    std::vector<std::string> parts;
    switch (value.kind()) {
    case payload::Kind::Object:
        for (std::uint32_t i = 0; i < value.size(); ++i) {
            std::string scratch;
            const std::string_view name = value.at(i).name(scratch);
            if ((depth == 0 && name == "Disposition") || (!withWindowIds && name == "_TransactionID"))
                continue;
            parts.push_back(payload::encodeJsonString(name) + ':' + plain(value.at(i), withWindowIds, depth + 1));
        }
        return joined(std::move(parts), '{', '}');
    case payload::Kind::Array:
        for (std::uint32_t i = 0; i < value.size(); ++i)
            parts.push_back(plain(value.at(i), withWindowIds, depth + 1));
        return joined(std::move(parts), '[', ']');
    case payload::Kind::String:
        return payload::encodeJsonString(value.string());
    case payload::Kind::Number:
        return plainNumber(value.raw());
    default:
        return value.raw();
    }
}

} // namespace

std::string meaningOf(const Value &avail, bool withWindowIds)
{
    return plain(avail, withWindowIds, 0);
}

bool sameMeaning(const Value &sent, const Value &got)
{
    const bool withIds = static_cast<bool>(got.member("Transaction").at(0).member("_TransactionID"));
    return meaningOf(sent, withIds) == meaningOf(got, withIds);
}

} // namespace marquee::partners
