// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/RowColours.h"

#include "preview/Caret.h"

#include <algorithm>

namespace marquee::preview {

namespace {

constexpr std::uint32_t MostHeaders = 64 * 1024;

theme::Token colourOf(Lexeme lexeme)
{
    switch (lexeme) {
    case Lexeme::Name:
        return theme::Token::CodeName;
    case Lexeme::String:
        return theme::Token::CodeText;
    case Lexeme::Literal:
        return theme::Token::CodeNumber;
    case Lexeme::Comment:
        return theme::Token::TextFaint;
    case Lexeme::Word:
        return theme::Token::Text;
    case Lexeme::Punctuation:
        break;
    }
    return theme::Token::TextSoft;
}

/// The first line's method, or a header's name with its colon.
std::vector<Span> headerSpans(const payload::Text &text, const Row &row)
{
    if (!row.firstOfLine())
        return {};
    std::string scratch;
    const std::string_view bytes = text.view(row.begin, row.end, scratch);
    const std::size_t end = bytes.find(row.line == 1 ? ' ' : ':');
    if (end == std::string_view::npos)
        return {};
    const std::uint32_t behind = row.begin + static_cast<std::uint32_t>(end);
    if (row.line == 1)
        return {{row.begin, behind, theme::Token::CodeNumber}};
    return {{row.begin, behind, theme::Token::CodeName}, {behind, behind + 1, theme::Token::TextSoft}};
}

} // namespace

void RowColours::setLanguage(Language language, const payload::Text &text)
{
    m_language = language;
    textChanged(text);
}

void RowColours::textChanged(const payload::Text &text)
{
    m_json.forget();
    m_xml.forget();
    m_body = text.size();
    m_bodyLanguage = Language::Plain;
    if (m_language != Language::Http)
        return;
    std::string scratch;
    const std::string_view head = text.view(0, std::min(text.size(), MostHeaders), scratch);
    std::size_t empty = head.find("\r\n\r\n");
    const std::size_t plain = head.find("\n\n");
    empty = std::min(
        empty == std::string_view::npos ? empty : empty + 4, plain == std::string_view::npos ? plain : plain + 2);
    if (empty >= head.size())
        return;
    m_body = static_cast<std::uint32_t>(empty);
    const std::size_t first = head.find_first_not_of(" \t\r\n", empty);
    if (first != std::string_view::npos)
        m_bodyLanguage = head[first] == '{' || head[first] == '[' ? Language::Json : head[first] == '<' ? Language::Xml : Language::Plain;
}

Language RowColours::languageOf(const Row &row) const
{
    return m_language == Language::Http && row.begin >= m_body ? m_bodyLanguage : m_language;
}

std::vector<Span> RowColours::spans(const payload::Text &text, const Row &row)
{
    const Language language = languageOf(row);
    if (isPayload(language)) {
        std::vector<Span> spans;
        for (const Token &token : language == Language::Xml ? m_xml.tokens(text, row) : m_json.tokens(text, row))
            spans.push_back({token.begin, token.end, colourOf(token.lexeme)});
        return spans;
    }
    if (language == Language::Http)
        return headerSpans(text, row);
    return {};
}

std::pair<std::uint32_t, std::uint32_t> RowColours::tokenAt(
    const payload::Text &text, const Row &row, std::uint32_t offset)
{
    const Language language = languageOf(row);
    const auto token = language == Language::Json ? m_json.tokenAt(text, row, offset)
        : language == Language::Xml               ? m_xml.tokenAt(text, row, offset)
                                                  : std::nullopt;
    if (!token)
        return wordAround(text, offset);
    const bool quoted = token->lexeme == Lexeme::String || token->lexeme == Lexeme::Name;
    if (!quoted)
        return {token->begin, token->end};
    if (language == Language::Xml) {
        const char first = text.at(token->begin);
        if (token->lexeme == Lexeme::Name || (first != '"' && first != '\''))
            return {token->begin, token->end};
        return {token->begin + 1, token->end - (text.at(token->end - 1) == first ? 1 : 0)};
    }
    const bool closed = token->end > token->begin + 1 && text.at(token->end - 1) == '"';
    return {token->begin + 1, token->end - (closed ? 1 : 0)};
}

} // namespace marquee::preview
