// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/Report.h"
#include "rules/WindowFacts.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class NoValue : public WindowRule
{
public:
    using WindowRule::WindowRule;

    void check(const WindowFacts &window, Report &report) const override
    {
        for (const TermFact &term : window.termList) {
            if (term.values == 0 && !hasOtherMembers(window, term))
                report.add(*this, window.avail().reply ? Severity::Hint : Severity::Warning, 0, std::string(term.name), {},
                           {static_cast<std::uint32_t>(window.terms.member), term.item});
        }
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return tr("The term %1 has no value.").arg(words(problem.detail));
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        return {fix("remove", tr("Remove the term"), {payload::Edit::remove(pointerOf(problem, context))})};
    }

private:
    /// Kinds that the forms don't know (Region, Time …) are values too.
    static bool hasOtherMembers(const WindowFacts &window, const TermFact &term)
    {
        const payload::Value list = window.window.at(static_cast<std::uint32_t>(window.terms.member));
        return list.at(term.item).size() > 1;
    }
};

} // namespace

std::unique_ptr<Rule> makeTM003()
{
    return std::make_unique<NoValue>(RuleInfo{
        "TM003", Severity::Warning, Scope::Object, true, QT_TRANSLATE_NOOP("rules", "A term without a value"),
        QT_TRANSLATE_NOOP("rules", "A term that says nothing is mostly one that was forgotten."),
        QT_TRANSLATE_NOOP("rules", "MDDF Avails v2.6; Prime Video Avails API, payload examples")});
}

} // namespace marquee::rules
