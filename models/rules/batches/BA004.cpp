// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/BatchFacts.h"
#include "rules/Report.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class PathForm : public BatchRule
{
public:
    using BatchRule::BatchRule;

    void check(const BatchFacts &batch, Report &report) const override
    {
        for (const BatchItemFact &item : batch.items) {
            if (item.pathMember < 0)
                report.add(*this, Absent, {}, {}, {item.item});
            else if (!item.parts)
                report.add(*this, NotTheForm, item.path, {}, {item.item, static_cast<std::uint32_t>(item.pathMember)});
            else if (item.parts->validates != (batch.verb == BatchVerb::Validate))
                report.add(*this, item.parts->validates ? Validates : DoesNotValidate, item.path, {},
                           {item.item, static_cast<std::uint32_t>(item.pathMember)});
        }
    }

    QString message(const Problem &problem, const Context &) const override
    {
        switch (problem.variant) {
        case Absent:
            return tr("The item has no path.");
        case Validates:
            return tr("The path ends in /validate, but the batch doesn't validate.");
        case DoesNotValidate:
            return tr("The batch validates, so this path has to end in /validate.");
        default:
            return tr("“%1” isn't a path such as /avails/LICENSOR/partial-extract/transactions/ID.").arg(words(problem.detail));
        }
    }

private:
    enum Variant : std::uint8_t { NotTheForm, Absent, Validates, DoesNotValidate };
};

} // namespace

std::unique_ptr<Rule> makeBA004()
{
    return std::make_unique<PathForm>(RuleInfo{
        "BA004", Severity::Error, Scope::Batch, true, QT_TRANSLATE_NOOP("rules", "A path that is none"),
        QT_TRANSLATE_NOOP("rules", "A path begins with /avails/, without host and version, and names one window."),
        QT_TRANSLATE_NOOP("rules", "Prime Video Avails API, payload examples")});
}

} // namespace marquee::rules
