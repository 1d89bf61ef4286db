// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace marquee::payload {

/// The names of XML, byte by byte of UTF-8: everything beyond ASCII may stand in one.
bool isXmlNameStart(char c);
bool isXmlNameByte(char c);
bool isXmlBlank(char c);
/// Whether an element or attribute may be called that.
bool isXmlName(std::string_view name);
/// Whether XML can say that text at all: it has no way to write most control characters.
bool canBeXml(std::string_view utf8);

/// What the inside of an element says, as UTF-8: entities and CDATA taken for what they mean, comments left out, line ends as LF.
/// `inside` is well-formed.
std::string decodeXmlText(std::string_view inside);
/// The same of the inside of an attribute's quotes, where line ends and tabs are blanks.
std::string decodeXmlAttribute(std::string_view inside);

/// Text as CDATA; `]]>` in it is cut in two, and a carriage return, which XML would lose, is written as a reference between.
std::string encodeXmlCdata(std::string_view utf8);
/// Text as it may stand between tags.
std::string encodeXmlPlain(std::string_view utf8);
/// Text as it may stand between those quotes.
std::string encodeXmlAttribute(std::string_view utf8, char quote);

} // namespace marquee::payload
