// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Value.h"
#include "rules/PartState.h"
#include "rules/Report.h"
#include "rules/RuleSet.h"

#include <functional>
#include <memory>

namespace marquee::payload {
class Document;
}

namespace marquee::rules {

/// Keeps up with the items of a part's list: which were touched, where they stand now, and the indexes of the rules
/// across them. What the part is, its heir says. `Index` is a UnitIndex.
template <class Index>
class ListState : public PartState
{
public:
    using Unit = typename Index::Unit;

    ListState(const RuleSet &rules, const Severities &severities, payload::Path place);
    ~ListState() override;

    void validate(const Context &context) override;
    bool changed(const payload::ChangedPlace &place) override;
    void settle(const Context &context) override;

    Counts counts() const override;
    Counts itemCounts(std::uint32_t item) const override;
    void collect(std::vector<Problem> &problems, std::size_t most) const override;
    void collectItem(std::uint32_t item, std::vector<Problem> &problems) const override;

protected:
    /// Checks one item: its problems go to the report, whose place is the item, and what rules across items compare to
    /// the unit.
    using Checker = std::function<void(Unit &unit, const payload::Value &item, Report &report)>;

    virtual std::optional<payload::Path> findList(const payload::Document &document) const = 0;
    /// What items are checked against; true where that is something else than before, so that all have to be checked
    /// again.
    virtual bool readSetting(const Context &context) = 0;
    /// For one thread: it may keep what it works with.
    virtual Checker checker(const Context &context) const = 0;
    /// The report's place is the part's.
    virtual void checkHead(const Context &context, Report &report) const = 0;
    virtual void entered(const Unit &unit) = 0;
    virtual void left(const Unit &unit) = 0;

    void addIndex(const Rule &rule, std::unique_ptr<Index> index);
    const RuleSet &rules() const { return m_rules; }

private:
    bool aboveChanged(payload::ChangedPlace::Kind kind, std::uint32_t index, std::uint32_t &at);
    bool itemChanged(payload::ChangedPlace::Kind kind, std::uint32_t index);
    void touch(std::uint32_t index);
    void checkHeadNow(const Context &context);
    void check(const Checker &checker, Unit &unit, const payload::Value &item) const;
    void checkAll(const Context &context);
    void enter(Unit &unit);
    void leave(Unit &unit);
    void renumber(std::uint32_t from);

    struct Across
    {
        const Rule *rule;
        std::unique_ptr<Index> index;
    };
    const RuleSet &m_rules;
    const Severities &m_severities;
    std::vector<std::unique_ptr<Unit>> m_units;
    Counts m_unitCounts; ///< of the items' own problems
    std::vector<Across> m_across; ///< one a rule across items, in their order
    std::vector<Unit *> m_touched;
};

} // namespace marquee::rules
