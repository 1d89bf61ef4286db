// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Decimal.h"
#include "rules/AllRules.h"
#include "rules/PerformanceFacts.h"
#include "rules/Places.h"
#include "rules/ProductionFacts.h"
#include "rules/Report.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class PageNumbers : public ValueRule
{
public:
    using ValueRule::ValueRule;

    bool appliesTo(const catalog::Field &field) const override
    {
        return field.name == "page" || field.name == "pageSize";
    }

    void check(const ValuePlace &place, Report &report) const override
    {
        if (!asksForProductions(place.context.kind)) // what a reply says of its pages is the partner's
            return;
        const bool isSize = place.field.name == "pageSize";
        const auto number = parseInteger(place.text);
        if (number && *number >= (isSize ? 1 : 0) && (!isSize || *number <= largestPageSize))
            return;
        report.add(*this, isSize ? Size : Page, std::string(place.text));
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return problem.variant == Size
            ? tr("The page size is a whole number from 1 to 100, not %1.").arg(words(problem.detail))
            : tr("The page is a whole number from 0, not %1.").arg(words(problem.detail));
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        const payload::Pointer pointer = pointerOf(problem, context);
        if (problem.variant == Page)
            return {fix("remove", tr("Leave the page out"), {payload::Edit::remove(pointer)})};
        const auto number = catalog::Decimal::parse(problem.detail);
        const bool isBelow = number && *number < *catalog::Decimal::parse("1");
        const bool isAbove = number && *number > *catalog::Decimal::parse("100");
        if (!isBelow && !isAbove) // 12.5: nobody knows which way
            return {};
        return {fix("nearest", isBelow ? tr("Change to 1") : tr("Change to 100"),
            {payload::Edit::set(pointer, isBelow ? "1" : "100")})};
    }

private:
    enum Variant : std::uint8_t
    {
        Size,
        Page
    };
};

} // namespace

std::unique_ptr<Rule> makeAT003()
{
    return std::make_unique<PageNumbers>(RuleInfo{"AT003", Severity::Error, Scope::Value, true,
        QT_TRANSLATE_NOOP("rules", "A page or page size that can't be"),
        QT_TRANSLATE_NOOP(
            "rules", "A page holds 1 to 100 productions, 25 where nothing is said; pages are counted upwards."),
        QT_TRANSLATE_NOOP("rules", "Atom Tickets, Production Models: pageSize (default 25, max 100)")});
}

} // namespace marquee::rules
