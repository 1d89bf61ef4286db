// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/BatchFacts.h"
#include "rules/Report.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class TooManyItems : public BatchRule
{
public:
    using BatchRule::BatchRule;

    void check(const BatchFacts &batch, Report &report) const override
    {
        if (batch.items.size() > Most)
            report.add(*this, 0, std::to_string(batch.items.size()));
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return tr("%1 items; a batch holds at most %2.").arg(words(problem.detail)).arg(Most);
    }

private:
    static constexpr std::size_t Most = 100;
};

} // namespace

std::unique_ptr<Rule> makeBA001()
{
    return std::make_unique<TooManyItems>(RuleInfo{
        "BA001", Severity::Error, Scope::Batch, true, QT_TRANSLATE_NOOP("rules", "More than 100 items"),
        QT_TRANSLATE_NOOP("rules", "The partner takes at most 100 items in one batch."),
        QT_TRANSLATE_NOOP("rules", "Prime Video Avails API, payload schemas")});
}

} // namespace marquee::rules
