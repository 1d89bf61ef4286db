// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "catalog/Catalog.h"
#include "catalog/Vocabularies.h"
#include "rules/Places.h"
#include "rules/Report.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class CountryCode : public ValueRule
{
public:
    using ValueRule::ValueRule;

    bool appliesTo(const catalog::Field &field) const override { return field.type == catalog::FieldType::Country; }

    void check(const ValuePlace &place, Report &report) const override
    {
        if (!place.context.vocabularies.isCountry(place.text) && place.text.find_first_not_of(' ') != std::string_view::npos)
            report.add(*this, 0, std::string(place.text));
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return tr("“%1” isn't a country code of two capitals, such as US or GB.").arg(words(problem.detail));
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        const auto meant = context.vocabularies.nearestCountry(problem.detail);
        return meant ? std::vector{changeTo(problem, context, *meant)} : std::vector<Fix>{};
    }
};

} // namespace

std::unique_ptr<Rule> makeAV009()
{
    return std::make_unique<CountryCode>(RuleInfo{
        "AV009", Severity::Error, Scope::Value, true, QT_TRANSLATE_NOOP("rules", "A country that is not an ISO code"),
        QT_TRANSLATE_NOOP("rules", "Territories are matched by two capitals; other spellings match none."),
        QT_TRANSLATE_NOOP("rules", "ISO 3166-1")});
}

} // namespace marquee::rules
