// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "catalog/Catalog.h"
#include "catalog/Eidr.h"
#include "rules/Places.h"
#include "rules/Report.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class EidrCheck : public ValueRule
{
public:
    using ValueRule::ValueRule;

    bool appliesTo(const catalog::Field &field) const override
    {
        return field.type == catalog::FieldType::Id || field.type == catalog::FieldType::Text;
    }

    void check(const ValuePlace &place, Report &report) const override
    {
        if (place.text.size() >= 34 && catalog::Eidr::looksLike(place.text) && !catalog::Eidr::isValid(place.text))
            report.add(*this, 0, std::string(place.text));
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return tr("The last character of %1 should be %2.")
            .arg(words(problem.detail), QChar::fromLatin1(*catalog::Eidr::checkCharacter(problem.detail)));
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        std::string right = problem.detail;
        right.back() = *catalog::Eidr::checkCharacter(problem.detail);
        return {changeTo(problem, context, right)};
    }
};

} // namespace

std::unique_ptr<Rule> makeAV014()
{
    return std::make_unique<EidrCheck>(RuleInfo{
        "AV014", Severity::Warning, Scope::Value, true, QT_TRANSLATE_NOOP("rules", "An EIDR with a wrong check character"),
        QT_TRANSLATE_NOOP("rules", "The check character tells a mistyped id; this one does not fit its digits."),
        QT_TRANSLATE_NOOP("rules", "EIDR ID Format; ISO 7064 Mod 37,36")});
}

} // namespace marquee::rules
