// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/JsonReader.h"

#include "payload/ReadError.h"

#include <QCoreApplication>

#include <array>
#include <cstring>

namespace marquee::payload {

namespace {

constexpr std::string_view Bom = "\xef\xbb\xbf";
constexpr std::string_view EllipsisSign = "\xe2\x80\xa6";

QString tr(const char *text)
{
    return QCoreApplication::translate("JsonReader", text);
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// True for the bytes that a string can hold as they are: anything but a quote, a backslash and control characters.
constexpr std::array<bool, 256> plainBytes = [] {
    std::array<bool, 256> plain{};
    for (int i = 0; i < 256; ++i)
        plain[static_cast<std::size_t>(i)] = i >= 0x20 && i != '"' && i != '\\';
    return plain;
}();

class Reader
{
public:
    Reader(std::string_view text, Tree &tree)
        : m_text(text)
        , m_tree(tree)
        , m_begin(text.data())
        , m_at(text.data())
        , m_end(text.data() + text.size())
    {
        m_stack.reserve(1024);
    }

    bool read(Slot &root, int level)
    {
        if (m_text.starts_with(Bom)) {
            m_oddities.push_back({Oddity::Kind::ByteOrderMark, 0, static_cast<std::uint32_t>(Bom.size())});
            m_at += Bom.size();
        }
        if (!blanks() || !value(root, level) || !blanks())
            return false;
        if (m_at != m_end)
            return fail(tr("the end of the file: one payload, and nothing after it"));
        return true;
    }

    std::vector<Oddity> takeOddities() { return std::move(m_oddities); }

    Error error() const { return readError(m_code, m_expected, offset(m_failed), m_text); }

private:
    std::uint32_t offset(const char *place) const { return static_cast<std::uint32_t>(place - m_begin); }
    bool more() const { return m_at != m_end; }

    bool fail(const QString &expected, Error::Code code = Error::Code::Malformed)
    {
        m_failed = m_at;
        m_expected = expected;
        m_code = code;
        return false;
    }

    /// Skips blanks, and what isn't JSON but can be read past.
    bool blanks()
    {
        for (;;) {
            while (more() && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
                ++m_at;
            if (!more() || (*m_at != '/' && *m_at != '.' && *m_at != EllipsisSign[0]))
                return true;
            const char *from = m_at;
            const std::string_view rest(m_at, static_cast<std::size_t>(m_end - m_at));
            auto kind = Oddity::Kind::Comment;
            if (rest.starts_with("//")) {
                const auto newline = rest.find('\n');
                m_at = newline == std::string_view::npos ? m_end : m_at + newline;
            } else if (rest.starts_with("/*")) {
                const auto close = rest.find("*/", 2);
                if (close == std::string_view::npos)
                    return fail(tr("the end of this comment, */"));
                m_at += close + 2;
            } else if (rest.starts_with("...") || rest.starts_with(EllipsisSign)) {
                m_at += 3;
                kind = Oddity::Kind::Ellipsis;
                m_elided = true;
            } else {
                return true;
            }
            m_oddities.push_back({kind, offset(from), offset(m_at)});
        }
    }

    bool value(Slot &slot, int depth)
    {
        if (!more())
            return fail(tr("a value, before the end of the file"));
        const char *from = m_at;
        slot.offset = offset(from);
        bool read = false;
        switch (*m_at) {
        case '{':
            slot.kind = Kind::Object;
            read = container(slot, '}', depth);
            break;
        case '[':
            slot.kind = Kind::Array;
            read = container(slot, ']', depth);
            break;
        case '"':
            slot.kind = Kind::String;
            read = string(slot.flags, Slot::Escapes);
            break;
        case 't':
            slot.kind = Kind::True;
            read = word("true");
            break;
        case 'f':
            slot.kind = Kind::False;
            read = word("false");
            break;
        case 'n':
            slot.kind = Kind::Null;
            read = word("null");
            break;
        default:
            slot.kind = Kind::Number;
            read = number();
        }
        slot.length = static_cast<std::uint32_t>(m_at - from);
        return read;
    }

    bool word(std::string_view expected)
    {
        const std::string_view rest(m_at, static_cast<std::size_t>(m_end - m_at));
        if (!rest.starts_with(expected))
            return fail(tr("a value: text in double quotes, a number, true, false, null, { or ["));
        m_at += expected.size();
        return true;
    }

    bool digits()
    {
        if (!more() || !isDigit(*m_at))
            return false;
        while (more() && isDigit(*m_at))
            ++m_at;
        return true;
    }

    bool number()
    {
        const char *from = m_at;
        if (*m_at == '-')
            ++m_at;
        if (!more() || !isDigit(*m_at)) {
            m_at = from;
            return fail(tr("a value: text in double quotes, a number, true, false, null, { or ["));
        }
        if (*m_at == '0' && m_at + 1 != m_end && isDigit(m_at[1])) {
            return fail(tr("a number without a zero in front"));
        }
        digits();
        if (more() && *m_at == '.') {
            ++m_at;
            if (!digits())
                return fail(tr("a digit after the decimal point"));
        }
        if (more() && (*m_at == 'e' || *m_at == 'E')) {
            ++m_at;
            if (more() && (*m_at == '+' || *m_at == '-'))
                ++m_at;
            if (!digits())
                return fail(tr("a digit in the exponent"));
        }
        return true;
    }

    /// \uXXXX at m_at, which stands on the u; a high surrogate takes its low one along.
    bool unicodeEscape()
    {
        const char *escape = m_at - 1;
        int unit = 0;
        if (!hexUnit(unit))
            return false;
        if (unit < 0xd800 || unit > 0xdfff)
            return true;
        if (unit < 0xdc00 && m_end - m_at >= 2 && m_at[0] == '\\' && m_at[1] == 'u') {
            ++m_at;
            int low = 0;
            if (!hexUnit(low))
                return false;
            if (low >= 0xdc00 && low <= 0xdfff)
                return true;
        }
        m_at = escape;
        return fail(tr("a whole character: half of a surrogate pair stands here"), Error::Code::NotUtf8);
    }

    bool hexUnit(int &unit)
    {
        ++m_at;
        unit = 0;
        for (int i = 0; i < 4; ++i, ++m_at) {
            const int digit = more() ? hexValue(*m_at) : -1;
            if (digit < 0)
                return fail(tr("four hexadecimal digits after \\u"));
            unit = unit * 16 + digit;
        }
        return true;
    }

    bool string(std::uint8_t &flags, std::uint8_t escapes)
    {
        const char *from = m_at;
        ++m_at;
        for (;;) {
            while (more() && plainBytes[static_cast<unsigned char>(*m_at)])
                ++m_at;
            if (!more()) {
                m_at = from;
                return fail(tr("the closing quote of this text, before the end of the file"));
            }
            if (*m_at == '"') {
                ++m_at;
                return true;
            }
            if (*m_at != '\\')
                return fail(tr("the closing quote, or an escape such as \\n: a line break or control character stands in the text"));
            flags |= escapes;
            ++m_at;
            if (!more())
                return fail(tr("a character after the backslash"));
            if (*m_at == 'u') {
                if (!unicodeEscape())
                    return false;
            } else if (std::strchr("\"\\/bfnrt", *m_at) && *m_at != '\0') {
                ++m_at;
            } else {
                return fail(tr("an escape that JSON knows: \\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u"));
            }
        }
    }

    bool name(Slot &member, const char *&nameBegin)
    {
        nameBegin = m_at;
        if (!string(member.flags, Slot::NameEscapes))
            return false;
        const auto length = static_cast<std::size_t>(m_at - nameBegin) - 2;
        member.nameLength = length < Slot::LongName ? static_cast<std::uint16_t>(length) : Slot::LongName;
        if (!blanks())
            return false;
        if (!more() || *m_at != ':')
            return fail(tr("a colon after the name"));
        ++m_at;
        return blanks();
    }

    bool container(Slot &slot, char close, int depth)
    {
        if (depth > MaximumDepth)
            return fail(tr("at most %1 levels").arg(MaximumDepth), Error::Code::TooDeep);
        const char *from = m_at;
        const bool isObject = close == '}';
        const std::size_t base = m_stack.size();
        ++m_at;
        const bool outerElided = m_elided;
        m_elided = false;
        bool comma = false;
        bool elided = false;
        for (bool first = true;; first = false) {
            if (!blanks())
                return false;
            elided = elided || m_elided;
            if (more() && *m_at == close && (first || !comma || m_elided))
                break;
            if (more() && *m_at == ',' && m_elided) {
                ++m_at;
                m_elided = false;
                comma = true;
                continue;
            }
            if (!first && !comma)
                return fail(isObject ? tr("a comma or }") : tr("a comma or ]"));
            if (isObject && (!more() || *m_at != '"'))
                return fail(first ? tr("a name in double quotes, or }") : tr("a name in double quotes"));
            if (!isObject && first && !more())
                return fail(tr("a value, or ]"));
            m_elided = false;
            Slot child;
            const char *nameBegin = nullptr;
            if (isObject && !name(child, nameBegin))
                return false;
            if (!value(child, depth + 1))
                return false;
            if (isObject)
                child.nameBack = child.offset - offset(nameBegin);
            child.offset -= offset(from);
            m_stack.push_back(child);
            m_elided = false;
            if (!blanks())
                return false;
            elided = elided || m_elided;
            comma = more() && *m_at == ',';
            if (comma) {
                ++m_at;
                m_elided = false;
            }
        }
        ++m_at;
        m_elided = outerElided;
        if (elided)
            slot.flags |= Slot::Elided;
        if (const std::size_t count = m_stack.size() - base; count > 0) {
            slot.children = m_tree.allocate(static_cast<std::uint32_t>(count), static_cast<std::uint32_t>(count));
            std::copy(m_stack.begin() + static_cast<std::ptrdiff_t>(base), m_stack.end(), slot.children->items());
            m_stack.resize(base);
        }
        return true;
    }

    std::string_view m_text;
    Tree &m_tree;
    const char *m_begin;
    const char *m_at;
    const char *m_end;
    const char *m_failed = nullptr;
    QString m_expected;
    Error::Code m_code = Error::Code::Malformed;
    bool m_elided = false; ///< "..." was read past since the last value or comma
    std::vector<Slot> m_stack;
    std::vector<Oddity> m_oddities;
};

} // namespace

Expected<ReadTree> readJson(std::string_view text)
{
    if (auto refusal = refusalOf(text))
        return tl::unexpected(*std::move(refusal));
    ReadTree result;
    Reader reader(text, result.tree);
    if (!reader.read(result.tree.root, 1))
        return tl::unexpected(reader.error());
    result.oddities = reader.takeOddities();
    return result;
}

Expected<Slot> readJsonValue(std::string_view text, Tree &tree, int level)
{
    Reader reader(text, tree);
    Slot slot;
    if (!reader.read(slot, level))
        return tl::unexpected(reader.error());
    if (const auto oddities = reader.takeOddities(); !oddities.empty())
        return tl::unexpected(readError(
            Error::Code::Malformed, tr("a value without comments or “...”"), oddities.front().begin, text));
    if (auto refusal = refusalOf(text))
        return tl::unexpected(*std::move(refusal));
    return slot;
}

} // namespace marquee::payload
