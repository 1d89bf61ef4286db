// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "catalog/Duration.h"
#include "payload/JsonText.h"
#include "rules/Report.h"
#include "rules/TermEdits.h"
#include "rules/WindowFacts.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class WatchAboveRental : public WindowRule
{
public:
    using WindowRule::WindowRule;

    void check(const WindowFacts &window, Report &report) const override
    {
        const TermFact *rental = window.term("RentalDuration");
        const TermFact *watch = window.term("WatchDuration");
        if (!rental || !watch)
            return;
        const auto longer = catalog::Duration::parse(watch->text);
        const auto shorter = catalog::Duration::parse(rental->text);
        if (longer && shorter && longer->isPositive() && shorter->isPositive() && longer->seconds > shorter->seconds)
            report.add(*this, 0, std::string(watch->text), std::string(rental->text),
                       {terms(window), watch->item, static_cast<std::uint32_t>(watch->valueMember)});
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return tr("Watching for %1 is longer than renting for %2.")
            .arg(catalog::Duration::reading(problem.detail), catalog::Duration::reading(problem.other));
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        const payload::Pointer watch = pointerOf(problem, context);
        const payload::Pointer list = watch.parent().parent();
        const payload::Value terms = context.document.find(list);
        for (std::uint32_t i = 0; i < terms.size(); ++i) {
            if (terms.at(i).member("_termName").string() == "RentalDuration")
                return {fix("swap", tr("Swap them"),
                            {payload::Edit::set(watch, payload::encodeJsonString(problem.other)),
                             payload::Edit::set(list.child(i).child("Duration"), payload::encodeJsonString(problem.detail))})};
        }
        return {};
    }
};

} // namespace

std::unique_ptr<Rule> makeTM015()
{
    return std::make_unique<WatchAboveRental>(RuleInfo{
        "TM015", Severity::Warning, Scope::Window, true, QT_TRANSLATE_NOOP("rules", "Watching lasts longer than the rental"),
        QT_TRANSLATE_NOOP("rules", "Once the rental is over there is nothing left to watch; mostly the two were swapped."),
        QT_TRANSLATE_NOOP("rules", "EMA data dictionary")});
}

} // namespace marquee::rules
