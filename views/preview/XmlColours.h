// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/JsonColours.h"

namespace marquee::preview {

/// In what a piece of XML begins.
enum class XmlState : std::uint8_t
{
    Content, ///< between tags
    Tag,
    Quote, ///< a value in "
    Apostrophe, ///< a value in '
    Comment,
    Cdata,
    Instruction
};

/// The tokens of a stretch of XML, offsets from its beginning, and in what the next one begins. Blanks have none. Well-formed or not, it
/// only looks.
std::vector<Token> xmlTokens(std::string_view bytes, XmlState &state);

/// The tokens of XML row by row, from the text alone. What a row begins in is found by reading a few thousand bytes before it; rows
/// that follow each other cost their own length.
class XmlColours
{
public:
    void forget() { m_next = Nowhere; } ///< the text is another
    std::vector<Token> tokens(const payload::Text &text, const Row &row);
    std::optional<Token> tokenAt(const payload::Text &text, const Row &row, std::uint32_t offset);

private:
    static constexpr std::uint32_t Nowhere = 0xffffffff;

    std::uint32_t m_next = Nowhere; ///< the place that m_state is of
    XmlState m_state = XmlState::Content;
    std::string m_scratch;
};

} // namespace marquee::preview
