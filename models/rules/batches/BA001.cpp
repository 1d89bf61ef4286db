// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/BatchFacts.h"
#include "rules/Report.h"
#include "rules/SplitList.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class TooManyItems : public BatchRule
{
public:
    using BatchRule::BatchRule;

    void check(const BatchFacts &batch, Report &report) const override
    {
        if (batch.items.size() > std::size_t{Most})
            report.add(*this, 0, std::to_string(batch.items.size()));
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return tr("%1 items; a batch holds at most %2.").arg(words(problem.detail)).arg(Most);
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        const payload::Pointer items = pointerOf(problem, context);
        const auto count = static_cast<int>(valueOf(problem, context).size());
        Fix split = fix("split", tr("Split into %1 batches").arg((count + Most - 1) / Most), {});
        split.split = [items](const Context &now) { return splitList(now.document, items, partsOf(now.document.find(items).size())); };
        return {std::move(split)};
    }

private:
    static constexpr int Most = 100;

    static std::vector<ListPart> partsOf(std::uint32_t size)
    {
        std::vector<ListPart> parts;
        for (std::uint32_t i = 0; i < size; ++i) {
            if (i % Most == 0)
                parts.emplace_back();
            parts.back().kept.push_back(i);
        }
        return parts;
    }
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
