// SPDX-License-Identifier: GPL-3.0-or-later
#include "performances/ListEdits.h"

#include "payload/JsonText.h"
#include "performances/Message.h"
#include "rules/FieldEdits.h"

#include <algorithm>

namespace marquee::performances {

using payload::Edit;
using payload::Pointer;
using payload::Value;

namespace {

std::string jsonOf(const std::string &text)
{
    return payload::encodeJsonString(std::string_view(text));
}

std::string arrayOf(const std::vector<std::string> &texts)
{
    std::string items;
    for (const std::string &text : texts)
        items += (items.empty() ? "" : ",") + jsonOf(text);
    return '[' + items + ']';
}

std::string wholeList(const Field &field, const std::vector<std::string> &wanted)
{
    return '{' + jsonOf(field.item) + ':' + arrayOf(wanted) + '}';
}

/// What is between equal beginnings and equal ends.
std::vector<Edit> between(
    const Pointer &list, const std::vector<std::string> &old, const std::vector<std::string> &wanted)
{
    const auto both = static_cast<std::ptrdiff_t>(std::min(old.size(), wanted.size()));
    const auto first = std::mismatch(old.begin(), old.begin() + both, wanted.begin()).first - old.begin();
    std::ptrdiff_t last = 0;
    while (last < both - first
        && old[old.size() - 1 - static_cast<std::size_t>(last)]
            == wanted[wanted.size() - 1 - static_cast<std::size_t>(last)])
        ++last;
    std::vector<std::string> from(old.begin() + first, old.end() - last);
    const std::vector<std::string> to(wanted.begin() + first, wanted.end() - last);
    const auto at = static_cast<std::size_t>(first);
    std::vector<Edit> edits;
    if (from.size() == to.size() && from.size() > 1) {
        std::vector<std::string> turned = from;
        std::rotate(turned.begin(), turned.begin() + 1, turned.end());
        if (turned == to)
            return {Edit::move(list, first, first + static_cast<std::int64_t>(from.size()) - 1)};
        turned = from;
        std::rotate(turned.begin(), turned.end() - 1, turned.end());
        if (turned == to)
            return {Edit::move(list, first + static_cast<std::int64_t>(from.size()) - 1, first)};
    }
    // What is wanted no more goes first, the last of it first, so that places hold.
    for (std::size_t i = from.size(); i-- > 0 && from.size() > to.size();) {
        if (std::count(to.begin(), to.end(), from[i]) >= std::count(from.begin(), from.end(), from[i]))
            continue;
        edits.push_back(Edit::remove(list.child(static_cast<std::uint32_t>(at + i))));
        from.erase(from.begin() + static_cast<std::ptrdiff_t>(i));
    }
    for (std::size_t i = from.size(); i-- > to.size();)
        edits.push_back(Edit::remove(list.child(static_cast<std::uint32_t>(at + i))));
    for (std::size_t i = 0; i < to.size(); ++i) {
        if (i >= from.size())
            edits.push_back(Edit::insertItem(list, jsonOf(to[i]), static_cast<std::int64_t>(at + i)));
        else if (from[i] != to[i])
            edits.push_back(Edit::set(list.child(static_cast<std::uint32_t>(at + i)), jsonOf(to[i])));
    }
    return edits;
}

} // namespace

std::vector<std::string> itemsOf(const Value &performance, const Field &field)
{
    std::vector<std::string> texts;
    const Value list = performance.member(field.name).member(field.item);
    for (std::uint32_t i = 0; list.isArray() && i < list.size(); ++i)
        texts.push_back(textOf(list.at(i)));
    return texts;
}

std::vector<Edit> listEdits(const rules::Context &context, const Pointer &performance, const Field &field,
    const std::vector<std::string> &wanted)
{
    const Pointer around = performance.child(field.name);
    const Value stands = context.document.find(around);
    const std::vector<std::string> old = itemsOf(context.document.find(performance), field);
    if (old == wanted)
        return {};
    if (!stands)
        return {rules::placeValue(context, around, wholeList(field, wanted))};
    if (old.empty() && stands.isObject() && stands.size() > 0) // something else is in it
        return {Edit::insertMember(around, field.item, arrayOf(wanted))};
    if (old.empty())
        return {Edit::set(around, wholeList(field, wanted))};
    return between(around.child(field.item), old, wanted);
}

} // namespace marquee::performances
