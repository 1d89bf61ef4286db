// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Text.h"
#include "payload/Tree.h"

#include <QByteArray>

#include <string>
#include <string_view>

namespace marquee::payload {

/// How a JSON text is laid out: what new values are written like.
struct JsonStyle
{
    bool lines = true; ///< one member or item a line; else all in one
    std::string newline = "\n";
    std::string unit = "  "; ///< what each level is indented by; may be empty
    std::string colon = ": "; ///< between a name and its value
    std::string comma = ", "; ///< between members of one line

    /// Two blanks, LF: what `marquee-cli format` writes.
    static JsonStyle canonical() { return {}; }
    /// What a text that stands shows of itself.
    static JsonStyle of(const Text &text, const Slot &root);
};

/// Lays out well-formed JSON. Blanks between tokens are made anew; every token stays as it is, comments and "..."
/// among them. The first line isn't indented, the others stand behind `indent`.
std::string layOut(std::string_view json, const JsonStyle &style, std::string_view indent = {});

/// The whole payload in canonical layout: two blanks, LF, a newline at the end, no byte-order mark. Twice gives the
/// same bytes.
QByteArray canonicalJson(const QByteArray &json);

} // namespace marquee::payload
