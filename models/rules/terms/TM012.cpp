// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "catalog/Vocabularies.h"
#include "rules/Report.h"
#include "rules/TermEdits.h"
#include "rules/WindowFacts.h"
#include "rules/Wording.h"

#include <algorithm>

namespace marquee::rules {

namespace {

class ForeignCurrency : public WindowRule
{
public:
    using WindowRule::WindowRule;

    void check(const WindowFacts &window, Report &report) const override
    {
        for (const TermFact &term : window.termList) {
            if (term.currency.empty())
                continue;
            for (const std::string_view territory : window.territories) {
                const auto &inUse = window.context().vocabularies.currenciesOf(territory);
                if (!inUse.empty() && std::find(inUse.begin(), inUse.end(), term.currency) == inUse.end()) {
                    report.add(*this, 0, std::string(term.currency), std::string(territory),
                               {terms(window), term.item, static_cast<std::uint32_t>(term.valueMember)});
                    break;
                }
            }
        }
    }

    QString message(const Problem &problem, const Context &context) const override
    {
        const catalog::Code *country = context.vocabularies.find(catalog::Vocabularies::List::Countries, problem.other);
        return tr("%1 isn't the currency of %2.").arg(words(problem.detail), country ? country->name() : words(problem.other));
    }
};

} // namespace

std::unique_ptr<Rule> makeTM012()
{
    return std::make_unique<ForeignCurrency>(RuleInfo{
        "TM012", Severity::Hint, Scope::Window, true, QT_TRANSLATE_NOOP("rules", "A currency that is not the territory's"),
        QT_TRANSLATE_NOOP("rules", "A price in another currency is mostly copied from another territory."),
        QT_TRANSLATE_NOOP("rules", "Unicode CLDR (currencies in use); this program")});
}

} // namespace marquee::rules
