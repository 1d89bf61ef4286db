// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/BatchFacts.h"
#include "rules/Report.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class BodyForVerb : public BatchRule
{
public:
    using BatchRule::BatchRule;

    void check(const BatchFacts &batch, Report &report) const override
    {
        const bool needed = batch.verb == BatchVerb::Put || batch.verb == BatchVerb::Validate;
        for (const BatchItemFact &item : batch.items) {
            if (needed && item.bodyMember < 0)
                report.add(*this, Absent, {}, {}, {item.item});
            else if (!needed && item.bodyMember >= 0)
                report.add(*this, Superfluous, {}, {}, {item.item, static_cast<std::uint32_t>(item.bodyMember)});
        }
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return problem.variant == Absent ? tr("The item has no body to put or validate.")
                                         : tr("An item to fetch or delete has no body.");
    }

private:
    enum Variant : std::uint8_t { Absent, Superfluous };
};

} // namespace

std::unique_ptr<Rule> makeBA005()
{
    return std::make_unique<BodyForVerb>(RuleInfo{
        "BA005", Severity::Error, Scope::Batch, true, QT_TRANSLATE_NOOP("rules", "A body where none belongs, or none where one does"),
        QT_TRANSLATE_NOOP("rules", "What is put or validated needs a body; what is fetched or deleted has none."),
        QT_TRANSLATE_NOOP("rules", "Prime Video Avails API, payload examples")});
}

} // namespace marquee::rules
