// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/JsonLayout.h"

namespace marquee::payload {

namespace {

constexpr std::string_view Bom = "\xef\xbb\xbf";
constexpr std::string_view Blanks = " \t\r\n";

/// Walks the tokens of a well-formed text and writes them with the blanks of a style.
class Writer
{
public:
    Writer(const JsonStyle &style, std::string_view indent)
        : m_style(style)
        , m_indent(indent)
    {
    }

    std::string write(std::string_view json)
    {
        m_out.reserve(json.size() + json.size() / 4);
        for (std::size_t at = 0; (at = json.find_first_not_of(Blanks, at)) != std::string_view::npos;)
            at = token(json, at);
        return std::move(m_out);
    }

private:
    std::size_t token(std::string_view json, std::size_t at)
    {
        switch (json[at]) {
        case '{':
        case '[':
            return open(json, at);
        case '}':
        case ']':
            --m_depth;
            m_pending = m_pending || m_style.lines;
            lineBreak(m_style.lines || m_forced);
            m_out.push_back(json[at]);
            return at + 1;
        case ',':
            lineBreak(m_forced);
            m_out.push_back(',');
            m_pending = true;
            m_afterComma = true;
            return at + 1;
        case ':':
            lineBreak(m_forced);
            m_out += m_style.colon;
            return at + 1;
        case '/':
            return comment(json, at);
        case '"':
            return copy(json, at, endOfString(json, at));
        default:
            return copy(json, at, std::min(json.size(), json.find_first_of(",:{}[]\" \t\r\n/", at + 1)));
        }
    }

    std::size_t open(std::string_view json, std::size_t at)
    {
        lineBreak(m_style.lines || m_forced);
        m_out.push_back(json[at]);
        const std::size_t next = json.find_first_not_of(Blanks, at + 1);
        if (next != std::string_view::npos && (json[next] == '}' || json[next] == ']')) {
            m_out.push_back(json[next]);
            return next + 1;
        }
        ++m_depth;
        m_pending = true;
        return at + 1;
    }

    std::size_t comment(std::string_view json, std::size_t at)
    {
        const bool toLineEnd = json.substr(at, 2) == "//";
        std::size_t end = toLineEnd ? json.find('\n', at) : json.find("*/", at + 2);
        end = end == std::string_view::npos ? json.size() : toLineEnd ? end : end + 2;
        std::string_view words = json.substr(at, end - at);
        words = words.substr(0, words.find_last_not_of(Blanks) + 1);
        const bool ownLine = m_pending && !m_out.empty();
        if (ownLine)
            lineBreak(m_style.lines || m_forced);
        else if (!m_out.empty())
            m_out.push_back(' ');
        m_out += words;
        m_pending = m_pending || ownLine || toLineEnd || m_out.size() == words.size();
        m_forced = toLineEnd;
        return end;
    }

    std::size_t copy(std::string_view json, std::size_t at, std::size_t end)
    {
        lineBreak(m_style.lines || m_forced);
        m_out += json.substr(at, end - at);
        return end;
    }

    /// What stands before a token: a new line, or what the one-line style puts there.
    void lineBreak(bool line)
    {
        if (!m_pending && !m_forced)
            return;
        if (line && !m_out.empty()) {
            m_out += m_style.newline;
            m_out += m_indent;
            for (int i = 0; i < m_depth; ++i)
                m_out += m_style.unit;
        } else if (m_afterComma) {
            m_out += std::string_view(m_style.comma).substr(1);
        }
        m_pending = false;
        m_forced = false;
        m_afterComma = false;
    }

    static std::size_t endOfString(std::string_view json, std::size_t at)
    {
        for (std::size_t i = at + 1; i < json.size(); ++i) {
            if (json[i] == '\\')
                ++i;
            else if (json[i] == '"')
                return i + 1;
        }
        return json.size();
    }

    const JsonStyle &m_style;
    std::string_view m_indent;
    std::string m_out;
    int m_depth = 0;
    bool m_pending = false; ///< the next token goes to a line of its own
    bool m_forced = false; ///< even in one-line style: a comment runs to the end of the line
    bool m_afterComma = false;
};

/// The blanks between the last newline before `at` and `at`; nothing where other text stands between.
std::string indentBefore(const Text &text, std::uint32_t at)
{
    std::string indent;
    while (at > 0) {
        const char c = text.at(--at);
        if (c == '\n')
            return indent;
        if (c != ' ' && c != '\t')
            return {};
        indent.insert(indent.begin(), c);
    }
    return indent;
}

} // namespace

JsonStyle JsonStyle::of(const Text &text, const Slot &root)
{
    JsonStyle style;
    if (root.count() == 0)
        return style;
    std::string scratch;
    const Slot &child = root.child(0);
    const std::uint32_t childBegin = root.offset + child.offset;
    const std::uint32_t itemBegin = childBegin - child.nameBack;
    const std::string_view before = text.view(root.offset + 1, itemBegin, scratch);
    style.lines = before.find('\n') != std::string_view::npos;
    if (before.find("\r\n") != std::string_view::npos)
        style.newline = "\r\n";
    if (child.nameBack > 0 && child.nameLength != Slot::LongName) {
        const auto colon = text.view(itemBegin + child.nameLength + 2u, childBegin, scratch);
        if (colon.find_first_not_of(" :") == std::string_view::npos)
            style.colon = colon;
    }
    style.comma = style.colon == ":" ? "," : ", ";
    if (!style.lines)
        return style;

    const std::string outer = indentBefore(text, itemBegin);
    style.unit = outer;
    if (child.count() > 0) {
        const Slot &inner = child.child(0);
        const std::string deeper = indentBefore(text, childBegin + inner.offset - inner.nameBack);
        style.unit = deeper.starts_with(outer) ? deeper.substr(outer.size()) : std::string();
    }
    return style;
}

std::string layOut(std::string_view json, const JsonStyle &style, std::string_view indent)
{
    return Writer(style, indent).write(json);
}

QByteArray canonicalJson(const QByteArray &json)
{
    std::string_view text(json.constData(), static_cast<std::size_t>(json.size()));
    if (text.starts_with(Bom))
        text.remove_prefix(Bom.size());
    std::string laidOut = layOut(text, JsonStyle::canonical());
    laidOut.push_back('\n');
    return QByteArray(laidOut.data(), static_cast<qsizetype>(laidOut.size()));
}

} // namespace marquee::payload
