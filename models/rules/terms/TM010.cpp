// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/Report.h"
#include "rules/TermEdits.h"
#include "rules/WindowFacts.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class FulfillWithoutPreOrder : public WindowRule
{
public:
    using WindowRule::WindowRule;

    void check(const WindowFacts &window, Report &report) const override
    {
        const TermFact *term = window.term("PreOrderFulfillDate");
        if (term && window.licence && !window.licenceIs({"POEST"}))
            report.add(*this, 0, std::string(window.licence.text), {}, {terms(window), term->item});
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return tr("A pre-order fulfilment date belongs to POEST, not to %1.").arg(words(problem.detail));
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        return {fix("remove", tr("Remove the term"), {payload::Edit::remove(pointerOf(problem, context))})};
    }
};

} // namespace

std::unique_ptr<Rule> makeTM010()
{
    return std::make_unique<FulfillWithoutPreOrder>(RuleInfo{
        "TM010", Severity::Error, Scope::Window, true, QT_TRANSLATE_NOOP("rules", "A pre-order date on something else"),
        QT_TRANSLATE_NOOP("rules", "The date says when pre-orders are delivered; other licences have none."),
        QT_TRANSLATE_NOOP("rules", "MDDF Avails v2.6, structure v2.6.1")});
}

} // namespace marquee::rules
