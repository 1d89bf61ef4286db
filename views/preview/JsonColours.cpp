// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/JsonColours.h"

#include <algorithm>

namespace marquee::preview {

namespace {

constexpr std::uint32_t LookAhead = 4096; // how far behind a row the end of a name is looked for

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool isWord(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '+'
        || c == '.' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

std::size_t skipBlanks(std::string_view bytes, std::size_t at)
{
    while (at < bytes.size() && isBlank(bytes[at]))
        ++at;
    return at;
}

std::size_t stringEnd(std::string_view bytes, std::size_t at)
{
    for (++at; at < bytes.size(); ++at) {
        if (bytes[at] == '\\')
            ++at;
        else if (bytes[at] == '"')
            return at + 1;
    }
    return bytes.size();
}

std::size_t commentEnd(std::string_view bytes, std::size_t at)
{
    const bool line = bytes[at + 1] == '/';
    const std::size_t end = bytes.find(line ? "\n" : "*/", at + 2);
    return end == std::string_view::npos ? bytes.size() : end + (line ? 0 : 2);
}

Lexeme lexemeOf(std::string_view word)
{
    const char c = word.front();
    const bool number = (c >= '0' && c <= '9') || (c == '-' && word.size() > 1);
    return number || word == "true" || word == "false" || word == "null" ? Lexeme::Literal
        : word.find_first_not_of('.') == std::string_view::npos          ? Lexeme::Punctuation
                                                                         : Lexeme::Word;
}

/// The token at `at`, where something stands that isn't blank. Offsets are those of `bytes`.
Token read(std::string_view bytes, std::size_t at)
{
    const char c = bytes[at];
    std::size_t end = at + 1;
    Lexeme lexeme = Lexeme::Punctuation;
    if (c == '"') {
        end = stringEnd(bytes, at);
        const std::size_t behind = skipBlanks(bytes, end);
        lexeme = behind < bytes.size() && bytes[behind] == ':' ? Lexeme::Name : Lexeme::String;
    } else if (c == '/' && end < bytes.size() && (bytes[end] == '/' || bytes[end] == '*')) {
        end = commentEnd(bytes, at);
        lexeme = Lexeme::Comment;
    } else if (isWord(c)) {
        while (end < bytes.size() && isWord(bytes[end]))
            ++end;
        lexeme = lexemeOf(bytes.substr(at, end - at));
    }
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end), lexeme};
}

} // namespace

std::vector<Token> JsonColours::tokens(const payload::Text &text, const Row &row)
{
    std::vector<Token> found;
    if (row.begin - row.lineBegin > Reach)
        return found;
    if (m_line != row.lineBegin || m_resume > row.begin) {
        m_line = row.lineBegin;
        m_resume = row.lineBegin;
    }
    // A name of the next line would not be one of this line, so nothing is looked for behind the newline.
    const std::uint32_t ahead = row.lastOfLine ? row.end : std::min(text.size(), row.end + LookAhead);
    const std::uint32_t base = m_resume;
    const std::string_view bytes = text.view(base, ahead, m_scratch);
    for (std::size_t at = skipBlanks(bytes, 0); at < bytes.size() && base + at < row.end; at = skipBlanks(bytes, at)) {
        Token token = read(bytes, at);
        at = token.end;
        token.begin += base;
        token.end += base;
        m_resume = token.end <= row.end ? token.end : token.begin;
        if (token.end > row.begin)
            found.push_back(token);
    }
    return found;
}

std::optional<Token> JsonColours::tokenAt(const payload::Text &text, const Row &row, std::uint32_t offset)
{
    Row wide = row;
    if (!row.lastOfLine) // a row that goes on further, so that the token isn't cut at its end
        wide.end = std::min(text.size(), row.end + Reach);
    for (const Token &token : tokens(text, wide)) {
        if (offset >= token.begin && offset < token.end)
            return token;
    }
    return std::nullopt;
}

} // namespace marquee::preview
