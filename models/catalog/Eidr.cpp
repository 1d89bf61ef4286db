// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Eidr.h"

namespace marquee::catalog {

namespace {

constexpr std::string_view Prefix = "10.5240/";
constexpr std::string_view Urn = "urn:eidr:10.5240:";
constexpr std::size_t GroupsLength = 26; ///< five groups of four, and the check character, with dashes between
constexpr std::string_view Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}

std::string_view groupsOf(std::string_view text)
{
    const std::string_view prefix = text.starts_with(Urn) ? Urn : Prefix;
    if (!text.starts_with(prefix) || text.size() != prefix.size() + GroupsLength)
        return {};
    return text.substr(prefix.size());
}

} // namespace

bool Eidr::looksLike(std::string_view text)
{
    return checkCharacter(text).has_value();
}

std::optional<char> Eidr::checkCharacter(std::string_view text)
{
    const std::string_view groups = groupsOf(text);
    if (groups.empty() || Alphabet.find(upper(groups.back())) == std::string_view::npos)
        return std::nullopt;
    int product = 36;
    for (std::size_t i = 0; i + 1 < groups.size(); ++i) {
        if (i % 5 == 4) {
            if (groups[i] != '-')
                return std::nullopt;
            continue;
        }
        const auto digit = Alphabet.substr(0, 16).find(upper(groups[i]));
        if (digit == std::string_view::npos)
            return std::nullopt;
        int sum = (product + static_cast<int>(digit)) % 36;
        if (sum == 0)
            sum = 36;
        product = sum * 2 % 37;
    }
    return Alphabet[static_cast<std::size_t>((37 - product) % 36)];
}

bool Eidr::isValid(std::string_view text)
{
    const auto expected = checkCharacter(text);
    return expected && upper(text.back()) == *expected;
}

} // namespace marquee::catalog
