// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Edit.h"
#include "payload/Pointer.h"
#include "payload/Value.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace marquee::rules {
struct Context;
}

namespace marquee::windows {

/// One place that many objects have: windows, mostly.
struct SharedPlace
{
    payload::Pointer below; ///< of the value, from each object; with `term`: from the term
    std::string term; ///< the first term of that name in each window's list; empty: it isn't a term's value
};

/// What the objects say there.
struct SharedValue
{
    enum class Kind : std::uint8_t
    {
        Absent, ///< none of them says anything
        Same,
        Several ///< they differ, or only some of them say something
    };
    Kind kind = Kind::Absent;
    /// Same: the value, as the first of them writes it. Several objects: the members that are the same in all, as an object. Else
    /// empty.
    std::string json;
    std::uint32_t present = 0; ///< in how many of them it stands
};

payload::Value valueAt(const payload::Value &object, const SharedPlace &place);
/// Where the value is, from the object; for a term that isn't there: an empty pointer.
payload::Pointer placeIn(const payload::Value &object, const SharedPlace &place);
SharedValue sharedValue(std::span<const payload::Value> objects, const SharedPlace &place);

/// The edits that give all of them a value. Where they differed, only what the user changed of it is given to each: of an object
/// the members that aren't in `shown`, of a list the items that it doesn't have yet. A term is added where there is none.
std::vector<payload::Edit> setShared(const rules::Context &context, std::span<const payload::Pointer> objects, const SharedPlace &place,
    const std::string &json, const SharedValue &shown);
/// The edits that take it away from all; of a term, the term itself. `emptied` as rules::removeField.
std::vector<payload::Edit> removeShared(const rules::Context &context, std::span<const payload::Pointer> objects, const SharedPlace &place, bool emptied);

} // namespace marquee::windows
