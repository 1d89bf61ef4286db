// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Value.h"
#include "query/JsonPathTree.h"

#include <atomic>

namespace marquee::query {

/// What takes the values that a query selects, one after the other.
class Sink
{
public:
    Sink() = default;
    virtual ~Sink() = default;
    Sink(const Sink &) = delete;
    Sink &operator=(const Sink &) = delete;
    /// `path` is null where nobody asked for it. False: that is enough.
    virtual bool take(const payload::Value &value, const payload::Path *path) = 0;
};

/// Walks over one document for one query. No list of nodes is made between segments: what a segment selects goes to the
/// next at once, which is the order that RFC 9535 asks for. Each step goes down, so this is never deeper than the
/// document.
class JsonPathWalk
{
public:
    JsonPathWalk(const payload::Value &root, const std::atomic<bool> *stop, std::uint64_t mostVisits)
        : m_root(root)
        , m_stop(stop)
        , m_mostVisits(mostVisits)
    {
    }

    /// False where the sink had enough, or where it was stopped.
    bool walk(const PathExpression &expression, const payload::Value &from, payload::Path *path, Sink &sink);
    bool isStopped() const { return m_isStopped; }
    /// Stopped because it looked at too much.
    bool isExhausted() const { return m_visits > m_mostVisits; }

private:
    struct Comparable;

    bool apply(
        const PathExpression &expression, std::size_t at, const payload::Value &value, payload::Path *path, Sink &sink);
    bool visit(const PathExpression &expression, std::size_t next, const payload::Value &value, std::uint32_t child,
        payload::Path *path, Sink &sink);
    bool select(const PathExpression &expression, std::size_t at, const Selector &selector, const payload::Value &value,
        payload::Path *path, Sink &sink);
    bool selectName(const PathExpression &expression, std::size_t at, const Selector &selector,
        const payload::Value &value, payload::Path *path, Sink &sink);
    bool selectSlice(const PathExpression &expression, std::size_t at, const Slice &slice, const payload::Value &value,
        payload::Path *path, Sink &sink);

    bool holds(const Logical &logical, const payload::Value &current);
    bool passes(const Operand &operand, const payload::Value &current);
    bool compare(const Logical &logical, const payload::Value &current);
    void evaluate(const Operand &operand, const payload::Value &current, Comparable &result);
    void evaluate(const Call &call, const payload::Value &current, Comparable &result);
    bool fits(const Call &call, const payload::Value &current);
    const Pattern *patternOf(const Call &call, std::string_view text);
    bool shouldStop();

    static void take(const payload::Value &value, Comparable &result);
    static bool isEqual(const Comparable &left, const Comparable &right);
    static bool isLess(const Comparable &left, const Comparable &right);

    payload::Value m_root;
    const std::atomic<bool> *m_stop;
    std::uint64_t m_mostVisits;
    std::uint64_t m_visits = 0;
    bool m_isStopped = false;

    // A pattern that comes out of the document is mostly the same again.
    std::string m_patternText;
    Function m_patternOf = Function::Length;
    std::optional<Pattern> m_pattern;
};

/// Whether two values say the same: numbers by their digits, objects whatever the order of their members.
bool isSame(const payload::Value &left, const payload::Value &right);

} // namespace marquee::query
