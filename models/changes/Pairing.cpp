// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/Pairing.h"

#include <algorithm>
#include <functional>
#include <string>
#include <unordered_map>

namespace marquee::changes {

using payload::Value;

namespace {

constexpr std::size_t LargestTable = 1'000'000; ///< cells; longer lists go by their places

using Indexes = std::vector<std::uint32_t>;

/// What an item is called; nothing where it has no name.
using KeyOf = std::function<std::optional<std::string>(const Value &)>;

std::optional<std::string> text(const Value &value)
{
    return value.isString() ? std::optional(value.string()) : std::nullopt;
}

KeyOf memberText(const char *name)
{
    return [name](const Value &item) { return text(item.member(name)); };
}

/// A text of an object: the member's, or that of the "value" inside.
std::string said(const Value &object, const char *name)
{
    const Value member = object.member(name);
    return member.isObject() ? member.member("value").string() : member.string();
}

/// One may have become the other: both hold members, both items, or neither anything.
bool areOfAKind(const Value &one, const Value &other)
{
    return one.isObject() == other.isObject() && one.isArray() == other.isArray();
}

bool hasId(const Value &window)
{
    return !window.member("_TransactionID").string().empty();
}

std::string windowKey(const Value &window, bool withContract, bool withStart)
{
    std::vector<std::string> territories;
    const Value list = window.member("Territory");
    for (std::uint32_t i = 0; i < list.size(); ++i)
        territories.push_back(list.at(i).member("country").string());
    std::sort(territories.begin(), territories.end());
    std::string channel;
    const Value terms = window.member("Terms");
    for (std::uint32_t i = 0; i < terms.size() && channel.empty(); ++i) {
        if (terms.at(i).member("_termName").string() == "ChannelIdentity")
            channel = terms.at(i).member("Text").string();
    }
    std::string key = said(window, "LicenseType") + '\n' + said(window, "FormatProfile") + '\n' + channel;
    for (const std::string &territory : territories)
        key += '\n' + territory;
    if (withContract)
        key += "\nc" + said(window, "ContractID");
    if (withStart)
        key += "\ns" + said(window, "Start");
    return key;
}

/// A performance is known by its id at its site, an answer to it by what it speaks of too.
std::optional<std::string> entityKey(const Value &entity)
{
    const std::string id = entity.member("@id").string();
    if (id.empty())
        return std::nullopt;
    return entity.member("@entity").string() + '\n' + id + '\n' + entity.member("@siteId").string();
}

/// Pairs the items of two lists, round by round: each takes from those that no earlier one paired.
class Pairs
{
public:
    Pairs(const Value &before, const Value &after, const Leniency &lenient, const Ignoring::Place &place)
        : m_before(before)
        , m_after(after)
        , m_lenient(lenient)
        , m_place(place)
        , m_pairs(before.size())
        , m_taken(after.size())
    {
    }

    void byKey(const KeyOf &beforeKey, const KeyOf &afterKey);
    void byKey(const KeyOf &key) { byKey(key, key); }
    void byContent(const char *skipped = "");
    void byOrder(); ///< along the longest common part
    void theLastOfEach(); ///< one left on each side: it was changed
    void whatIsLeft(); ///< objects with objects, lists with lists, in their order
    std::uint64_t hashOf(const Value &list, std::uint32_t index, std::string_view skipped = {}) const
    {
        return contentHash(list.at(index), m_lenient, m_lenient.ignoring.item(m_place, index), {}, skipped);
    }
    std::vector<std::optional<std::uint32_t>> take() { return std::move(m_pairs); }

private:
    struct Group
    {
        Indexes before;
        Indexes after;
    };
    using Hashes = std::vector<std::uint64_t>;

    void pair(std::uint32_t one, std::uint32_t other)
    {
        m_pairs[one] = other;
        m_taken[other] = true;
    }
    void pairGroup(const Group &group);
    void pairGap(std::uint32_t from, std::uint32_t to, std::uint32_t otherFrom, std::uint32_t otherTo);
    void pairMiddle(const Hashes &one, const Hashes &other, std::uint32_t front, std::uint32_t back);
    Indexes left() const;
    Indexes leftAfter() const;

    const Value &m_before;
    const Value &m_after;
    const Leniency &m_lenient;
    const Ignoring::Place &m_place;
    std::vector<std::optional<std::uint32_t>> m_pairs;
    std::vector<bool> m_taken;
};

Indexes Pairs::left() const
{
    Indexes indexes;
    for (std::uint32_t i = 0; i < m_pairs.size(); ++i) {
        if (!m_pairs[i])
            indexes.push_back(i);
    }
    return indexes;
}

Indexes Pairs::leftAfter() const
{
    Indexes indexes;
    for (std::uint32_t i = 0; i < m_taken.size(); ++i) {
        if (!m_taken[i])
            indexes.push_back(i);
    }
    return indexes;
}

void Pairs::byKey(const KeyOf &beforeKey, const KeyOf &afterKey)
{
    const Indexes ours = left();
    const Indexes theirs = leftAfter();
    if (ours.empty() || theirs.empty())
        return;
    std::unordered_map<std::string, Group> groups;
    for (const std::uint32_t i : theirs) {
        if (auto key = afterKey(m_after.at(i)))
            groups[std::move(*key)].after.push_back(i);
    }
    for (const std::uint32_t i : ours) {
        const auto key = beforeKey(m_before.at(i));
        const auto found = key ? groups.find(*key) : groups.end();
        if (found != groups.end())
            found->second.before.push_back(i);
    }
    for (const auto &[key, group] : groups)
        pairGroup(group);
}

/// Of several with the same name, first those that say the same, then in their order.
void Pairs::pairGroup(const Group &group)
{
    if (group.before.size() > 1 || group.after.size() > 1) {
        std::unordered_map<std::uint64_t, Indexes> byHash;
        for (auto i = group.after.rbegin(); i != group.after.rend(); ++i)
            byHash[hashOf(m_after, *i)].push_back(*i);
        for (const std::uint32_t i : group.before) {
            const auto same = byHash.find(hashOf(m_before, i));
            if (same == byHash.end() || same->second.empty())
                continue;
            pair(i, same->second.back());
            same->second.pop_back();
        }
    }
    auto other = group.after.begin();
    for (const std::uint32_t i : group.before) {
        if (m_pairs[i])
            continue;
        other = std::find_if(other, group.after.end(), [&](std::uint32_t at) { return !m_taken[at]; });
        if (other == group.after.end())
            return;
        pair(i, *other);
    }
}

void Pairs::byContent(const char *skipped)
{
    const Indexes ours = left();
    const Indexes theirs = leftAfter();
    if (ours.empty() || theirs.empty())
        return;
    std::unordered_map<std::uint64_t, Group> groups;
    for (const std::uint32_t i : theirs)
        groups[hashOf(m_after, i, skipped)].after.push_back(i);
    for (const std::uint32_t i : ours) {
        const auto found = groups.find(hashOf(m_before, i, skipped));
        if (found != groups.end())
            found->second.before.push_back(i);
    }
    for (const auto &[hash, group] : groups)
        pairGroup(group);
}

void Pairs::theLastOfEach()
{
    const Indexes ours = left();
    const Indexes theirs = leftAfter();
    if (ours.size() == 1 && theirs.size() == 1 && areOfAKind(m_before.at(ours.front()), m_after.at(theirs.front())))
        pair(ours.front(), theirs.front());
}

void Pairs::whatIsLeft()
{
    for (const bool objects : {true, false}) {
        const auto isOfThat = [objects](const Value &value) { return objects ? value.isObject() : value.isArray(); };
        const Indexes theirs = leftAfter();
        auto other = theirs.begin();
        for (const std::uint32_t i : left()) {
            if (!isOfThat(m_before.at(i)))
                continue;
            other = std::find_if(other, theirs.end(), [&](std::uint32_t at) { return isOfThat(m_after.at(at)); });
            if (other == theirs.end())
                break;
            pair(i, *other++);
        }
    }
}

void Pairs::byOrder()
{
    const auto hashes = [this](const Value &list) {
        Hashes all;
        for (std::uint32_t i = 0; i < list.size(); ++i)
            all.push_back(hashOf(list, i));
        return all;
    };
    const Hashes one = hashes(m_before);
    const Hashes other = hashes(m_after);
    const auto shorter = static_cast<std::uint32_t>(std::min(one.size(), other.size()));
    std::uint32_t front = 0;
    while (front < shorter && one[front] == other[front]) {
        pair(front, front);
        ++front;
    }
    std::uint32_t back = 0;
    while (back < shorter - front && one[one.size() - 1 - back] == other[other.size() - 1 - back]) {
        ++back;
        pair(static_cast<std::uint32_t>(one.size()) - back, static_cast<std::uint32_t>(other.size()) - back);
    }
    pairMiddle(one, other, front, back);
}

void Pairs::pairMiddle(const Hashes &one, const Hashes &other, std::uint32_t front, std::uint32_t back)
{
    const std::size_t rows = one.size() - front - back;
    const std::size_t columns = other.size() - front - back;
    const auto end = static_cast<std::uint32_t>(one.size() - back);
    const auto otherEnd = static_cast<std::uint32_t>(other.size() - back);
    if (rows == 0 || columns == 0)
        return;
    if (rows > LargestTable / columns) {
        pairGap(front, end, front, otherEnd);
        return;
    }
    // longest[i][j]: how many items the rests from i and from j have in common
    const std::size_t width = columns + 1;
    std::vector<std::uint32_t> longest((rows + 1) * width);
    for (std::size_t i = rows; i-- > 0;) {
        for (std::size_t j = columns; j-- > 0;)
            longest[i * width + j] = one[front + i] == other[front + j]
                ? longest[(i + 1) * width + j + 1] + 1
                : std::max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
    }
    std::uint32_t gap = front;
    std::uint32_t otherGap = front;
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
        if (one[front + i] == other[front + j]) {
            const auto at = static_cast<std::uint32_t>(front + i++);
            const auto otherAt = static_cast<std::uint32_t>(front + j++);
            pairGap(gap, at, otherGap, otherAt);
            pair(at, otherAt);
            gap = at + 1;
            otherGap = otherAt + 1;
        } else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) {
            ++i;
        } else {
            ++j;
        }
    }
    pairGap(gap, end, otherGap, otherEnd);
}

/// Between two items that both lists have: in their order, as long as they are of a kind.
void Pairs::pairGap(std::uint32_t from, std::uint32_t to, std::uint32_t otherFrom, std::uint32_t otherTo)
{
    for (; from < to && otherFrom < otherTo; ++from, ++otherFrom) {
        if (areOfAKind(m_before.at(from), m_after.at(otherFrom)))
            pair(from, otherFrom);
    }
}

void pairWindows(Pairs &pairs)
{
    pairs.byKey(
        [](const Value &window) { return hasId(window) ? text(window.member("_TransactionID")) : std::nullopt; });
    pairs.byContent("_TransactionID");
    pairs.byKey([](const Value &window) { return windowKey(window, true, true); });
    // Both without an ID are looked at first, so that what has none on either side stays together.
    for (const bool withContract : {true, false}) {
        const auto key = [withContract](bool withId) {
            return [withContract, withId](const Value &window) {
                return hasId(window) == withId ? std::optional(windowKey(window, withContract, false)) : std::nullopt;
            };
        };
        pairs.byKey(key(false), key(false));
        pairs.byKey(key(true), key(false));
        pairs.byKey(key(false), key(true));
    }
}

std::optional<std::string> setKey(const Value &item)
{
    for (const char *name : {"country", "value", "EcosystemID"}) {
        if (const auto said = text(item.member(name)))
            return said;
    }
    return std::nullopt;
}

/// A member by which things are often known, whatever the list is; its name stands in front.
std::optional<std::string> nameOf(const Value &item)
{
    for (const char *name : {"id", "@id", "_id", "ID", "_TransactionID", "_contentID", "requestItemId", "ALID", "key",
             "name", "@name", "code"}) {
        const Value member = item.member(name);
        if (member && !member.isObject() && !member.isArray())
            return name + ('\n' + (member.isString() ? member.string() : member.raw()));
    }
    return std::nullopt;
}

std::optional<std::string> productionKey(const Value &production)
{
    const Value id = production.member("id");
    return id && !id.isObject() && !id.isArray() ? std::optional(id.isString() ? id.string() : id.raw()) : std::nullopt;
}

} // namespace

std::vector<std::optional<std::uint32_t>> pairItems(
    const Value &before, const Value &after, ListKind kind, const Leniency &lenient, const Ignoring::Place &place)
{
    Pairs pairs(before, after, lenient, place);
    switch (kind) {
    case ListKind::Windows:
        pairWindows(pairs);
        break;
    case ListKind::Assets:
        pairs.byKey(memberText("_contentID"));
        pairs.byContent("_contentID");
        pairs.theLastOfEach();
        break;
    case ListKind::Terms:
        pairs.byKey(memberText("_termName"));
        pairs.byContent();
        break;
    case ListKind::BatchItems:
        pairs.byKey(memberText("requestItemId"));
        pairs.byContent("requestItemId");
        pairs.byKey(memberText("path"));
        break;
    case ListKind::Performances:
    case ListKind::Responses:
        pairs.byKey(entityKey);
        pairs.byContent();
        pairs.theLastOfEach();
        break;
    case ListKind::Productions:
        pairs.byKey(productionKey);
        pairs.byContent("id");
        pairs.theLastOfEach();
        break;
    case ListKind::Seats:
        pairs.byKey(memberText("SeatType"));
        pairs.byContent();
        break;
    case ListKind::Set:
        pairs.byContent();
        pairs.byKey(setKey);
        if (before.size() == 1 && after.size() == 1)
            pairs.theLastOfEach();
        break;
    case ListKind::AnyOrder:
        pairs.byContent();
        pairs.byKey(nameOf);
        pairs.whatIsLeft();
        pairs.theLastOfEach();
        break;
    case ListKind::Ordered:
        pairs.byOrder();
        break;
    }
    return pairs.take();
}

} // namespace marquee::changes
