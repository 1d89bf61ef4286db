// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Value.h"
#include "performances/Fields.h"
#include "performances/Message.h"

#include <vector>

namespace marquee::performances {

/// How much of a complete performance stands in a message. What is missing may come with another message, or be known
/// to the partner already.
struct Completeness
{
    struct Part
    {
        const Field *field = nullptr;
        Presence presence = Presence::Absent;
    };
    std::vector<Part> parts; ///< the starred fields in their order

    int there() const; ///< how many are set
    bool isComplete() const { return there() == static_cast<int>(parts.size()); }
    friend bool operator==(const Completeness &a, const Completeness &b);
};

/// `fields` have to outlive it.
Completeness completenessOf(const payload::Value &performance, const std::vector<Field> &fields);

} // namespace marquee::performances
