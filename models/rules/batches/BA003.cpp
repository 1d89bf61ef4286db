// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/BatchFacts.h"
#include "rules/Report.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class PathAndBody : public BatchRule
{
public:
    using BatchRule::BatchRule;

    void check(const BatchFacts &batch, Report &report) const override
    {
        for (const BatchItemFact &item : batch.items) {
            const payload::Value avail = item.value.member("body").member("avail");
            if (!item.parts || !avail)
                continue;
            const std::string licensor = avail.member("Licensor").member("DisplayName").string();
            const std::string window = avail.member("Transaction").at(0).member("_TransactionID").string();
            const auto path = static_cast<std::uint32_t>(item.pathMember);
            if (!window.empty() && window != item.parts->transaction)
                report.add(*this, Window, item.parts->transaction, window, {item.item, path});
            if (!licensor.empty() && licensor != item.parts->licensor)
                report.add(*this, Licensor, item.parts->licensor, licensor, {item.item, path});
        }
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return problem.variant == Window
            ? tr("The path names window “%1”, the body “%2”.").arg(words(problem.detail), words(problem.other))
            : tr("The path names licensor “%1”, the body “%2”.").arg(words(problem.detail), words(problem.other));
    }

private:
    enum Variant : std::uint8_t { Window, Licensor };
};

} // namespace

std::unique_ptr<Rule> makeBA003()
{
    return std::make_unique<PathAndBody>(RuleInfo{
        "BA003", Severity::Error, Scope::Batch, true, QT_TRANSLATE_NOOP("rules", "Path and body that disagree"),
        QT_TRANSLATE_NOOP("rules", "The address says which window is meant; the body must mean the same."),
        QT_TRANSLATE_NOOP("rules", "Prime Video Avails API, payload examples")});
}

} // namespace marquee::rules
