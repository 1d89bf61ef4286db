// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/Decimal.h"
#include "payload/Tree.h"
#include "query/Pattern.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace marquee::query {

// A JSONPath taken apart, in the words of RFC 9535. Made by JsonPathParser alone, which lets nothing through that isn't
// well-typed.

struct Logical;

struct Slice
{
    std::optional<std::int64_t> start;
    std::optional<std::int64_t> end;
    std::int64_t step = 1;
};

struct Selector
{
    enum class Type : std::uint8_t
    {
        Name,
        Wildcard,
        Index,
        Slice,
        Filter
    };
    Type type = Type::Wildcard;
    std::string name; ///< UTF-8
    std::int64_t index = 0;
    Slice slice;
    std::shared_ptr<const Logical> filter;
};

struct Segment
{
    bool descends = false; ///< `..`
    std::vector<Selector> selectors;
};

struct PathExpression
{
    bool isAbsolute = true; ///< `$`; else `@`
    std::vector<Segment> segments;

    bool isSingular() const
    {
        for (const Segment &segment : segments) {
            if (segment.descends || segment.selectors.size() != 1)
                return false;
            const Selector::Type type = segment.selectors.front().type;
            if (type != Selector::Type::Name && type != Selector::Type::Index)
                return false;
        }
        return true;
    }
};

struct Literal
{
    payload::Kind kind = payload::Kind::Null; ///< no container
    std::string text; ///< of a string what it says, of a number its digits
};

enum class Function : std::uint8_t
{
    Length,
    Count,
    Match,
    Search,
    Value
};

struct Call;

/// What may be compared, or given to a function.
using Operand = std::variant<Literal, PathExpression, std::shared_ptr<const Call>>;

struct Call
{
    Function function = Function::Length;
    std::vector<Operand> arguments;
    /// Match and Search with a literal pattern: read once. Nothing where it isn't an I-Regexp, which then fits nothing.
    std::optional<Pattern> pattern;
    bool hasLiteralPattern = false;
};

enum class Comparison : std::uint8_t
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual
};

/// What is true or false of a value.
struct Logical
{
    enum class Type : std::uint8_t
    {
        Or, ///< of parts
        And, ///< of parts
        Not, ///< of the one part
        Compare, ///< operands 0 and 1
        Test ///< operand 0: a query that finds something, or a function
    };
    Type type = Type::Test;
    Comparison comparison = Comparison::Equal;
    std::vector<Logical> parts;
    std::vector<Operand> operands;
};

} // namespace marquee::query
