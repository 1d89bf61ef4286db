// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/Report.h"
#include "rules/WindowFacts.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class TwoValues : public WindowRule
{
public:
    using WindowRule::WindowRule;

    void check(const WindowFacts &window, Report &report) const override
    {
        for (const TermFact &term : window.termList) {
            if (term.values > 1)
                report.add(*this, 0, std::string(term.name), {}, {static_cast<std::uint32_t>(window.terms.member), term.item});
        }
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return tr("The term %1 has more than one value.").arg(words(problem.detail));
    }
};

} // namespace

std::unique_ptr<Rule> makeTM002()
{
    return std::make_unique<TwoValues>(RuleInfo{
        "TM002", Severity::Error, Scope::Object, true, QT_TRANSLATE_NOOP("rules", "Two values in one term"),
        QT_TRANSLATE_NOOP("rules", "A term carries exactly one value; which of two the partner takes is anybody's guess."),
        QT_TRANSLATE_NOOP("rules", "MDDF Avails v2.6")});
}

} // namespace marquee::rules
