// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/Report.h"
#include "rules/TermEdits.h"
#include "rules/WindowFacts.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class RentalDurations : public WindowRule
{
public:
    using WindowRule::WindowRule;

    void check(const WindowFacts &window, Report &report) const override
    {
        const TermFact *rental = window.term("RentalDuration");
        const TermFact *watch = window.term("WatchDuration");
        if (window.licenceIs({"VOD"})) {
            if (!rental)
                report.add(*this, Missing, "RentalDuration");
            if (!watch)
                report.add(*this, Missing, "WatchDuration");
        } else if (window.licenceIs({"EST", "POEST"})) {
            for (const TermFact *term : {rental, watch}) {
                if (term)
                    report.add(*this, Extra, std::string(term->name), std::string(window.licence.text), {terms(window), term->item});
            }
        }
    }

    QString message(const Problem &problem, const Context &context) const override
    {
        const QString label = context.catalog.term(problem.detail)->label;
        return problem.variant == Missing ? tr("A rental needs a term %1.").arg(label)
                                          : tr("%1 has no meaning for %2.").arg(label, words(problem.other));
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        const payload::Pointer pointer = pointerOf(problem, context);
        if (problem.variant == Extra)
            return {fix("remove", tr("Remove the term"), {payload::Edit::remove(pointer)})};
        const std::string usual = problem.detail == "RentalDuration" ? "PT720H" : "PT48H";
        return {fix("insert", tr("Add it with %1").arg(words(usual)),
                    {insertTerm(context, valueOf(problem, context), pointer, problem.detail, usual)})};
    }

private:
    enum Variant : std::uint8_t { Missing, Extra };
};

} // namespace

std::unique_ptr<Rule> makeTM014()
{
    return std::make_unique<RentalDurations>(RuleInfo{
        "TM014", Severity::Warning, Scope::Window, true, QT_TRANSLATE_NOOP("rules", "Durations that do not fit the licence"),
        QT_TRANSLATE_NOOP("rules", "A rental has both durations; a purchase is for good."),
        QT_TRANSLATE_NOOP("rules", "EMA data dictionary; Prime Video Avails API, payload examples")});
}

} // namespace marquee::rules
