// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/Report.h"
#include "rules/TermEdits.h"
#include "rules/WindowFacts.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class PreOrderSuppression : public WindowRule
{
public:
    using WindowRule::WindowRule;

    void check(const WindowFacts &window, Report &report) const override
    {
        const int count = window.termCount("SuppressionLiftDate");
        if (window.licenceIs({"POEST"}) && count != 1)
            report.add(*this, count == 0 ? None : Several);
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return problem.variant == None ? tr("A pre-order needs a suppression lift date.")
                                       : tr("A pre-order has one suppression lift date; here are several.");
    }

    payload::Pointer field(const Problem &problem, const Context &context) const override
    {
        return pointerOf(problem, context).child("Terms");
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        if (problem.variant != None)
            return {};
        const payload::Value window = valueOf(problem, context);
        return {fix("insert", tr("Add the date"),
                    {insertTerm(context, window, pointerOf(problem, context), "SuppressionLiftDate",
                                window.member("Start").string())})};
    }

private:
    enum Variant : std::uint8_t { None, Several };
};

} // namespace

std::unique_ptr<Rule> makeTM009()
{
    return std::make_unique<PreOrderSuppression>(RuleInfo{
        "TM009", Severity::Error, Scope::Window, true, QT_TRANSLATE_NOOP("rules", "A pre-order without exactly one suppression lift date"),
        QT_TRANSLATE_NOOP("rules", "A pre-order is shown to the public from that day on; without it, nobody knows from when."),
        QT_TRANSLATE_NOOP("rules", "MDDF Avails v2.6, structure v2.6.1")});
}

} // namespace marquee::rules
