// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/RowLayout.h"

#include <optional>

namespace marquee::preview {

/// What a piece of JSON is to a reader.
enum class Lexeme : std::uint8_t
{
    Punctuation,
    Name,
    String,
    Literal,
    Word,
    Comment
};

struct Token
{
    std::uint32_t begin = 0; ///< bytes from the beginning of the text
    std::uint32_t end = 0;
    Lexeme lexeme = Lexeme::Word;

    friend bool operator==(const Token &, const Token &) = default;
};

/// The tokens of JSON row by row, from the text alone. A line is read from its beginning, because only that says
/// whether a row begins inside of a string; a row further than Reach behind it has no tokens. Well-formed or not, it
/// only looks.
class JsonColours
{
public:
    static constexpr std::uint32_t Reach = 64 * 1024;

    void forget() { m_line = Nowhere; } ///< the text is another
    /// The tokens that are on a row, wholly or in part. Rows that follow each other cost their own length.
    std::vector<Token> tokens(const payload::Text &text, const Row &row);
    /// The token that an offset on that row is in. A string longer than Reach is cut.
    std::optional<Token> tokenAt(const payload::Text &text, const Row &row, std::uint32_t offset);

private:
    static constexpr std::uint32_t Nowhere = 0xffffffff;

    std::uint32_t m_line = Nowhere; ///< the line that m_resume is of, by its beginning
    std::uint32_t m_resume = 0; ///< a token begins here, or blanks do
    std::string m_scratch;
};

} // namespace marquee::preview
