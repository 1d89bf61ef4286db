// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/Report.h"
#include "rules/WindowIndex.h"
#include "rules/Wording.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace marquee::rules {

namespace {

enum Variant : std::uint8_t
{
    One,
    Several,
    Many
};

struct Entry
{
    std::int64_t start;
    std::int64_t end;
    WindowUnit *unit;
};

/// The windows of one group by their start, those with the same start by their index: first come, first named.
class Group
{
public:
    std::vector<Entry> entries;
    bool dirty = false;

    /// The same for groups that hold the same windows; of others, all but surely not.
    std::uint64_t members() const { return m_members; }

    void add(const Entry &entry)
    {
        auto at = entries.end(); // windows mostly come in the order of their start
        if (!entries.empty() && !before(entries.back(), entry))
            at = std::lower_bound(entries.begin(), entries.end(), entry, before);
        const auto names = [&entry](const Entry &other) { return other.unit == entry.unit; };
        if ((at != entries.end() && names(*at)) || (at != entries.begin() && names(*std::prev(at))))
            return; // it names its territory twice
        entries.insert(at, entry);
        m_members ^= mark(entry.unit);
        m_blocks.clear();
        if (!m_ends.empty())
            m_ends.insert(std::upper_bound(m_ends.begin(), m_ends.end(), entry.end), entry.end);
    }

    void remove(const Entry &entry)
    {
        auto at = std::lower_bound(entries.begin(), entries.end(), entry, before);
        if (at == entries.end() || at->unit != entry.unit)
            at = std::find_if(
                entries.begin(), entries.end(), [&entry](const Entry &other) { return other.unit == entry.unit; });
        if (at == entries.end())
            return;
        entries.erase(at);
        m_members ^= mark(entry.unit);
        m_blocks.clear();
        if (!m_ends.empty())
            m_ends.erase(std::lower_bound(m_ends.begin(), m_ends.end(), entry.end));
    }

    /// How many windows hold at some time between the two.
    std::size_t countDuring(std::int64_t start, std::int64_t end) const
    {
        if (m_ends.empty()) {
            for (const Entry &entry : entries)
                m_ends.push_back(entry.end);
            std::sort(m_ends.begin(), m_ends.end());
        }
        // What has ended by the start has begun before the end, too.
        const auto over = std::upper_bound(m_ends.begin(), m_ends.end(), start) - m_ends.begin();
        return firstFrom(end) - static_cast<std::size_t>(over);
    }

    /// The other window at the same time whose start is nearest; of several the first. Null where there is none.
    const Entry *nearest(const WindowUnit &unit) const
    {
        const std::int64_t start = *unit.summary.start;
        const std::size_t from = firstFrom(start);
        const std::size_t behind
            = start == std::numeric_limits<std::int64_t>::max() ? entries.size() : firstFrom(start + 1);
        for (std::size_t i = from; i < behind; ++i) { // two looks at most
            if (entries[i].unit != &unit)
                return &entries[i];
        }
        const Entry *later
            = behind < entries.size() && entries[behind].start < *unit.summary.end ? &entries[behind] : nullptr;
        const Entry *earlier = lastBefore(from, start);
        if (earlier)
            earlier = firstAt(firstFrom(earlier->start), start);
        if (!earlier || !later)
            return earlier ? earlier : later;
        const auto rank
            = [start](const Entry *entry) { return std::pair(std::abs(entry->start - start), entry->unit->index); };
        return rank(earlier) < rank(later) ? earlier : later;
    }

    template <class Visit>
    void visitDuring(std::int64_t start, std::int64_t end, Visit visit) const
    {
        const std::size_t behind = firstFrom(end);
        for (const Entry *entry = firstAt(0, start); entry && entry < entries.data() + behind;) {
            visit(*entry);
            entry = firstAt(static_cast<std::size_t>(entry - entries.data()) + 1, start);
        }
    }

private:
    static constexpr std::size_t Block = 256;

    static bool before(const Entry &a, const Entry &b)
    {
        return std::pair(a.start, a.unit->index) < std::pair(b.start, b.unit->index);
    }

    static std::uint64_t mark(const WindowUnit *unit)
    {
        std::uint64_t mark = reinterpret_cast<std::uintptr_t>(unit) * 0x9e3779b97f4a7c15u;
        mark = (mark ^ (mark >> 29)) * 0xbf58476d1ce4e5b9u;
        return mark ^ (mark >> 32);
    }

    /// Where windows begin that start then or later.
    std::size_t firstFrom(std::int64_t start) const
    {
        const auto at = std::lower_bound(entries.begin(), entries.end(), start,
            [](const Entry &entry, std::int64_t wanted) { return entry.start < wanted; });
        return static_cast<std::size_t>(at - entries.begin());
    }

    /// The latest end of each block of entries: whole blocks that are over can be stepped past.
    const std::vector<std::int64_t> &blocks() const
    {
        for (std::size_t i = m_blocks.size() * Block; i < entries.size(); ++i) {
            if (i % Block == 0)
                m_blocks.push_back(entries[i].end);
            else
                m_blocks.back() = std::max(m_blocks.back(), entries[i].end);
        }
        return m_blocks;
    }

    const Entry *lastBefore(std::size_t index, std::int64_t endsBehind) const
    {
        const auto &latest = blocks();
        for (std::size_t i = index; i > 0; --i) {
            while (i > 0 && i % Block == 0 && latest[i / Block - 1] <= endsBehind)
                i -= Block;
            if (i > 0 && entries[i - 1].end > endsBehind)
                return &entries[i - 1];
            if (i == 0)
                break;
        }
        return nullptr;
    }

    const Entry *firstAt(std::size_t index, std::int64_t endsBehind) const
    {
        const auto &latest = blocks();
        for (std::size_t i = index; i < entries.size();) {
            if (i % Block == 0 && latest[i / Block] <= endsBehind) {
                i += Block;
                continue;
            }
            if (entries[i].end > endsBehind)
                return &entries[i];
            ++i;
        }
        return nullptr;
    }

    std::uint64_t m_members = 0;
    mutable std::vector<std::int64_t> m_ends; ///< sorted; empty until somebody counts
    mutable std::vector<std::int64_t> m_blocks;
};

/// The windows of each group. A change sorts one window in and sweeps its groups once.
class OverlapIndex : public WindowIndex
{
public:
    void add(WindowUnit &unit) override
    {
        const WindowSummary &window = unit.summary;
        if (!takesPart(window))
            return;
        for (const std::uint64_t key : window.groups) {
            Group &group = m_groups[key];
            group.dirty = true;
            group.add({*window.start, *window.end, &unit});
            m_dirty.push_back(key);
        }
    }

    void remove(WindowUnit &unit) override
    {
        flag(unit, false);
        const WindowSummary &window = unit.summary;
        if (!takesPart(window))
            return;
        for (const std::uint64_t key : window.groups) {
            Group &group = m_groups[key];
            group.remove({*window.start, *window.end, &unit});
            group.dirty = true;
            m_dirty.push_back(key);
        }
    }

    void settle() override
    {
        std::vector<WindowUnit *> inSeveralGroups;
        for (const std::uint64_t key : std::exchange(m_dirty, {})) {
            const auto group = m_groups.find(key);
            if (group == m_groups.end())
                continue;
            if (std::exchange(group->second.dirty, false))
                sweep(group->second, inSeveralGroups);
            if (group->second.entries.empty())
                m_groups.erase(group);
        }
        for (WindowUnit *unit : inSeveralGroups)
            flag(*unit, nearest(groupsOf(*unit), *unit) != nullptr);
    }

    void describe(const WindowUnit &unit, Problem &problem) const override
    {
        const std::vector<const Group *> groups = groupsOf(unit);
        const Entry *found = nearest(groups, unit);
        if (!found)
            return;
        const WindowUnit &other = *found->unit;
        const auto [count, isLeast] = countOthers(groups, unit);
        problem.variant = isLeast ? Many : count == 1 ? One : Several;
        problem.detail = other.summary.id.empty() ? std::to_string(other.index + 1) : other.summary.id;
        problem.other = std::to_string(count - 1);
    }

private:
    /// Windows that share several groups are counted one by one up to here: the list of problems asks for hundreds at
    /// once.
    static constexpr std::size_t MostCounted = 500;

    static bool takesPart(const WindowSummary &window)
    {
        return window.start && window.end && *window.start < *window.end && !window.preOrder;
    }

    /// A window overlaps another exactly where it begins before an earlier one ended, or the next begins before it
    /// ends.
    void sweep(const Group &group, std::vector<WindowUnit *> &inSeveralGroups)
    {
        std::int64_t latestEnd = std::numeric_limits<std::int64_t>::min();
        for (std::size_t i = 0; i < group.entries.size(); ++i) {
            const Entry &entry = group.entries[i];
            const bool overlaps
                = latestEnd > entry.start || (i + 1 < group.entries.size() && group.entries[i + 1].start < entry.end);
            latestEnd = std::max(latestEnd, entry.end);
            if (entry.unit->summary.groups.size() > 1)
                inSeveralGroups.push_back(entry.unit);
            else
                flag(*entry.unit, overlaps);
        }
    }

    /// The window's groups; of those that hold the same windows, as territories mostly do, one.
    std::vector<const Group *> groupsOf(const WindowUnit &unit) const
    {
        std::vector<const Group *> groups;
        for (const std::uint64_t key : unit.summary.groups) {
            const auto group = m_groups.find(key);
            if (group == m_groups.end())
                continue;
            const bool known = std::any_of(groups.begin(), groups.end(), [&group](const Group *other) {
                return other->members() == group->second.members()
                    && other->entries.size() == group->second.entries.size();
            });
            if (!known)
                groups.push_back(&group->second);
        }
        return groups;
    }

    static const Entry *nearest(const std::vector<const Group *> &groups, const WindowUnit &unit)
    {
        const auto rank = [&unit](const Entry *entry) {
            return std::pair(std::abs(entry->start - *unit.summary.start), entry->unit->index);
        };
        const Entry *best = nullptr;
        for (const Group *group : groups) {
            const Entry *found = group->nearest(unit);
            if (found && (!best || rank(found) < rank(best)))
                best = found;
        }
        return best;
    }

    struct Count
    {
        std::size_t others; ///< at least 1
        bool isLeast; ///< there may be more
    };

    /// Every other window at the same time, each once.
    static Count countOthers(const std::vector<const Group *> &groups, const WindowUnit &unit)
    {
        std::size_t most = 0;
        std::size_t sum = 0;
        for (const Group *group : groups) {
            const std::size_t others = group->countDuring(*unit.summary.start, *unit.summary.end) - 1;
            most = std::max(most, others);
            sum += others;
        }
        if (groups.size() == 1)
            return {most, false};
        if (sum > MostCounted)
            return {most, true};
        std::unordered_set<const WindowUnit *> seen;
        for (const Group *group : groups)
            group->visitDuring(
                *unit.summary.start, *unit.summary.end, [&seen](const Entry &entry) { seen.insert(entry.unit); });
        return {seen.size() - 1, false};
    }

    std::unordered_map<std::uint64_t, Group> m_groups;
    std::vector<std::uint64_t> m_dirty;
};

class Overlap : public AcrossWindowsRule
{
public:
    using AcrossWindowsRule::AcrossWindowsRule;

    std::unique_ptr<WindowIndex> makeIndex() const override { return std::make_unique<OverlapIndex>(); }

    QString message(const Problem &problem, const Context &) const override
    {
        if (problem.variant == One)
            return tr("Overlaps with window %1.").arg(words(problem.detail));
        if (problem.variant == Several)
            return tr("Overlaps with window %1 and %2 more.").arg(words(problem.detail), words(problem.other));
        return tr("Overlaps with window %1 and at least %2 more.").arg(words(problem.detail), words(problem.other));
    }

    std::vector<Fix> fixes(const Problem &, const Context &) const override
    {
        return {fix("timeline", tr("Show on the timeline"), {})}; // what is right, nobody but the user knows
    }
};

} // namespace

std::unique_ptr<Rule> makeAV103()
{
    return std::make_unique<Overlap>(
        RuleInfo{"AV103", Severity::Warning, Scope::Document, true, QT_TRANSLATE_NOOP("rules", "Windows that overlap"),
            QT_TRANSLATE_NOOP("rules",
                "Two windows for the same territory, licence, format, channel and contract at the same time leave open "
                "which one holds."),
            QT_TRANSLATE_NOOP("rules", "MovieLabs avails validation: overlapping windows")});
}

} // namespace marquee::rules
