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

enum Variant : std::uint8_t { One, Several };

struct Entry
{
    std::int64_t start;
    std::int64_t end;
    WindowUnit *unit;
};

/// The windows of each group, sorted by their start. A change sorts one window in and sweeps its groups once.
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
            const Entry entry{*window.start, *window.end, &unit};
            // Windows mostly come in the order of their start.
            if (group.entries.empty() || group.entries.back().start <= entry.start)
                group.entries.push_back(entry);
            else
                group.entries.insert(std::upper_bound(group.entries.begin(), group.entries.end(), entry.start, startsBefore), entry);
            m_dirty.push_back(key);
        }
    }

    void remove(WindowUnit &unit) override
    {
        flag(unit, false);
        if (!takesPart(unit.summary))
            return;
        for (const std::uint64_t key : unit.summary.groups) {
            Group &group = m_groups[key];
            std::erase_if(group.entries, [&unit](const Entry &entry) { return entry.unit == &unit; });
            group.dirty = true;
            m_dirty.push_back(key);
        }
    }

    void settle() override
    {
        std::vector<WindowUnit *> inSeveralGroups;
        for (const std::uint64_t key : std::exchange(m_dirty, {})) {
            Group &group = m_groups[key];
            if (std::exchange(group.dirty, false))
                sweep(group, inSeveralGroups);
            if (group.entries.empty())
                m_groups.erase(key);
        }
        for (WindowUnit *unit : inSeveralGroups)
            flag(*unit, !overlapsOf(*unit).empty());
    }

    void describe(const WindowUnit &unit, Problem &problem) const override
    {
        const std::vector<const Entry *> others = overlapsOf(unit);
        if (others.empty())
            return;
        const auto distance = [&unit](const Entry *entry) { return std::abs(entry->start - *unit.summary.start); };
        const auto nearest = std::min_element(others.begin(), others.end(), [&](const Entry *a, const Entry *b) {
            return std::pair(distance(a), a->unit->index) < std::pair(distance(b), b->unit->index);
        });
        const WindowUnit &other = *(*nearest)->unit;
        problem.variant = others.size() == 1 ? One : Several;
        problem.detail = other.summary.id.empty() ? std::to_string(other.index + 1) : other.summary.id;
        problem.other = std::to_string(others.size() - 1);
    }

private:
    struct Group
    {
        std::vector<Entry> entries;
        bool dirty = false;
    };

    static bool takesPart(const WindowSummary &window)
    {
        return window.start && window.end && *window.start < *window.end && !window.preOrder;
    }

    static bool startsBefore(std::int64_t start, const Entry &entry) { return start < entry.start; }

    /// A window overlaps another exactly where it begins before an earlier one ended, or the next begins before it ends.
    void sweep(Group &group, std::vector<WindowUnit *> &inSeveralGroups)
    {
        std::int64_t latestEnd = std::numeric_limits<std::int64_t>::min();
        for (std::size_t i = 0; i < group.entries.size(); ++i) {
            const Entry &entry = group.entries[i];
            const bool overlaps = latestEnd > entry.start
                || (i + 1 < group.entries.size() && group.entries[i + 1].start < entry.end);
            latestEnd = std::max(latestEnd, entry.end);
            if (entry.unit->summary.groups.size() > 1)
                inSeveralGroups.push_back(entry.unit);
            else
                flag(*entry.unit, overlaps);
        }
    }

    /// Every other window at the same time, each once.
    std::vector<const Entry *> overlapsOf(const WindowUnit &unit) const
    {
        std::vector<const Entry *> found;
        std::unordered_set<const WindowUnit *> seen;
        for (const std::uint64_t key : unit.summary.groups) {
            const auto group = m_groups.find(key);
            if (group == m_groups.end())
                continue;
            for (const Entry &entry : group->second.entries) {
                if (entry.start >= *unit.summary.end)
                    break;
                if (entry.unit != &unit && entry.end > *unit.summary.start && seen.insert(entry.unit).second)
                    found.push_back(&entry);
            }
        }
        return found;
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
        return problem.variant == One ? tr("Overlaps with window %1.").arg(words(problem.detail))
                                      : tr("Overlaps with window %1 and %2 more.").arg(words(problem.detail), words(problem.other));
    }
};

} // namespace

std::unique_ptr<Rule> makeAV103()
{
    return std::make_unique<Overlap>(RuleInfo{
        "AV103", Severity::Warning, Scope::Document, true, QT_TRANSLATE_NOOP("rules", "Windows that overlap"),
        QT_TRANSLATE_NOOP("rules", "Two windows for the same territory, licence, format, channel and contract at the same time leave open which one holds."),
        QT_TRANSLATE_NOOP("rules", "MovieLabs avails validation: overlapping windows")});
}

} // namespace marquee::rules
