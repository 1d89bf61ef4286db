// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace marquee::preview {

/// What a text is coloured as.
enum class Language : std::uint8_t
{
    Plain,
    Json,
    Xml,
    Http ///< a request: its first line, headers, and a body that may be JSON or XML
};

/// Whether places in it are those of a payload.
inline bool isPayload(Language language)
{
    return language == Language::Json || language == Language::Xml;
}

} // namespace marquee::preview
