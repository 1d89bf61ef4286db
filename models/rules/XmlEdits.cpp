// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/XmlEdits.h"

#include "payload/XmlValue.h"

namespace marquee::rules {

using payload::Value;

namespace {

/// The name in both of an element's tags; `text` begins with what begins at `offset` of the document.
void renameTags(std::string &text, std::uint32_t offset, const Value &element, std::string_view name)
{
    std::string scratch;
    const std::size_t length = payload::xmlName(element, scratch).size();
    const std::size_t begin = element.begin() - offset;
    const std::size_t end = element.end() - offset;
    if (text.compare(end - 2, 2, "/>") != 0)
        text.replace(text.rfind("</", end) + 2, length, name);
    text.replace(begin + 1, length, name);
}

} // namespace

payload::Edit renameInXml(const Value &value, std::string_view name)
{
    std::string scratch;
    std::string text(value.text()->view(value.begin(), value.end(), scratch));
    const std::size_t size = text.size();
    if (value.isAttribute()) {
        text.replace(0, payload::xmlName(value, scratch).size(), name);
    } else if (value.isArray()) {
        for (std::uint32_t i = value.size(); i-- > 0;) // the last first: the others stay where they are
            renameTags(text, value.begin(), value.at(i), name);
    } else {
        renameTags(text, value.begin(), value, name);
    }
    payload::Edit edit;
    edit.kind = payload::Edit::Kind::Text;
    edit.index = value.begin();
    edit.to = static_cast<std::int64_t>(size);
    edit.after = std::move(text);
    return edit;
}

} // namespace marquee::rules
