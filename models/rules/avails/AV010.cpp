// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "catalog/Catalog.h"
#include "catalog/Vocabularies.h"
#include "rules/Places.h"
#include "rules/Report.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class CurrencyCode : public ValueRule
{
public:
    using ValueRule::ValueRule;

    bool appliesTo(const catalog::Field &field) const override { return field.type == catalog::FieldType::Currency; }

    void check(const ValuePlace &place, Report &report) const override
    {
        if (!place.context.vocabularies.isCurrency(place.text) && place.text.find_first_not_of(' ') != std::string_view::npos)
            report.add(*this, 0, std::string(place.text));
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return tr("“%1” isn't a currency code of three capitals, such as USD or EUR.").arg(words(problem.detail));
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        const auto meant = context.vocabularies.nearestCurrency(problem.detail);
        return meant ? std::vector{changeTo(problem, context, *meant)} : std::vector<Fix>{};
    }
};

} // namespace

std::unique_ptr<Rule> makeAV010()
{
    return std::make_unique<CurrencyCode>(RuleInfo{
        "AV010", Severity::Error, Scope::Value, true, QT_TRANSLATE_NOOP("rules", "A currency that is not an ISO code"),
        QT_TRANSLATE_NOOP("rules", "Amounts without a known currency cannot be booked."),
        QT_TRANSLATE_NOOP("rules", "ISO 4217")});
}

} // namespace marquee::rules
