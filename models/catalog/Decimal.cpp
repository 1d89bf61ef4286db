// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Decimal.h"

#include <algorithm>
#include <charconv>

namespace marquee::catalog {

namespace {

bool takeDigits(std::string_view text, std::size_t &at, std::string &digits)
{
    const std::size_t from = at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9')
        digits.push_back(text[at++]);
    return at > from;
}

} // namespace

std::optional<Decimal> Decimal::parse(std::string_view text)
{
    Decimal number;
    std::size_t at = 0;
    if (at < text.size() && text[at] == '-') {
        number.m_negative = true;
        ++at;
    }
    const std::size_t whole = at;
    if (!takeDigits(text, at, number.m_digits) || (text[whole] == '0' && at > whole + 1))
        return std::nullopt;
    number.m_exponent = static_cast<long long>(at - whole);
    if (at < text.size() && text[at] == '.' && !takeDigits(text, ++at, number.m_digits))
        return std::nullopt;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && text[at] == '+')
            ++at;
        long long exponent = 0;
        const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), exponent);
        // An exponent that no integer holds only has to compare as very large or very small.
        if (error == std::errc::result_out_of_range)
            exponent = text[at] == '-' ? -1'000'000'000'000 : 1'000'000'000'000;
        else if (error != std::errc())
            return std::nullopt;
        number.m_exponent += std::clamp(exponent, -1'000'000'000'000LL, 1'000'000'000'000LL);
        at = static_cast<std::size_t>(end - text.data());
    }
    if (at != text.size())
        return std::nullopt;
    const auto first = number.m_digits.find_first_not_of('0');
    if (first == std::string::npos) {
        number.m_digits.clear();
        number.m_exponent = 0;
        return number;
    }
    number.m_exponent -= static_cast<long long>(first);
    number.m_digits.erase(0, first);
    number.m_digits.erase(number.m_digits.find_last_not_of('0') + 1);
    return number;
}

int Decimal::decimals() const
{
    const long long behind = static_cast<long long>(m_digits.size()) - m_exponent;
    return m_digits.empty() ? 0 : static_cast<int>(std::clamp(behind, 0LL, 1'000'000LL));
}

std::strong_ordering Decimal::operator<=>(const Decimal &other) const
{
    if (isNegative() != other.isNegative())
        return isNegative() ? std::strong_ordering::less : std::strong_ordering::greater;
    const auto larger = isNegative() ? std::strong_ordering::less : std::strong_ordering::greater;
    const auto smaller = isNegative() ? std::strong_ordering::greater : std::strong_ordering::less;
    if (isZero() || other.isZero())
        return isZero() && other.isZero() ? std::strong_ordering::equal : isZero() ? smaller : larger;
    if (m_exponent != other.m_exponent)
        return m_exponent > other.m_exponent ? larger : smaller;
    const int compared = m_digits.compare(other.m_digits);
    return compared == 0 ? std::strong_ordering::equal : compared > 0 ? larger : smaller;
}

} // namespace marquee::catalog
