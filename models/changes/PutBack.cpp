// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/PutBack.h"

#include "payload/Document.h"

#include <algorithm>

namespace marquee::changes {

using payload::Document;
using payload::Edit;
using payload::Value;

namespace {

std::optional<Edit> bringBack(
    const Difference &difference, const Value &value, const Document &before, const Document &after)
{
    const Value holder = after.find(difference.holder);
    const auto path = before.pathOf(*difference.before);
    if (!path || path->isEmpty())
        return std::nullopt;
    const auto index = static_cast<std::int64_t>(std::min(path->last(), holder.size()));
    if (holder.isArray())
        return Edit::insertItem(difference.holder, value.raw(), index);
    if (holder.isObject())
        return Edit::insertMember(difference.holder, difference.before->tokens.back().text, value.raw(), index);
    return std::nullopt;
}

} // namespace

std::optional<Edit> putBack(const Difference &difference, const Document &before, const Document &after)
{
    if (difference.after && !after.find(*difference.after))
        return std::nullopt;
    if (!difference.before)
        return Edit::remove(*difference.after);
    const Value value = before.find(*difference.before);
    if (!value)
        return std::nullopt;
    if (!difference.after)
        return bringBack(difference, value, before, after);
    return Edit::set(*difference.after, value.raw());
}

payload::Pointer fieldOf(const Difference &difference, const Document &after)
{
    if (difference.after)
        return *difference.after;
    return after.find(difference.holder).isArray() ? difference.holder
                                                   : difference.holder.child(difference.before->tokens.back().text);
}

} // namespace marquee::changes
