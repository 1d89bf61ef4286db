// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/XmlColours.h"

#include <algorithm>

namespace marquee::preview {

namespace {

constexpr std::uint32_t LookBack = 8 * 1024;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// Where something ends that goes on to a word; the end of the bytes where it goes on further.
std::size_t behind(std::string_view bytes, std::size_t from, std::string_view close, XmlState &state, XmlState then)
{
    const std::size_t end = bytes.find(close, from);
    if (end == std::string_view::npos)
        return bytes.size();
    state = then;
    return end + close.size();
}

/// Reads stretch after stretch.
class Lexer
{
public:
    Lexer(std::string_view bytes, XmlState &state)
        : m_bytes(bytes)
        , m_state(state)
    {
    }

    std::vector<Token> read()
    {
        while (m_at < m_bytes.size())
            next();
        return std::move(m_tokens);
    }

private:
    void add(std::size_t end, Lexeme lexeme)
    {
        m_tokens.push_back({static_cast<std::uint32_t>(m_at), static_cast<std::uint32_t>(end), lexeme});
        m_at = end;
    }

    bool startsWith(std::string_view with) const { return m_bytes.substr(m_at, with.size()) == with; }

    void next()
    {
        switch (m_state) {
        case XmlState::Content:
            content();
            break;
        case XmlState::Tag:
            tag();
            break;
        case XmlState::Quote:
            add(behind(m_bytes, m_at, "\"", m_state, XmlState::Tag), Lexeme::String);
            break;
        case XmlState::Apostrophe:
            add(behind(m_bytes, m_at, "'", m_state, XmlState::Tag), Lexeme::String);
            break;
        case XmlState::Comment:
            add(behind(m_bytes, m_at, "-->", m_state, XmlState::Content), Lexeme::Comment);
            break;
        case XmlState::Instruction:
            add(behind(m_bytes, m_at, "?>", m_state, XmlState::Content), Lexeme::Comment);
            break;
        case XmlState::Cdata:
            cdata();
            break;
        }
    }

    /// Its text as text, its frame as what it is.
    void cdata()
    {
        if (startsWith("<![CDATA["))
            add(m_at + 9, Lexeme::Punctuation);
        const std::size_t end = m_bytes.find("]]>", m_at);
        const std::size_t textEnd = std::min(end, m_bytes.size());
        if (textEnd > m_at)
            add(textEnd, Lexeme::String);
        if (end == std::string_view::npos)
            return;
        add(end + 3, Lexeme::Punctuation);
        m_state = XmlState::Content;
    }

    void content()
    {
        if (isBlank(m_bytes[m_at])) {
            ++m_at;
        } else if (m_bytes[m_at] != '<') {
            std::size_t end = std::min(m_bytes.find('<', m_at), m_bytes.size());
            while (isBlank(m_bytes[end - 1]))
                --end;
            add(end, Lexeme::Literal);
        } else if (startsWith("<!--")) {
            m_state = XmlState::Comment;
        } else if (startsWith("<![CDATA[")) {
            m_state = XmlState::Cdata;
        } else if (startsWith("<?")) {
            m_state = XmlState::Instruction;
        } else {
            add(m_at + (startsWith("</") ? 2 : 1), Lexeme::Punctuation);
            m_state = XmlState::Tag;
            const std::size_t end = std::min(m_bytes.find_first_of(" \t\r\n/><", m_at), m_bytes.size());
            if (end > m_at)
                add(end, Lexeme::Name);
        }
    }

    void tag()
    {
        const char c = m_bytes[m_at];
        if (isBlank(c)) {
            ++m_at;
        } else if (c == '<') {
            m_state = XmlState::Content;
        } else if (c == '>' || c == '/' || c == '=') {
            add(m_at + 1, Lexeme::Punctuation);
            m_state = c == '>' ? XmlState::Content : XmlState::Tag;
        } else if (c == '"' || c == '\'') {
            m_state = c == '"' ? XmlState::Quote : XmlState::Apostrophe;
            const std::size_t end = behind(m_bytes, m_at + 1, {&c, 1}, m_state, XmlState::Tag);
            add(end, Lexeme::String);
        } else {
            add(std::min(m_bytes.find_first_of(" \t\r\n=/><\"'", m_at), m_bytes.size()), Lexeme::Word);
        }
    }

    std::string_view m_bytes;
    XmlState &m_state;
    std::size_t m_at = 0;
    std::vector<Token> m_tokens;
};

} // namespace

std::vector<Token> xmlTokens(std::string_view bytes, XmlState &state)
{
    return Lexer(bytes, state).read();
}

std::vector<Token> XmlColours::tokens(const payload::Text &text, const Row &row)
{
    if (m_next != row.begin) {
        m_state = XmlState::Content;
        const std::uint32_t from = row.begin > LookBack ? row.begin - LookBack : 0;
        std::string_view before = text.view(from, row.begin, m_scratch);
        if (from > 0) // what begins in the middle of something isn't taken for what it isn't
            before.remove_prefix(std::min(before.find("\n"), before.size()));
        xmlTokens(before, m_state);
    }
    std::vector<Token> found = xmlTokens(text.view(row.begin, row.next, m_scratch), m_state);
    m_next = row.next;
    std::erase_if(found, [&](const Token &token) { return row.begin + token.begin >= row.end; });
    for (Token &token : found) {
        token.begin += row.begin;
        token.end = std::min(token.end + row.begin, row.end);
    }
    return found;
}

std::optional<Token> XmlColours::tokenAt(const payload::Text &text, const Row &row, std::uint32_t offset)
{
    for (const Token &token : tokens(text, row)) {
        if (offset >= token.begin && offset < token.end)
            return token;
    }
    return std::nullopt;
}

} // namespace marquee::preview
