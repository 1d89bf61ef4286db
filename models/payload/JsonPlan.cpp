// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/JsonPlan.h"

#include "payload/JsonText.h"

#include <algorithm>

namespace marquee::payload {

namespace {

constexpr std::string_view Blanks = " \t\r\n";

/// The blanks before an item, back to the bracket, comma or comment that stands there.
std::string leadOf(const Value &container, std::uint32_t index)
{
    std::string scratch;
    const std::uint32_t from = index == 0 ? container.begin() + 1 : container.at(index - 1).end();
    const std::string_view gap = container.text()->view(from, container.at(index).itemBegin(), scratch);
    const auto last = gap.find_last_not_of(Blanks);
    return std::string(last == std::string_view::npos ? gap : gap.substr(last + 1));
}

/// The blanks at the beginning of the line in which a value begins.
std::string lineIndent(const Text &text, std::uint32_t at)
{
    std::string scratch;
    const TextPlace place = text.place(at);
    const std::string_view line = text.view(at - (place.column - 1), at, scratch);
    return std::string(line.substr(0, std::min(line.find_first_not_of(" \t"), line.size())));
}

struct Lead
{
    std::string blanks; ///< before the new item
    std::string indent; ///< of its further lines
    bool lines = false;
};

Lead leadFor(const Value &container, std::uint32_t index, const JsonStyle &style)
{
    Lead lead;
    const std::uint32_t count = container.size();
    if (count == 1 && index == 1) {
        lead.blanks = leadOf(container, 0);
        if (lead.blanks.find('\n') == std::string::npos)
            lead.blanks = style.comma.substr(1);
    } else {
        lead.blanks = leadOf(container, count >= 2 ? std::clamp<std::uint32_t>(index, 1, count - 1) : 0);
    }
    const auto newline = lead.blanks.rfind('\n');
    lead.lines = newline != std::string::npos;
    if (lead.lines) {
        lead.indent = lead.blanks.substr(newline + 1);
        lead.blanks = (newline > 0 && lead.blanks[newline - 1] == '\r' ? "\r\n" : "\n") + lead.indent;
    } else if (count == 1 && index == 0) {
        lead.blanks = style.comma.substr(1);
    }
    return lead;
}

JsonStyle inLines(const JsonStyle &style, bool lines)
{
    JsonStyle result = style;
    result.lines = lines;
    return result;
}

/// The child's own text, and where its parts stand in it.
std::string itemText(Operation &operation, std::string_view name, bool isMember, std::string_view json,
                     const JsonStyle &style, std::string_view indent)
{
    std::string item;
    if (isMember) {
        const std::string quoted = encodeJsonString(name);
        item = quoted + style.colon;
        const std::size_t length = quoted.size() - 2;
        operation.nameLength = length < Slot::LongName ? static_cast<std::uint16_t>(length) : Slot::LongName;
        operation.nameBack = static_cast<std::uint32_t>(item.size());
        operation.flags = quoted.find('\\') != std::string::npos ? Slot::NameEscapes : 0;
    }
    operation.valueAt = static_cast<std::uint32_t>(item.size());
    const std::string value = layOut(json, style, indent);
    operation.valueLength = static_cast<std::uint32_t>(value.size());
    return item + value;
}

Operation planFirst(const Value &container, std::string_view name, std::string_view json, const JsonStyle &style)
{
    Operation operation;
    std::string scratch;
    const std::uint32_t inside = container.begin() + 1;
    const std::string_view blanks = container.text()->view(inside, container.end() - 1, scratch);
    // Something that isn't blank stands in here (a comment, an ellipsis): it stays, behind the new child.
    const bool empty = blanks.find_first_not_of(Blanks) == std::string_view::npos;
    operation.splice.offset = inside;
    operation.splice.removed = empty ? std::string(blanks) : std::string();
    if (!style.lines) {
        operation.splice.inserted = itemText(operation, name, container.isObject(), json, style, {});
        return operation;
    }
    const std::string outer = lineIndent(*container.text(), container.begin());
    const std::string inner = outer + style.unit;
    const std::string lead = style.newline + inner;
    const std::string item = itemText(operation, name, container.isObject(), json, style, inner);
    operation.valueAt += static_cast<std::uint32_t>(lead.size());
    operation.splice.inserted = lead + item + (empty ? style.newline + outer : std::string());
    return operation;
}

} // namespace

Operation planInsert(const Value &container, std::uint32_t index, std::string_view name, std::string_view json,
                     const JsonStyle &style)
{
    if (container.size() == 0) {
        Operation operation = planFirst(container, name, json, style);
        operation.place.kind = ChangedPlace::Kind::Insert;
        return operation;
    }
    Operation operation;
    operation.place.kind = ChangedPlace::Kind::Insert;
    operation.place.index = index;
    const Lead lead = leadFor(container, index, style);
    const std::string item
        = itemText(operation, name, container.isObject(), json, inLines(style, lead.lines), lead.indent);
    if (index == 0) {
        operation.splice.offset = container.at(0).itemBegin();
        operation.splice.inserted = item + ',' + lead.blanks;
    } else {
        operation.splice.offset = container.at(index - 1).end();
        operation.splice.inserted = ',' + lead.blanks + item;
        operation.valueAt += static_cast<std::uint32_t>(1 + lead.blanks.size());
    }
    return operation;
}

Operation planRemove(const Value &container, std::uint32_t index)
{
    Operation operation;
    operation.place.kind = ChangedPlace::Kind::Remove;
    operation.place.index = index;
    const Value child = container.at(index);
    std::uint32_t from = child.itemBegin();
    std::uint32_t to = child.end();
    if (container.size() == 1) {
        from = container.begin() + 1;
        to = container.end() - 1;
    } else if (index == 0) {
        to = container.at(1).itemBegin();
    } else {
        from = container.at(index - 1).end();
    }
    std::string scratch;
    operation.splice.offset = from;
    operation.splice.removed = container.text()->view(from, to, scratch);
    operation.valueAt = child.begin() - from;
    operation.valueLength = child.end() - child.begin();
    operation.nameBack = child.slot()->nameBack;
    operation.nameLength = child.slot()->nameLength;
    operation.flags = child.slot()->flags & Slot::NameEscapes;
    return operation;
}

Operation planSet(const Value &value, std::string_view json, const JsonStyle &style)
{
    Operation operation;
    operation.place.kind = ChangedPlace::Kind::Set;
    operation.splice.offset = value.begin();
    operation.splice.removed = value.raw();
    // What has no lines of its own needs no indentation, which takes its time to find.
    const std::string indent = json.find_first_of("{[") == std::string_view::npos ? std::string() : lineIndent(*value.text(), value.begin());
    operation.splice.inserted = layOut(json, style, indent);
    return operation;
}

} // namespace marquee::payload
