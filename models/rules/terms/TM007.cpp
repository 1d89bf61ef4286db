// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/Report.h"
#include "rules/TermEdits.h"
#include "rules/WindowFacts.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class NoPrice : public WindowRule
{
public:
    using WindowRule::WindowRule;

    void check(const WindowFacts &window, Report &report) const override
    {
        if (!window.licenceIs({"VOD", "EST", "POEST"}))
            return;
        for (const TermFact &term : window.termList) {
            if ((term.definition && term.definition->price) || term.name.starts_with("TPR-"))
                return;
        }
        report.add(*this, 0, std::string(window.licence.text));
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return tr("%1 without a price.").arg(words(problem.detail));
    }

    payload::Pointer field(const Problem &problem, const Context &context) const override
    {
        return pointerOf(problem, context).child("Terms");
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        const payload::Value window = valueOf(problem, context);
        return {fix("insert", tr("Add a retail price"), {insertTerm(context, window, pointerOf(problem, context), "SRP", "")})};
    }
};

} // namespace

std::unique_ptr<Rule> makeTM007()
{
    return std::make_unique<NoPrice>(RuleInfo{
        "TM007", Severity::Warning, Scope::Window, true, QT_TRANSLATE_NOOP("rules", "A rental or purchase without a price"),
        QT_TRANSLATE_NOOP("rules", "Without a price the partner cannot offer the title."),
        QT_TRANSLATE_NOOP("rules", "MDDF Avails v2.6, structure v2.6.1")});
}

} // namespace marquee::rules
