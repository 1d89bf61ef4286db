// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "catalog/Catalog.h"
#include "catalog/Duration.h"
#include "rules/Places.h"
#include "rules/Report.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class DurationForm : public ValueRule
{
public:
    using ValueRule::ValueRule;

    bool appliesTo(const catalog::Field &field) const override { return field.type == catalog::FieldType::Duration; }

    void check(const ValuePlace &place, Report &report) const override
    {
        if (place.text.find_first_not_of(' ') == std::string_view::npos)
            return; // AV012
        const auto parsed = catalog::Duration::parse(place.text);
        if (!parsed || !parsed->isPositive())
            report.add(*this, parsed ? NotPositive : NotTheForm, std::string(place.text));
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return problem.variant == NotPositive
            ? tr("A duration has to be longer than nothing; %1 isn't.").arg(words(problem.detail))
            : tr("“%1” isn't a duration such as PT720H (720 hours).").arg(words(problem.detail));
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        const auto typed = catalog::Duration::parseTyped(words(problem.detail));
        const auto parsed = typed ? catalog::Duration::parse(*typed) : std::nullopt;
        return parsed && parsed->isPositive() ? std::vector{changeTo(problem, context, *typed)} : std::vector<Fix>{};
    }

private:
    enum Variant : std::uint8_t { NotTheForm, NotPositive };
};

} // namespace

std::unique_ptr<Rule> makeAV007()
{
    return std::make_unique<DurationForm>(RuleInfo{
        "AV007", Severity::Error, Scope::Value, false, QT_TRANSLATE_NOOP("rules", "A duration that is not one"),
        QT_TRANSLATE_NOOP("rules", "A rental without a readable duration cannot be sold."),
        QT_TRANSLATE_NOOP("rules", "ISO 8601; MDDF Avails v2.6 (xs:duration)")});
}

} // namespace marquee::rules
