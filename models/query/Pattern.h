// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>

#include <optional>
#include <string_view>

namespace marquee::query {

/// A regular expression of RFC 9485 (I-Regexp): what match() and search() of JSONPath understand. A value; any thread.
class Pattern
{
public:
    enum class Fit : std::uint8_t
    {
        Whole, ///< match(): all of the text
        Part ///< search(): something in it
    };

    /// Nothing where the text isn't an I-Regexp, or is beyond the bounds: LongestPattern characters, 100 groups in each
    /// other. `failedAt`, where it is given: at which character, from 0.
    static std::optional<Pattern> read(std::string_view utf8, Fit fit, qsizetype *failedAt = nullptr);

    bool fits(std::string_view utf8) const;

    static constexpr qsizetype LongestPattern = 4096;

private:
    QRegularExpression m_expression;
};

} // namespace marquee::query
