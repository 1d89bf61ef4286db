// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "catalog/Catalog.h"
#include "catalog/Nearest.h"
#include "rules/Places.h"
#include "rules/Report.h"
#include "rules/Wording.h"

#include <algorithm>

namespace marquee::rules {

namespace {

class OpenVocabulary : public ValueRule
{
public:
    using ValueRule::ValueRule;

    bool appliesTo(const catalog::Field &field) const override
    {
        static constexpr std::string_view checked[] = {"LicenseType", "FormatProfile", "WorkType", "LicenseRightsDescription",
                                                       "Ecosystem"};
        return field.name == "_termName"
            || (field.vocabulary
                && std::find(std::begin(checked), std::end(checked), field.vocabulary->name) != std::end(checked));
    }

    void check(const ValuePlace &place, Report &report) const override
    {
        if (place.text.empty())
            return;
        if (place.field.vocabulary ? place.field.vocabulary->find(place.text) != nullptr
                                   : place.context.catalog.term(place.text) != nullptr)
            return;
        const bool near = meant(place.field, place.context, place.text).has_value();
        report.add(*this, near ? Severity::Warning : Severity::Hint, near ? Near : Unknown, std::string(place.text));
    }

    QString message(const Problem &problem, const Context &context) const override
    {
        const QString value = words(problem.detail);
        if (problem.variant == Unknown)
            return tr("“%1” isn't one of the known values; it is sent as it is.").arg(value);
        const auto near = meant(*fieldAt(context, problem.path).field, context, problem.detail);
        return tr("“%1” isn't known. Did you mean %2?").arg(value, words(near.value_or(std::string())));
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        const auto near = meant(*fieldAt(context, problem.path).field, context, problem.detail);
        return near ? std::vector{changeTo(problem, context, *near)} : std::vector<Fix>{};
    }

private:
    enum Variant : std::uint8_t { Near, Unknown };

    static std::optional<std::string> meant(const catalog::Field &field, const Context &context, std::string_view text)
    {
        if (field.vocabulary)
            return field.vocabulary->nearest(text);
        std::vector<std::string> names;
        for (const catalog::TermDefinition &term : context.catalog.terms())
            names.push_back(term.name);
        return catalog::nearest(text, names);
    }
};

} // namespace

std::unique_ptr<Rule> makeAV004()
{
    return std::make_unique<OpenVocabulary>(RuleInfo{
        "AV004", Severity::Warning, Scope::Value, true, QT_TRANSLATE_NOOP("rules", "A value that is not among the known ones"),
        QT_TRANSLATE_NOOP("rules", "A slip of the pen in a value that anybody may invent is refused only after it was sent."),
        QT_TRANSLATE_NOOP("rules", "MDDF Avails v2.6; Prime Video Avails API, payload examples")});
}

} // namespace marquee::rules
