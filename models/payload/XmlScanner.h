// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"
#include "payload/Tree.h"
#include "payload/XmlText.h"

#include <string_view>

namespace marquee::payload {

/// Walks over the tokens of XML, one after the other, and says where one isn't what XML 1.0 allows. What they are put together to
/// is XmlReader's. Every function that gives a bool: false where it failed, and then error() tells.
class XmlScanner
{
public:
    explicit XmlScanner(std::string_view text)
        : m_text(text)
    {
    }

    std::string_view text() const { return m_text; }
    bool more() const { return m_at < m_text.size(); }
    std::uint32_t here() const { return static_cast<std::uint32_t>(m_at); }
    bool startsWith(std::string_view with) const { return m_text.substr(m_at, with.size()) == with; }
    bool isBlankHere() const { return more() && isXmlBlank(m_text[m_at]); }
    bool to(std::size_t at)
    {
        m_at = at;
        return true;
    }

    bool beginning(); ///< over a byte-order mark and the declaration
    bool around(); ///< over blanks, comments and instructions around elements
    void blanks();
    bool name(std::size_t &length); ///< of an element
    bool attribute(Slot &slot); ///< name="value": place, name and flags
    /// Over text up to the next tag of an element, with CDATA, comments and instructions in it: place and flags. `hasSection`: there
    /// was CDATA.
    bool ownText(Slot &text, bool &hasSection);

    bool fail(const QString &expected, Error::Code code = Error::Code::Malformed);
    bool noDocumentType(); ///< fails, because one begins here
    Error error() const;

private:
    bool declaration();
    bool comment();
    bool instruction();
    bool markup(bool &was);
    bool reference();
    bool checked(std::size_t from, std::size_t to);

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_failed = 0;
    QString m_expected;
    Error::Code m_code = Error::Code::Malformed;
};

/// A name's length as a slot keeps it.
inline std::uint16_t storedLength(std::size_t length)
{
    return length < Slot::LongName ? static_cast<std::uint16_t>(length) : Slot::LongName;
}

} // namespace marquee::payload
