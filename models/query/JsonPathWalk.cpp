// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/JsonPathWalk.h"

#include <algorithm>

namespace marquee::query {

using payload::Kind;
using payload::Path;
using payload::Value;

namespace {

/// Whether anything is selected.
class Any : public Sink
{
public:
    bool take(const Value &, const Path *) override
    {
        isThere = true;
        return false;
    }
    bool isThere = false;
};

/// How many are, and the first of them.
class Counted : public Sink
{
public:
    explicit Counted(std::size_t most)
        : m_most(most)
    {
    }
    bool take(const Value &value, const Path *) override
    {
        if (count++ == 0)
            first = value;
        return count < m_most;
    }
    std::size_t count = 0;
    Value first;

private:
    std::size_t m_most;
};

std::optional<std::int64_t> smallInteger(std::string_view text)
{
    const bool isNegative = text.starts_with('-');
    if (isNegative)
        text.remove_prefix(1);
    if (text.empty() || text.size() > 17)
        return std::nullopt;
    std::int64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return isNegative ? -value : value;
}

std::strong_ordering compareNumbers(std::string_view left, std::string_view right)
{
    const auto smallLeft = smallInteger(left);
    const auto smallRight = smallInteger(right);
    if (smallLeft && smallRight)
        return *smallLeft <=> *smallRight;
    const auto exactLeft = catalog::Decimal::parse(left);
    const auto exactRight = catalog::Decimal::parse(right);
    if (!exactLeft || !exactRight)
        return left <=> right;
    return *exactLeft <=> *exactRight;
}

bool isScalarSame(const Value &left, const Value &right)
{
    std::string leftScratch;
    std::string rightScratch;
    if (left.isString())
        return left.string(leftScratch) == right.string(rightScratch);
    if (left.isNumber())
        return compareNumbers(left.raw(leftScratch), right.raw(rightScratch)) == 0;
    return true;
}

/// The members by name; those of one name in the order of the text.
std::vector<std::pair<std::string, std::uint32_t>> sortedMembers(const Value &object)
{
    std::vector<std::pair<std::string, std::uint32_t>> members;
    members.reserve(object.size());
    std::string scratch;
    for (std::uint32_t i = 0; i < object.size(); ++i)
        members.emplace_back(object.at(i).name(scratch), i);
    std::sort(members.begin(), members.end());
    return members;
}

bool isObjectSame(const Value &left, const Value &right)
{
    const auto leftMembers = sortedMembers(left);
    const auto rightMembers = sortedMembers(right);
    for (std::size_t i = 0; i < leftMembers.size(); ++i) {
        if (leftMembers[i].first != rightMembers[i].first
            || !isSame(left.at(leftMembers[i].second), right.at(rightMembers[i].second)))
            return false;
    }
    return true;
}

std::size_t characters(std::string_view utf8)
{
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

} // namespace

bool isSame(const Value &left, const Value &right)
{
    if (left.slot() == right.slot())
        return true;
    if (left.kind() != right.kind() || left.size() != right.size())
        return false;
    if (left.isObject())
        return isObjectSame(left, right);
    if (!left.isArray())
        return isScalarSame(left, right);
    for (std::uint32_t i = 0; i < left.size(); ++i) {
        if (!isSame(left.at(i), right.at(i)))
            return false;
    }
    return true;
}

/// What a comparison or a function looks at: nothing, or a value of the document, or one that was made.
struct JsonPathWalk::Comparable
{
    bool isThere = false;
    Kind kind = Kind::Null;
    Value value; ///< of the document, where it is from there
    std::string_view text; ///< what a string says; a number's digits
    std::string scratch;
};

bool JsonPathWalk::shouldStop()
{
    constexpr std::uint64_t Between = 1024; // visits
    if (!m_isStopped && ++m_visits % Between == 0)
        m_isStopped = m_visits > m_mostVisits || (m_stop && m_stop->load(std::memory_order_relaxed));
    return m_isStopped;
}

bool JsonPathWalk::walk(const PathExpression &expression, const Value &from, Path *path, Sink &sink)
{
    return apply(expression, 0, from, path, sink);
}

bool JsonPathWalk::apply(const PathExpression &expression, std::size_t at, const Value &value, Path *path, Sink &sink)
{
    if (shouldStop())
        return false;
    if (at == expression.segments.size())
        return sink.take(value, path);
    const Segment &segment = expression.segments[at];
    for (const Selector &selector : segment.selectors) {
        if (!select(expression, at, selector, value, path, sink))
            return false;
    }
    if (!segment.descends)
        return true;
    for (std::uint32_t i = 0; i < value.size(); ++i) {
        if (value.at(i).size() > 0 && !visit(expression, at, value, i, path, sink))
            return false;
    }
    return true;
}

bool JsonPathWalk::visit(
    const PathExpression &expression, std::size_t next, const Value &value, std::uint32_t child, Path *path, Sink &sink)
{
    if (path)
        path->push_back(child);
    const bool goesOn = apply(expression, next, value.at(child), path, sink);
    if (path)
        path->pop_back();
    return goesOn;
}

bool JsonPathWalk::select(const PathExpression &expression, std::size_t at, const Selector &selector,
    const Value &value, Path *path, Sink &sink)
{
    switch (selector.type) {
    case Selector::Type::Name:
        return selectName(expression, at, selector, value, path, sink);
    case Selector::Type::Slice:
        return selectSlice(expression, at, selector.slice, value, path, sink);
    case Selector::Type::Index: {
        const std::int64_t index = selector.index < 0 ? selector.index + value.size() : selector.index;
        if (!value.isArray() || index < 0 || index >= value.size())
            return true;
        return visit(expression, at + 1, value, static_cast<std::uint32_t>(index), path, sink);
    }
    case Selector::Type::Wildcard:
    case Selector::Type::Filter:
        break;
    }
    for (std::uint32_t i = 0; i < value.size(); ++i) {
        if (selector.filter && !holds(*selector.filter, value.at(i)))
            continue;
        if (m_isStopped || !visit(expression, at + 1, value, i, path, sink))
            return false;
    }
    return !m_isStopped;
}

bool JsonPathWalk::selectName(const PathExpression &expression, std::size_t at, const Selector &selector,
    const Value &value, Path *path, Sink &sink)
{
    if (!value.isObject())
        return true;
    std::string scratch;
    for (std::uint32_t i = 0; i < value.size(); ++i) {
        if (value.at(i).name(scratch) == selector.name && !visit(expression, at + 1, value, i, path, sink))
            return false;
    }
    return true;
}

/// RFC 9535, 2.3.4.2.2.
bool JsonPathWalk::selectSlice(
    const PathExpression &expression, std::size_t at, const Slice &slice, const Value &value, Path *path, Sink &sink)
{
    if (!value.isArray() || slice.step == 0)
        return true;
    const std::int64_t size = value.size();
    const bool isForward = slice.step > 0;
    const auto normalized = [size](std::int64_t place) { return place >= 0 ? place : size + place; };
    const std::int64_t start = normalized(slice.start.value_or(isForward ? 0 : size - 1));
    const std::int64_t end = slice.end ? normalized(*slice.end) : isForward ? size : -1;
    const std::int64_t low = isForward ? 0 : -1;
    const std::int64_t high = isForward ? size : size - 1;
    const std::int64_t first = std::clamp(start, low, high);
    const std::int64_t last = std::clamp(end, low, high);
    for (std::int64_t i = first; isForward ? i < last : i > last; i += slice.step) {
        if (!visit(expression, at + 1, value, static_cast<std::uint32_t>(i), path, sink))
            return false;
    }
    return true;
}

bool JsonPathWalk::holds(const Logical &logical, const Value &current)
{
    if (shouldStop())
        return false;
    const auto part = [&](const Logical &one) { return holds(one, current); };
    switch (logical.type) {
    case Logical::Type::Or:
        return std::any_of(logical.parts.begin(), logical.parts.end(), part);
    case Logical::Type::And:
        return std::all_of(logical.parts.begin(), logical.parts.end(), part);
    case Logical::Type::Not:
        return !holds(logical.parts.front(), current);
    case Logical::Type::Compare:
        return compare(logical, current);
    case Logical::Type::Test:
        break;
    }
    return passes(logical.operands.front(), current);
}

bool JsonPathWalk::passes(const Operand &operand, const Value &current)
{
    if (const auto *function = std::get_if<std::shared_ptr<const Call>>(&operand))
        return fits(**function, current);
    const auto &path = std::get<PathExpression>(operand);
    Any any;
    walk(path, path.isAbsolute ? m_root : current, nullptr, any);
    return any.isThere;
}

bool JsonPathWalk::compare(const Logical &logical, const Value &current)
{
    Comparable left;
    Comparable right;
    evaluate(logical.operands[0], current, left);
    evaluate(logical.operands[1], current, right);
    switch (logical.comparison) {
    case Comparison::Equal:
        return isEqual(left, right);
    case Comparison::NotEqual:
        return !isEqual(left, right);
    case Comparison::Less:
        return isLess(left, right);
    case Comparison::LessOrEqual:
        return isLess(left, right) || isEqual(left, right);
    case Comparison::Greater:
        return isLess(right, left);
    case Comparison::GreaterOrEqual:
        break;
    }
    return isLess(right, left) || isEqual(left, right);
}

void JsonPathWalk::take(const Value &value, Comparable &result)
{
    result.isThere = static_cast<bool>(value);
    result.kind = value.kind();
    result.value = value;
    if (value.isString())
        result.text = value.string(result.scratch);
    else if (value.isNumber())
        result.text = value.raw(result.scratch);
}

void JsonPathWalk::evaluate(const Operand &operand, const Value &current, Comparable &result)
{
    if (const auto *literal = std::get_if<Literal>(&operand)) {
        result.isThere = true;
        result.kind = literal->kind;
        result.text = literal->text;
    } else if (const auto *path = std::get_if<PathExpression>(&operand)) {
        Counted found(1);
        walk(*path, path->isAbsolute ? m_root : current, nullptr, found);
        take(found.first, result);
    } else {
        evaluate(*std::get<std::shared_ptr<const Call>>(operand), current, result);
    }
}

void JsonPathWalk::evaluate(const Call &call, const Value &current, Comparable &result)
{
    const auto number = [&result](std::size_t count) {
        result.isThere = true;
        result.kind = Kind::Number;
        result.scratch = std::to_string(count);
        result.text = result.scratch;
    };
    if (call.function == Function::Length) {
        Comparable of;
        evaluate(call.arguments.front(), current, of);
        if (of.isThere && of.kind == Kind::String)
            number(characters(of.text));
        else if (of.value.isArray() || of.value.isObject())
            number(of.value.size());
        return;
    }
    const bool isCount = call.function == Function::Count;
    const auto &path = std::get<PathExpression>(call.arguments.front());
    Counted found(isCount ? std::numeric_limits<std::size_t>::max() : 2);
    walk(path, path.isAbsolute ? m_root : current, nullptr, found);
    if (isCount)
        number(found.count);
    else if (found.count == 1)
        take(found.first, result);
}

bool JsonPathWalk::fits(const Call &call, const Value &current)
{
    Comparable text;
    evaluate(call.arguments[0], current, text);
    if (!text.isThere || text.kind != Kind::String)
        return false;
    if (call.hasLiteralPattern)
        return call.pattern && call.pattern->fits(text.text);
    Comparable pattern;
    evaluate(call.arguments[1], current, pattern);
    if (!pattern.isThere || pattern.kind != Kind::String)
        return false;
    const Pattern *read = patternOf(call, pattern.text);
    return read && read->fits(text.text);
}

const Pattern *JsonPathWalk::patternOf(const Call &call, std::string_view text)
{
    if (m_patternOf != call.function || m_patternText != text) {
        m_patternOf = call.function;
        m_patternText = text;
        m_pattern = Pattern::read(text, call.function == Function::Match ? Pattern::Fit::Whole : Pattern::Fit::Part);
    }
    return m_pattern ? &*m_pattern : nullptr;
}

bool JsonPathWalk::isEqual(const Comparable &left, const Comparable &right)
{
    if (!left.isThere || !right.isThere)
        return left.isThere == right.isThere;
    if (left.kind != right.kind)
        return false;
    switch (left.kind) {
    case Kind::Number:
        return compareNumbers(left.text, right.text) == 0;
    case Kind::String:
        return left.text == right.text;
    case Kind::Array:
    case Kind::Object:
        return isSame(left.value, right.value);
    default:
        return true;
    }
}

bool JsonPathWalk::isLess(const Comparable &left, const Comparable &right)
{
    if (!left.isThere || !right.isThere || left.kind != right.kind)
        return false;
    if (left.kind == Kind::Number)
        return compareNumbers(left.text, right.text) < 0;
    return left.kind == Kind::String && left.text < right.text; // bytes of UTF-8 are in the order of the characters
}

} // namespace marquee::query
