// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Value.h"

#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace marquee::payload {
class Document;
}

namespace marquee::editor {

/// JSON text to look at as a value. Nothing where the text isn't JSON.
class OwnValue
{
public:
    explicit OwnValue(const std::string &json);
    explicit OwnValue(const std::optional<std::string> &json);
    ~OwnValue();
    OwnValue(const OwnValue &) = delete;
    OwnValue &operator=(const OwnValue &) = delete;

    payload::Value value() const;

private:
    std::unique_ptr<payload::Document> m_document;
};

// One part of an object or array is changed; the text of all others stays as it is written. Where the JSON isn't such a
// container, or has no such part, it comes back unchanged.
std::string withMember(const std::string &object, const std::string &name, const std::string &json);
std::string withoutMember(const std::string &object, const std::string &name);
std::string withItem(const std::string &array, std::uint32_t index, const std::string &json);
std::string withItemAdded(const std::string &array, const std::string &json);
std::string withoutItem(const std::string &array, std::uint32_t index);
std::string withItemMoved(const std::string &array, std::uint32_t from, std::uint32_t to);

/// What a line shows of any value: a string's text; for other kinds their JSON in one line; nothing where there is
/// none.
QString lineText(const payload::Value &value);

inline QString toQString(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace marquee::editor
