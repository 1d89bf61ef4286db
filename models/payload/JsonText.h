// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace marquee::payload {

/// What the inside of a JSON string says, as UTF-8. `inside` stands between the quotes and is well-formed.
std::string decodeJsonString(std::string_view inside);

/// Text as a JSON string, quotes included: only what has to be escaped is.
std::string encodeJsonString(std::string_view utf8);
std::string encodeJsonString(const QString &text);

} // namespace marquee::payload
