// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/Report.h"
#include "rules/TermEdits.h"
#include "rules/WindowFacts.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class DatesOutOfOrder : public WindowRule
{
public:
    using WindowRule::WindowRule;

    void check(const WindowFacts &window, Report &report) const override
    {
        const TermFact *announce = window.term("AnnounceDate");
        const TermFact *lift = window.term("SuppressionLiftDate");
        for (const TermFact *term : {announce, lift}) {
            if (term && term->date && window.startTime && *term->date > *window.startTime)
                report.add(*this, AfterStart, std::string(term->name), {}, {terms(window), term->item, static_cast<std::uint32_t>(term->valueMember)});
        }
        if (announce && lift && announce->date && lift->date && *announce->date > *lift->date)
            report.add(*this, AfterLift, std::string(announce->name), {}, {terms(window), announce->item, static_cast<std::uint32_t>(announce->valueMember)});
    }

    QString message(const Problem &problem, const Context &context) const override
    {
        const QString label = context.catalog.term(problem.detail)->label;
        return problem.variant == AfterStart ? tr("%1 is after Start.").arg(label)
                                             : tr("%1 is after the suppression lift date.").arg(label);
    }

private:
    enum Variant : std::uint8_t { AfterStart, AfterLift };
};

} // namespace

std::unique_ptr<Rule> makeTM016()
{
    return std::make_unique<DatesOutOfOrder>(RuleInfo{
        "TM016", Severity::Warning, Scope::Window, true, QT_TRANSLATE_NOOP("rules", "Announcement dates out of order"),
        QT_TRANSLATE_NOOP("rules", "A title is announced, then shown as coming, then opens."),
        QT_TRANSLATE_NOOP("rules", "EMA data dictionary")});
}

} // namespace marquee::rules
