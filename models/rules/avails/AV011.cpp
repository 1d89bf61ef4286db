// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "catalog/Catalog.h"
#include "catalog/Decimal.h"
#include "catalog/Vocabularies.h"
#include "rules/Places.h"
#include "rules/Report.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class MoneyAmount : public ObjectRule
{
public:
    using ObjectRule::ObjectRule;

    bool appliesTo(const catalog::ObjectType *type) const override { return type && type->name == "Money"; }

    void check(const ObjectPlace &place, Report &report) const override
    {
        const std::int64_t member = place.object.indexOf("value");
        if (member < 0)
            return; // AV001
        const auto at = static_cast<std::uint32_t>(member);
        const payload::Value value = place.object.at(at);
        const std::string text = value.isString() ? value.string() : value.raw();
        const auto amount = value.isString() || value.isNumber() ? catalog::Decimal::parse(text) : std::nullopt;
        if (!amount)
            report.add(*this, NotANumber, text, {}, {at});
        else if (amount->isNegative())
            report.add(*this, Negative, text, {}, {at});
        else if (const std::string currency = place.object.member("_currency").string();
                 place.context.vocabularies.isCurrency(currency)
                 && amount->decimals() > place.context.vocabularies.decimals(currency))
            report.add(*this, Severity::Warning, TooFine, text, currency, {at});
    }

    QString message(const Problem &problem, const Context &context) const override
    {
        const QString text = words(problem.detail);
        switch (problem.variant) {
        case Negative:
            return tr("%1 is less than nothing.").arg(text);
        case TooFine:
            return tr("%1 has more decimals than %2, which has %3.")
                .arg(text, words(problem.other))
                .arg(context.vocabularies.decimals(problem.other));
        default:
            return tr("“%1” isn't a decimal number such as 8.99.").arg(text);
        }
    }

private:
    enum Variant : std::uint8_t { NotANumber, Negative, TooFine };
};

} // namespace

std::unique_ptr<Rule> makeAV011()
{
    return std::make_unique<MoneyAmount>(RuleInfo{
        "AV011", Severity::Error, Scope::Value, false, QT_TRANSLATE_NOOP("rules", "An amount that is not a decimal number"),
        QT_TRANSLATE_NOOP("rules", "Prices are booked digit by digit."),
        QT_TRANSLATE_NOOP("rules", "MDDF Avails v2.6; ISO 4217")});
}

} // namespace marquee::rules
