// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Value.h"

namespace marquee::payload {

/// How the values of XML read; what Value says of them stands on these.

/// An element's or attribute's name as it is written. Points into the text or into scratch.
std::string_view xmlName(const Value &value, std::string &scratch);
/// What it is called as a member: "EventId", "@siteId", "#text".
std::string_view xmlMemberName(const Value &value, std::string &scratch);
/// What stands between an element's tags, or an attribute's quotes; nothing for arrays and for <this/>.
std::string_view xmlInside(const Value &value, std::string &scratch);
std::string_view xmlString(const Value &value, std::string &scratch);
std::string xmlToJson(const Value &value);
/// Whether text of this element, or "#text", stands in CDATA, all of it. True where there is none.
bool isInCdata(const Value &value);

/// Whether an element of that name under one of that other is an entry of a list: the outer name is the plural of the inner one,
/// letter case aside.
bool isXmlListEntry(std::string_view outer, std::string_view inner);

} // namespace marquee::payload
