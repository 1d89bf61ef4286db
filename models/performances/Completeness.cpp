// SPDX-License-Identifier: GPL-3.0-or-later
#include "performances/Completeness.h"

#include "performances/ListEdits.h"

#include <algorithm>

namespace marquee::performances {

namespace {

/// A list of nothing but empty entries says nothing.
Presence presenceIn(const payload::Value &performance, const Field &field)
{
    const payload::Value value = performance.member(field.name);
    const Presence presence = presenceOf(value);
    if (field.kind != FieldKind::List || presence != Presence::Set)
        return presence;
    const std::vector<std::string> items = itemsOf(performance, field);
    const bool says = std::any_of(items.begin(), items.end(), [](const std::string &item) { return !item.empty(); });
    return says ? Presence::Set : Presence::Empty;
}

} // namespace

int Completeness::there() const
{
    return static_cast<int>(
        std::count_if(parts.begin(), parts.end(), [](const Part &part) { return part.presence == Presence::Set; }));
}

bool operator==(const Completeness &a, const Completeness &b)
{
    return std::equal(a.parts.begin(), a.parts.end(), b.parts.begin(), b.parts.end(),
        [](const auto &one, const auto &other) { return one.field == other.field && one.presence == other.presence; });
}

Completeness completenessOf(const payload::Value &performance, const std::vector<Field> &fields)
{
    Completeness found;
    for (const Field &field : fields) {
        if (field.isStarred)
            found.parts.push_back({&field, presenceIn(performance, field)});
    }
    return found;
}

} // namespace marquee::performances
