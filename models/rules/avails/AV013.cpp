// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "catalog/Catalog.h"
#include "catalog/Decimal.h"
#include "rules/Places.h"
#include "rules/Report.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class CountForm : public ValueRule
{
public:
    using ValueRule::ValueRule;

    bool appliesTo(const catalog::Field &field) const override { return field.type == catalog::FieldType::Count; }

    void check(const ValuePlace &place, Report &report) const override
    {
        const auto number = catalog::Decimal::parse(place.text);
        if (!number || !number->isInteger() || number->isNegative())
            report.add(*this, 0, std::string(place.text));
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return tr("%1 isn't a whole number from zero.").arg(words(problem.detail));
    }
};

} // namespace

std::unique_ptr<Rule> makeAV013()
{
    return std::make_unique<CountForm>(RuleInfo{
        "AV013", Severity::Error, Scope::Value, true, QT_TRANSLATE_NOOP("rules", "A count that is below zero or not whole"),
        QT_TRANSLATE_NOOP("rules", "Episodes and seasons are counted in whole numbers."),
        QT_TRANSLATE_NOOP("rules", "Prime Video Avails API, payload schemas (Integer)")});
}

} // namespace marquee::rules
