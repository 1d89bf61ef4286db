// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/BatchFacts.h"
#include "rules/Report.h"
#include "rules/Wording.h"

#include <map>

namespace marquee::rules {

namespace {

class ItemIds : public BatchRule
{
public:
    using BatchRule::BatchRule;

    void check(const BatchFacts &batch, Report &report) const override
    {
        std::map<std::string, int> seen;
        for (const BatchItemFact &item : batch.items)
            ++seen[item.id];
        for (const BatchItemFact &item : batch.items) {
            if (item.idMember < 0)
                report.add(*this, Absent, {}, {}, {item.item});
            else if (item.id.empty())
                report.add(*this, Empty, {}, {}, {item.item, static_cast<std::uint32_t>(item.idMember)});
            else if (seen[item.id] > 1)
                report.add(*this, Twice, item.id, {}, {item.item, static_cast<std::uint32_t>(item.idMember)});
        }
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return problem.variant == Twice ? tr("“%1” names more than one item.").arg(words(problem.detail))
            : problem.variant == Empty  ? tr("The item ID is empty.")
                                        : tr("The item has no requestItemId.");
    }

private:
    enum Variant : std::uint8_t { Absent, Empty, Twice };
};

} // namespace

std::unique_ptr<Rule> makeBA002()
{
    return std::make_unique<ItemIds>(RuleInfo{
        "BA002", Severity::Error, Scope::Batch, true, QT_TRANSLATE_NOOP("rules", "Item IDs that are absent, empty or used twice"),
        QT_TRANSLATE_NOOP("rules", "The answers name their items by these IDs."),
        QT_TRANSLATE_NOOP("rules", "Prime Video Avails API, payload examples")});
}

} // namespace marquee::rules
