// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Value.h"
#include "rules/Context.h"

#include <QVarLengthArray>

#include <string_view>

namespace marquee::catalog {
struct Field;
struct ObjectType;
}

namespace marquee::rules {

/// One scalar that a value rule looks at. Its JSON type is the one that the field asks for.
struct ValuePlace
{
    const Context &context;
    const catalog::Field &field;
    payload::Value value;
    std::string_view text; ///< what a string says, decoded; for numbers and booleans, what is written
};

/// One object that an object rule looks at.
struct ObjectPlace
{
    const Context &context;
    const catalog::ObjectType *type; ///< null where the catalogue doesn't know the object
    payload::Value object;
    /// For each member in turn, which field of the type it is; -1 where the type has no such field.
    QVarLengthArray<std::int16_t, 32> fields;

    /// The place of the first member that is this field, -1 where it doesn't stand.
    int memberOf(int field) const
    {
        return static_cast<int>(fields.indexOf(static_cast<std::int16_t>(field)));
    }
};

} // namespace marquee::rules
