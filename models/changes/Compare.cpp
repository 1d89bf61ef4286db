// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/Compare.h"

#include "catalog/DateTime.h"
#include "changes/Content.h"
#include "changes/Pairing.h"
#include "payload/Document.h"
#include "rules/Kind.h"

#include <array>
#include <unordered_map>

namespace marquee::changes {

using payload::Document;
using payload::Path;
using payload::Value;
using rules::DocumentKind;

namespace {

constexpr std::uint32_t FewMembers = 16; ///< so many are looked through; more get a table

/// What doesn't count between what one sends and a partner's reply.
struct Scope
{
    bool onlyAvail = false;
    bool withDisposition = true;
    bool withWindowIds = true;
};

bool isAvail(DocumentKind kind)
{
    return kind == DocumentKind::Avail || kind == DocumentKind::AvailReply;
}

Scope scopeOf(const Document &before, const Document &after, const Options &options)
{
    const DocumentKind one = rules::kindOf(before.root());
    const DocumentKind other = rules::kindOf(after.root());
    const bool beforeIsReply = options.beforeIsReply || rules::isReply(one);
    const bool afterIsReply = options.afterIsReply || rules::isReply(other);
    if (!isAvail(one) || !isAvail(other) || beforeIsReply == afterIsReply)
        return {};
    const Value reply = (beforeIsReply ? before : after).root().member("avail");
    return {true, static_cast<bool>(reply.member("Disposition")),
        static_cast<bool>(reply.member("Transaction").at(0).member("_TransactionID"))};
}

std::string cut(const Value &value, std::size_t most, bool &isCut)
{
    std::string scratch;
    const std::string_view raw = value.raw(scratch);
    if (raw.size() <= most)
        return std::string(raw);
    isCut = true;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(raw[end]) & 0xc0u) == 0x80u)
        --end;
    return std::string(raw.substr(0, end));
}

bool isSameInstant(const Value &before, const Value &after)
{
    const auto one = catalog::DateTime::parse(before.string());
    const auto other = one ? catalog::DateTime::parse(after.string()) : std::nullopt;
    return one && other && one->epochSeconds == other->epochSeconds;
}

/// Goes down both documents side by side. The paths are where it stands; pointers are made for what is told only.
class Walker
{
public:
    Walker(const Document &before, const Document &after, const Options &options, Comparison &found)
        : m_before(before)
        , m_after(after)
        , m_options(options)
        , m_scope(scopeOf(before, after, options))
        , m_lenient{options.ignoring, options.anyOrder}
        , m_place(m_lenient.ignoring.root())
        , m_found(found)
    {
    }

    void values(const Value &before, const Value &after, std::string_view name);

private:
    void members(const Value &before, const Value &after);
    bool membersInOrder(const Value &before, const Value &after);
    void membersOfFew(const Value &before, const Value &after);
    void membersOfMany(const Value &before, const Value &after);
    void items(const Value &before, const Value &after, ListKind kind);
    void both(
        const Value &before, std::uint32_t beforeAt, const Value &after, std::uint32_t afterAt, std::string_view name);
    void onlyBefore(const Value &before, std::uint32_t at);
    void onlyAfter(const Value &after, std::uint32_t at);
    bool counts(std::string_view name) const;
    bool enter(const Value &holder, std::uint32_t at, std::string_view name);
    bool isWanted(const Value &holder, std::uint32_t at);
    Difference *tell(Difference::Kind kind, std::size_t &count);

    const Document &m_before;
    const Document &m_after;
    const Options &m_options;
    const Scope m_scope;
    const Leniency m_lenient;
    Ignoring::Place m_place; ///< where it stands; of items, by their index before
    Comparison &m_found;
    Path m_beforePath;
    Path m_afterPath;
};

void Walker::values(const Value &before, const Value &after, std::string_view name)
{
    std::string one;
    std::string other;
    if (before.raw(one) == after.raw(other) || (m_options.stop && *m_options.stop))
        return;
    if (before.isObject() && after.isObject()) {
        members(before, after);
    } else if (before.isArray() && after.isArray()) {
        items(before, after, m_lenient.listKind(name));
    } else if (!sameScalar(before, after)) {
        if (Difference *told = tell(Difference::Kind::Changed, m_found.changed)) {
            told->before = m_before.pointerTo(m_beforePath);
            told->after = m_after.pointerTo(m_afterPath);
            told->beforeValue = cut(before, m_options.longestValue, told->beforeIsCut);
            told->afterValue = cut(after, m_options.longestValue, told->afterIsCut);
            told->sameInstant = isSameInstant(before, after);
        }
    }
}

/// Whether a member is compared at all. It stands in the object at which the paths are.
bool Walker::counts(std::string_view name) const
{
    if (!m_scope.onlyAvail)
        return true;
    if (m_beforePath.empty())
        return name == "avail";
    if (m_beforePath.size() == 1)
        return m_scope.withDisposition || name != "Disposition";
    return m_scope.withWindowIds || m_beforePath.size() != 3 || name != "_TransactionID";
}

void Walker::members(const Value &before, const Value &after)
{
    if (membersInOrder(before, after))
        return;
    if (before.size() <= FewMembers && after.size() <= FewMembers)
        membersOfFew(before, after);
    else
        membersOfMany(before, after);
}

/// The usual case: the same names in the same order.
bool Walker::membersInOrder(const Value &before, const Value &after)
{
    if (before.size() != after.size())
        return false;
    std::string one;
    std::string other;
    for (std::uint32_t i = 0; i < before.size(); ++i) {
        if (before.at(i).name(one) != after.at(i).name(other))
            return false;
    }
    for (std::uint32_t i = 0; i < before.size(); ++i)
        both(before, i, after, i, before.at(i).name(one));
    return true;
}

void Walker::membersOfFew(const Value &before, const Value &after)
{
    std::string scratch;
    std::string other;
    std::array<bool, FewMembers> taken{};
    for (std::uint32_t i = 0; i < before.size(); ++i) {
        const std::string_view name = before.at(i).name(scratch);
        std::uint32_t at = 0;
        while (at < after.size() && (taken[at] || after.at(at).name(other) != name))
            ++at;
        if (at < after.size()) {
            taken[at] = true;
            both(before, i, after, at, name);
        } else {
            onlyBefore(before, i);
        }
    }
    for (std::uint32_t i = 0; i < after.size(); ++i) {
        if (!taken[i])
            onlyAfter(after, i);
    }
}

void Walker::membersOfMany(const Value &before, const Value &after)
{
    std::unordered_map<std::string, std::vector<std::uint32_t>> places; // the first of a name last
    std::string scratch;
    for (std::uint32_t i = after.size(); i-- > 0;)
        places[std::string(after.at(i).name(scratch))].push_back(i);
    std::vector<bool> taken(after.size());
    for (std::uint32_t i = 0; i < before.size(); ++i) {
        const std::string name(before.at(i).name(scratch));
        const auto found = places.find(name);
        if (found == places.end() || found->second.empty()) {
            onlyBefore(before, i);
            continue;
        }
        const std::uint32_t at = found->second.back();
        found->second.pop_back();
        taken[at] = true;
        both(before, i, after, at, name);
    }
    for (std::uint32_t i = 0; i < after.size(); ++i) {
        if (!taken[i])
            onlyAfter(after, i);
    }
}

void Walker::items(const Value &before, const Value &after, ListKind kind)
{
    const auto pairs = pairItems(before, after, kind, m_lenient, m_place);
    std::vector<bool> taken(after.size());
    for (std::uint32_t i = 0; i < before.size(); ++i) {
        if (!pairs[i]) {
            onlyBefore(before, i);
            continue;
        }
        taken[*pairs[i]] = true;
        both(before, i, after, *pairs[i], {});
    }
    for (std::uint32_t i = 0; i < after.size(); ++i) {
        if (!taken[i])
            onlyAfter(after, i);
    }
}

void Walker::both(
    const Value &before, std::uint32_t beforeAt, const Value &after, std::uint32_t afterAt, std::string_view name)
{
    if (before.isObject() && !counts(name))
        return;
    const Ignoring::Place here = m_place;
    if (!enter(before, beforeAt, name)) {
        m_place = here;
        return;
    }
    m_beforePath.append(beforeAt);
    m_afterPath.append(afterAt);
    values(before.at(beforeAt), after.at(afterAt), name);
    m_beforePath.removeLast();
    m_afterPath.removeLast();
    m_place = here;
}

/// Takes the place one step down; false for what is left out.
bool Walker::enter(const Value &holder, std::uint32_t at, std::string_view name)
{
    const Ignoring &ignoring = m_lenient.ignoring;
    if (ignoring.isEmpty())
        return true;
    if (holder.isObject() && ignoring.leavesOutName(name))
        return false;
    m_place = holder.isObject() ? ignoring.member(m_place, name) : ignoring.item(m_place, at);
    return !ignoring.leavesOut(m_place);
}

/// Whether what stands on one side only is to be told.
bool Walker::isWanted(const Value &holder, std::uint32_t at)
{
    std::string scratch;
    const std::string_view name = holder.isObject() ? holder.at(at).name(scratch) : std::string_view();
    if (holder.isObject() && !counts(name))
        return false;
    const Ignoring::Place here = m_place;
    const bool wanted = enter(holder, at, name);
    m_place = here;
    return wanted;
}

void Walker::onlyBefore(const Value &before, std::uint32_t at)
{
    if (!isWanted(before, at))
        return;
    Difference *told = tell(Difference::Kind::Removed, m_found.removed);
    if (!told)
        return;
    told->holder = m_after.pointerTo(m_afterPath);
    m_beforePath.append(at);
    told->before = m_before.pointerTo(m_beforePath);
    m_beforePath.removeLast();
    told->beforeValue = cut(before.at(at), m_options.longestValue, told->beforeIsCut);
}

void Walker::onlyAfter(const Value &after, std::uint32_t at)
{
    if (!isWanted(after, at))
        return;
    Difference *told = tell(Difference::Kind::Added, m_found.added);
    if (!told)
        return;
    told->holder = m_before.pointerTo(m_beforePath);
    m_afterPath.append(at);
    told->after = m_after.pointerTo(m_afterPath);
    m_afterPath.removeLast();
    told->afterValue = cut(after.at(at), m_options.longestValue, told->afterIsCut);
}

/// Null where enough are listed.
Difference *Walker::tell(Difference::Kind kind, std::size_t &count)
{
    ++count;
    if (m_found.differences.size() >= m_options.most)
        return nullptr;
    m_found.differences.emplace_back().kind = kind;
    return &m_found.differences.back();
}

} // namespace

Comparison compare(const Document &before, const Document &after, const Options &options)
{
    Comparison found;
    Walker(before, after, options, found).values(before.root(), after.root(), {});
    return found;
}

} // namespace marquee::changes
