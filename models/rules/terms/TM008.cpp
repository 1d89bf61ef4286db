// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/Report.h"
#include "rules/TermEdits.h"
#include "rules/WindowFacts.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class PriceOnSubscription : public WindowRule
{
public:
    using WindowRule::WindowRule;

    void check(const WindowFacts &window, Report &report) const override
    {
        if (!window.licenceIs({"SVOD", "FVOD"}))
            return;
        for (const TermFact &term : window.termList) {
            if (term.definition && term.definition->price && term.definition->kind == catalog::TermKind::Money)
                report.add(*this, 0, std::string(term.name), std::string(window.licence.text), {terms(window), term.item});
        }
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return tr("%1 has a price here (%2).").arg(words(problem.other), words(problem.detail));
    }
};

} // namespace

std::unique_ptr<Rule> makeTM008()
{
    return std::make_unique<PriceOnSubscription>(RuleInfo{
        "TM008", Severity::Hint, Scope::Window, true, QT_TRANSLATE_NOOP("rules", "A price on a subscription"),
        QT_TRANSLATE_NOOP("rules", "Subscribers pay no price for a title."),
        QT_TRANSLATE_NOOP("rules", "MovieLabs Movies template v1.9")});
}

} // namespace marquee::rules
