// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/XmlScanner.h"

#include "payload/ReadError.h"
#include "payload/XmlText.h"

#include <QByteArray>
#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <charconv>

namespace marquee::payload {

namespace {

constexpr std::string_view Bom = "\xef\xbb\xbf";

QString tr(const char *text)
{
    return QCoreApplication::translate("XmlReader", text);
}

QString shown(std::string_view name)
{
    constexpr std::size_t Most = 60;
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(std::min(name.size(), Most)));
}

/// The bytes of text between tags that need no second look.
constexpr std::array<bool, 256> plainBytes = [] {
    std::array<bool, 256> plain{};
    for (int i = 0; i < 256; ++i)
        plain[static_cast<std::size_t>(i)] = (i >= 0x20 || i == '\n' || i == '\t') && i != '<' && i != '&' && i != ']' && i != 0xef;
    return plain;
}();

QByteArray lowered(std::string_view name)
{
    return QByteArray(name.data(), static_cast<qsizetype>(name.size())).toLower();
}

bool isCharacter(std::string_view reference)
{
    const bool isHex = reference.size() > 1 && reference[1] == 'x';
    const std::string_view digits = reference.substr(isHex ? 2 : 1);
    unsigned point = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), point, isHex ? 16 : 10);
    return !digits.empty() && error == std::errc() && end == digits.data() + digits.size()
        && (point == 9 || point == 10 || point == 13 || (point >= 0x20 && point < 0xd800) || (point >= 0xe000 && point < 0xfffe)
            || (point >= 0x10000 && point <= 0x10ffff));
}

} // namespace

Error XmlScanner::error() const
{
    return readError(m_code, m_expected, static_cast<std::uint32_t>(m_failed), m_text);
}

bool XmlScanner::fail(const QString &expected, Error::Code code)
{
    m_failed = m_at;
    m_expected = expected;
    m_code = code;
    return false;
}

void XmlScanner::blanks()
{
    while (isBlankHere())
        ++m_at;
}

bool XmlScanner::beginning()
{
    if (startsWith(Bom))
        m_at = Bom.size();
    return !startsWith("<?xml") || m_at + 5 >= m_text.size() || !isXmlBlank(m_text[m_at + 5]) || declaration();
}

bool XmlScanner::noDocumentType()
{
    return fail(tr("no document type: entities and external files aren't read"), Error::Code::UsesEntities);
}

/// <?xml version="1.0" encoding="UTF-8"?>
bool XmlScanner::declaration()
{
    const std::size_t from = m_at;
    const std::size_t end = m_text.find("?>", m_at);
    if (end == std::string_view::npos)
        return fail(tr("the end of the declaration, ?>"));
    const std::string_view inside = m_text.substr(from, end - from);
    if (inside.find("version") == std::string_view::npos)
        return fail(tr("a version in the declaration: <?xml version=\"1.0\"?>"));
    const std::size_t at = inside.find("encoding");
    if (at != std::string_view::npos) {
        const std::size_t quote = inside.find_first_of("\"'", at);
        const std::size_t close = quote == std::string_view::npos ? quote : inside.find(inside[quote], quote + 1);
        if (close == std::string_view::npos)
            return fail(tr("an encoding in quotes: encoding=\"UTF-8\""));
        const std::string_view name = inside.substr(quote + 1, close - quote - 1);
        const QByteArray lower = lowered(name);
        if (lower != "utf-8" && lower != "utf8" && lower != "us-ascii") {
            m_at = from + quote + 1;
            return fail(tr("UTF-8, and not %1 as it says of itself").arg(shown(name)), Error::Code::NotUtf8);
        }
    }
    m_at = end + 2;
    return true;
}

/// Blanks, comments and instructions around elements.
bool XmlScanner::around()
{
    for (;;) {
        blanks();
        if (startsWith("<!--")) {
            if (!comment())
                return false;
        } else if (startsWith("<?")) {
            if (!instruction())
                return false;
        } else if (startsWith("<!DOCTYPE")) {
            return noDocumentType();
        } else {
            return true;
        }
    }
}

bool XmlScanner::comment()
{
    const std::size_t end = m_text.find("--", m_at + 4);
    if (end == std::string_view::npos)
        return fail(tr("the end of this comment, -->"));
    if (m_text.substr(end, 3) != "-->") {
        m_at = end;
        return fail(tr("no -- inside of a comment, or its end, -->"));
    }
    return checked(m_at + 4, end) && to(end + 3);
}

bool XmlScanner::instruction()
{
    const std::size_t end = m_text.find("?>", m_at + 2);
    if (end == std::string_view::npos)
        return fail(tr("the end of this instruction, ?>"));
    const std::string_view inside = m_text.substr(m_at + 2, end - m_at - 2);
    const auto nameEnd = std::find_if_not(inside.begin(), inside.end(), isXmlNameByte);
    const std::string_view name = inside.substr(0, static_cast<std::size_t>(nameEnd - inside.begin()));
    if (!isXmlName(name) || (nameEnd != inside.end() && !isXmlBlank(*nameEnd)))
        return fail(tr("the name of an instruction after <?"));
    if (lowered(name) == "xml")
        return fail(tr("the declaration <?xml …?> at the beginning of the file and nowhere else"));
    return checked(m_at + 2, end) && to(end + 2);
}

/// Whether every character from `from` to before `to` may stand in XML.
bool XmlScanner::checked(std::size_t from, std::size_t end)
{
    const std::string_view text = m_text.substr(from, end - from);
    if (canBeXml(text))
        return true;
    std::size_t at = 0;
    while (canBeXml(text.substr(at, text[at] == '\xef' ? 3 : 1)))
        ++at;
    m_at = from + at;
    return fail(tr("a character that XML can hold: a control character stands here"));
}

bool XmlScanner::name(std::size_t &length)
{
    const std::size_t from = m_at;
    if (!more() || !isXmlNameStart(m_text[m_at]))
        return fail(tr("a name after <; a < in text is written &lt; or in CDATA"));
    while (more() && isXmlNameByte(m_text[m_at]))
        ++m_at;
    length = m_at - from;
    return true;
}

bool XmlScanner::attribute(Slot &slot)
{
    slot.kind = Kind::String;
    slot.flags = Slot::Attribute;
    slot.offset = here();
    std::size_t length = 0;
    if (!more() || !isXmlNameStart(m_text[m_at]))
        return fail(tr("an attribute, or the end of the tag, >"));
    if (!name(length))
        return false;
    slot.nameLength = storedLength(length);
    blanks();
    if (!more() || m_text[m_at] != '=')
        return fail(tr("= and a value in quotes after the name of an attribute"));
    ++m_at;
    blanks();
    if (!more() || (m_text[m_at] != '"' && m_text[m_at] != '\''))
        return fail(tr("a quote before the value of an attribute"));
    const std::size_t quote = m_at;
    const std::size_t end = m_text.find(m_text[quote], quote + 1);
    if (end == std::string_view::npos)
        return fail(tr("the closing quote of this attribute, before the end of the file"));
    if (!checked(quote + 1, end))
        return false;
    for (m_at = quote + 1; m_at < end;) {
        const char c = m_text[m_at];
        if (c == '<')
            return fail(tr("the closing quote of this attribute: a < stands in it, which is written &lt;"));
        if (c == '&' || c == '\n' || c == '\r' || c == '\t')
            slot.flags |= Slot::Escapes;
        if (c == '&' ? !reference() : !to(m_at + 1))
            return false;
    }
    ++m_at;
    slot.length = here() - slot.offset;
    return true;
}

/// &amp; and its like.
bool XmlScanner::reference()
{
    const std::size_t end = m_text.find_first_of("; \t\r\n<&\"'", m_at + 1);
    if (end == std::string_view::npos || m_text[end] != ';')
        return fail(tr("&amp; where an & is meant as text"));
    const std::string_view name = m_text.substr(m_at + 1, end - m_at - 1);
    if (name.starts_with('#'))
        return isCharacter(name) ? to(end + 1) : fail(tr("the number of a character that XML can hold"));
    if (name == "lt" || name == "gt" || name == "amp" || name == "quot" || name == "apos")
        return to(end + 1);
    if (!isXmlName(name))
        return fail(tr("&amp; where an & is meant as text"));
    return fail(tr("no entity of its own: &%1; isn't known, and none can be made").arg(shown(name)), Error::Code::UsesEntities);
}


/// Text up to the next tag of an element, over CDATA, comments and instructions.
bool XmlScanner::ownText(Slot &text, bool &hasSection)
{
    text.kind = Kind::String;
    text.flags = Slot::Inner;
    text.offset = here();
    int sections = 0;
    bool hasLiteral = false;
    while (more()) {
        const std::size_t from = m_at;
        while (more() && plainBytes[static_cast<unsigned char>(m_text[m_at])])
            ++m_at;
        hasLiteral = hasLiteral || m_at != from;
        if (!more())
            break;
        const char c = m_text[m_at];
        if (c == '<') {
            bool wasMarkup = false;
            const bool isSection = startsWith("<![CDATA[");
            if (!markup(wasMarkup))
                return false;
            if (!wasMarkup)
                break;
            sections += isSection ? 1 : 0;
            if (!isSection)
                text.flags |= Slot::Escapes;
            else if (m_text.substr(from, m_at - from).find('\r') != std::string_view::npos)
                text.flags |= Slot::Escapes; // a line end of two bytes reads as one
            continue;
        }
        hasLiteral = true;
        if (c == '&' || c == '\r')
            text.flags |= Slot::Escapes;
        if (startsWith("]]>"))
            return fail(tr("text without ]]>, which ends CDATA and nothing else"));
        if (c == '&') {
            if (!reference())
                return false;
        } else if (!checked(m_at, std::min(m_text.size(), m_at + (c == '\xef' ? 3U : 1U)))) {
            return false;
        } else {
            ++m_at;
        }
    }
    if (sections > 1 || (sections == 1 && hasLiteral))
        text.flags |= Slot::Escapes;
    hasSection = sections > 0;
    text.length = here() - text.offset;
    return true;
}

/// CDATA, a comment or an instruction, read over.
bool XmlScanner::markup(bool &was)
{
    was = true;
    if (startsWith("<!--"))
        return comment();
    if (startsWith("<?"))
        return instruction();
    if (startsWith("<![CDATA[")) {
        const std::size_t end = m_text.find("]]>", m_at);
        if (end == std::string_view::npos)
            return fail(tr("the end of this CDATA, ]]>"));
        return checked(m_at + 9, end) && to(end + 3);
    }
    was = false;
    return true;
}

} // namespace marquee::payload
