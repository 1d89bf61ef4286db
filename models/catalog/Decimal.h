// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace marquee::catalog {

/// A number by its digits: 8.99 is 8.99, and 1e400 is no infinity. Any thread.
class Decimal
{
public:
    /// A JSON number; nothing for any other text.
    static std::optional<Decimal> parse(std::string_view text);

    bool isNegative() const { return m_negative && !m_digits.empty(); }
    bool isZero() const { return m_digits.empty(); }
    bool isInteger() const { return decimals() == 0; }
    /// Digits behind the point that mean something: 2 for 8.99, 1 for 9.90, 0 for 900 and 9e2.
    int decimals() const;

    std::strong_ordering operator<=>(const Decimal &other) const;
    bool operator==(const Decimal &other) const { return (*this <=> other) == 0; }

private:
    bool m_negative = false;
    std::string m_digits; ///< without zeros at either end; empty for zero
    long long m_exponent = 0; ///< the value is 0.DIGITS × 10^exponent
};

} // namespace marquee::catalog
