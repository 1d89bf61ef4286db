// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/DateTime.h"
#include "catalog/Decimal.h"
#include "rules/AllRules.h"
#include "rules/Places.h"
#include "rules/ProductionFacts.h"
#include "rules/Report.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

using catalog::Decimal;

class UnlikelyValue : public ValueRule
{
public:
    using ValueRule::ValueRule;

    bool appliesTo(const catalog::Field &field) const override
    {
        return field.type == catalog::FieldType::Url || field.name == "atomUserScore" || field.name == "runtimeMinutes"
            || field.name == "releaseDate";
    }

    void check(const ValuePlace &place, Report &report) const override
    {
        const auto number = Decimal::parse(place.text);
        if (place.field.type == catalog::FieldType::Url) {
            if (!isAbsoluteUrl(place.text))
                report.add(*this, Url);
        } else if (place.field.name == "releaseDate") {
            if (!catalog::DateTime::parseDate(place.text))
                report.add(*this, Date);
        } else if (place.field.name == "atomUserScore") {
            if (number && (number->isNegative() || *number > *Decimal::parse("10")))
                report.add(*this, Score);
        } else if (number && *number < *Decimal::parse("1")) {
            report.add(*this, Runtime);
        }
    }

    QString message(const Problem &problem, const Context &context) const override
    {
        const payload::Value value = valueOf(problem, context);
        const QString text = words(value.isString() ? value.string() : value.raw());
        switch (problem.variant) {
        case Url:
            return text.isEmpty() ? tr("The address is empty.")
                                  : tr("“%1” is no complete address, with https:// in front.").arg(text);
        case Date:
            return tr("“%1” is no date of the form 2026-03-14.").arg(text);
        case Score:
            return tr("A score is from 0 to 10, not %1.").arg(text);
        default:
            return tr("A film has at least a minute, not %1.").arg(text);
        }
    }

private:
    enum Variant : std::uint8_t
    {
        Url,
        Date,
        Score,
        Runtime
    };
};

} // namespace

std::unique_ptr<Rule> makeAT009()
{
    return std::make_unique<UnlikelyValue>(RuleInfo{"AT009", Severity::Warning, Scope::Value, true,
        QT_TRANSLATE_NOOP("rules", "A value of a production that can't be"),
        QT_TRANSLATE_NOOP(
            "rules", "Scores are from 0 to 10, dates are YYYY-MM-DD, and an address has to lead somewhere by itself."),
        QT_TRANSLATE_NOOP("rules", "Atom Tickets, Production Models: ProductionDetail")});
}

} // namespace marquee::rules
