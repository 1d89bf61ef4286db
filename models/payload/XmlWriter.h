// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"
#include "payload/Value.h"
#include "payload/XmlLayout.h"

#include <string>
#include <string_view>

namespace marquee::payload {

/// Writes values that are spoken of in JSON as XML. Texts go out in CDATA but for elements of another datatype (isPlainElement);
/// numbers and booleans as they are; null, "" and {} as an empty element. Errors: Invalid for what XML can't say: a name that none
/// may have, a control character, a list in a list.
class XmlWriter
{
public:
    explicit XmlWriter(const XmlStyle &style)
        : m_style(style)
    {
    }

    /// One element, or, of an array, one after the other: the first line isn't indented, the others stand behind `indent`.
    Expected<std::string> elements(std::string_view name, const Value &json, std::string_view indent) const;
    /// name="value"
    static Expected<std::string> attribute(std::string_view name, const Value &json, char quote = '"');
    /// What stands between the tags of an element of that name for a text, number or boolean.
    static Expected<std::string> inside(std::string_view name, const Value &json);
    /// What separates elements that follow each other.
    std::string between(std::string_view indent) const;

private:
    Expected<std::string> element(std::string_view name, const Value &json, std::string_view indent) const;

    const XmlStyle &m_style;
};

/// A JSON text to look at with a Value.
class JsonValue
{
public:
    /// Malformed where it isn't JSON.
    static Expected<JsonValue> read(std::string_view json);
    Value value() const { return {m_text, m_slot, m_slot.offset}; }

private:
    JsonValue() = default;
    Text m_text;
    Tree m_tree;
    Slot m_slot;
};

} // namespace marquee::payload
