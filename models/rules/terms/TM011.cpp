// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "catalog/Decimal.h"
#include "rules/Report.h"
#include "rules/TermEdits.h"
#include "rules/WindowFacts.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class WholesaleAboveRetail : public WindowRule
{
public:
    using WindowRule::WindowRule;

    void check(const WindowFacts &window, Report &report) const override
    {
        const TermFact *retail = window.term("SRP");
        const TermFact *wholesale = window.term("WSP");
        if (!retail || !wholesale)
            return;
        if (!retail->currency.empty() && !wholesale->currency.empty() && retail->currency != wholesale->currency) {
            report.add(*this, Currencies, std::string(wholesale->currency), std::string(retail->currency), {terms(window), wholesale->item});
            return;
        }
        const auto high = catalog::Decimal::parse(wholesale->amount);
        const auto low = catalog::Decimal::parse(retail->amount);
        if (high && low && *high > *low)
            report.add(*this, Above, std::string(wholesale->amount), std::string(retail->amount), {terms(window), wholesale->item});
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return problem.variant == Currencies
            ? tr("The wholesale price is in %1, the retail price in %2.").arg(words(problem.detail), words(problem.other))
            : tr("The wholesale price (%1) is above the retail price (%2).").arg(words(problem.detail), words(problem.other));
    }

private:
    enum Variant : std::uint8_t { Above, Currencies };
};

} // namespace

std::unique_ptr<Rule> makeTM011()
{
    return std::make_unique<WholesaleAboveRetail>(RuleInfo{
        "TM011", Severity::Warning, Scope::Window, true, QT_TRANSLATE_NOOP("rules", "A wholesale price above the retail price"),
        QT_TRANSLATE_NOOP("rules", "Nobody buys for more than they sell; mostly the two were swapped."),
        QT_TRANSLATE_NOOP("rules", "EMA data dictionary; this program")});
}

} // namespace marquee::rules
