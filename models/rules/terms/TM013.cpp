// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/Report.h"
#include "rules/TermEdits.h"
#include "rules/WindowFacts.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class AttributesWithoutExclusive : public WindowRule
{
public:
    using WindowRule::WindowRule;

    void check(const WindowFacts &window, Report &report) const override
    {
        const TermFact *attributes = window.term("ExclusiveAttributes");
        const TermFact *exclusive = window.term("Exclusive");
        if (attributes && !(exclusive && exclusive->text == "true"))
            report.add(*this, 0, {}, {}, {terms(window), attributes->item});
    }

    QString message(const Problem &, const Context &) const override
    {
        return tr("Exclusive attributes have no effect while Exclusive isn't true.");
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        return {fix("remove", tr("Remove the term"), {payload::Edit::remove(pointerOf(problem, context))})};
    }
};

} // namespace

std::unique_ptr<Rule> makeTM013()
{
    return std::make_unique<AttributesWithoutExclusive>(RuleInfo{
        "TM013", Severity::Hint, Scope::Window, true, QT_TRANSLATE_NOOP("rules", "Exclusive attributes without exclusivity"),
        QT_TRANSLATE_NOOP("rules", "The attributes say how far the exclusivity goes; without it they have no effect."),
        QT_TRANSLATE_NOOP("rules", "Prime Video Avails API, payload examples")});
}

} // namespace marquee::rules
