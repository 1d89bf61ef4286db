// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "catalog/Catalog.h"
#include "catalog/Vocabularies.h"
#include "rules/Places.h"
#include "rules/Report.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

using Verdict = catalog::LanguageCheck::Verdict;

class LanguageForm : public ValueRule
{
public:
    using ValueRule::ValueRule;

    bool appliesTo(const catalog::Field &field) const override { return field.type == catalog::FieldType::Language; }

    void check(const ValuePlace &place, Report &report) const override
    {
        if (place.text.find_first_not_of(' ') == std::string_view::npos)
            return; // AV012
        const catalog::LanguageCheck check = place.context.vocabularies.languageTags().check(place.text);
        if (check.verdict == Verdict::Malformed || check.verdict == Verdict::Unregistered)
            report.add(*this, static_cast<std::uint8_t>(check.verdict), std::string(place.text), check.subtag);
        else if (check.verdict == Verdict::Deprecated)
            report.add(*this, Severity::Hint, static_cast<std::uint8_t>(check.verdict), std::string(place.text), check.preferred);
    }

    QString message(const Problem &problem, const Context &) const override
    {
        const QString tag = words(problem.detail);
        switch (static_cast<Verdict>(problem.variant)) {
        case Verdict::Unregistered:
            return tr("“%1” in “%2” isn't a registered part of a language tag.").arg(words(problem.other), tag);
        case Verdict::Deprecated:
            return problem.other.empty() ? tr("“%1” is outdated.").arg(tag)
                                         : tr("“%1” is outdated; %2 replaced it.").arg(tag, words(problem.other));
        default:
            return tr("“%1” isn't a language tag such as en-US.").arg(tag);
        }
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        const auto meant = context.vocabularies.languageTags().nearest(problem.detail);
        return meant ? std::vector{changeTo(problem, context, *meant)} : std::vector<Fix>{};
    }
};

} // namespace

std::unique_ptr<Rule> makeAV008()
{
    return std::make_unique<LanguageForm>(RuleInfo{
        "AV008", Severity::Error, Scope::Value, true, QT_TRANSLATE_NOOP("rules", "A language tag that is not registered"),
        QT_TRANSLATE_NOOP("rules", "Languages are told apart by registered tags; others match no asset."),
        QT_TRANSLATE_NOOP("rules", "BCP 47 (RFC 5646); IANA Language Subtag Registry")});
}

} // namespace marquee::rules
