// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Text.h"
#include "payload/Tree.h"

#include <QByteArray>

#include <string>

namespace marquee::payload {

/// How an XML text is laid out: what new elements are written like.
struct XmlStyle
{
    bool lines = true; ///< an element a line; else all in one
    std::string newline = "\n";
    std::string unit = "  "; ///< what each level is indented by; may be empty

    /// Two blanks, LF: what `marquee-cli format` writes.
    static XmlStyle canonical() { return {}; }
    /// What a text that stands shows of itself.
    static XmlStyle of(const Text &text, const Slot &root);
};

/// A well-formed document in canonical layout: two blanks, LF, an element a line, a newline at the end, no byte-order mark. Text,
/// CDATA, comments and everything inside an element that has text of its own stay byte for byte. Twice gives the same bytes.
/// What isn't well-formed comes back as it is.
QByteArray canonicalXml(const QByteArray &xml);

} // namespace marquee::payload
