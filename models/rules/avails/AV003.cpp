// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "catalog/Catalog.h"
#include "rules/Places.h"
#include "rules/Report.h"
#include "rules/Wording.h"

#include <QStringList>

namespace marquee::rules {

namespace {

class ClosedVocabulary : public ValueRule
{
public:
    using ValueRule::ValueRule;

    bool appliesTo(const catalog::Field &field) const override { return field.vocabulary && field.vocabulary->closed; }

    void check(const ValuePlace &place, Report &report) const override
    {
        if (!place.text.empty() && !place.field.vocabulary->find(place.text))
            report.add(*this, 0, std::string(place.text));
    }

    QString message(const Problem &problem, const Context &context) const override
    {
        const FieldAt at = fieldAt(context, problem.path);
        QStringList values;
        for (const catalog::Term &term : at.field->vocabulary->terms)
            values << words(term.value);
        return tr("“%1” isn't one of %2.").arg(words(problem.detail), values.join(QStringLiteral(", ")));
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        const auto meant = fieldAt(context, problem.path).field->vocabulary->nearest(problem.detail);
        return meant ? std::vector{changeTo(problem, context, *meant)} : std::vector<Fix>{};
    }
};

} // namespace

std::unique_ptr<Rule> makeAV003()
{
    return std::make_unique<ClosedVocabulary>(RuleInfo{
        "AV003", Severity::Error, Scope::Value, true, QT_TRANSLATE_NOOP("rules", "A value outside of a closed list"),
        QT_TRANSLATE_NOOP("rules", "The partner knows these values and no others."),
        QT_TRANSLATE_NOOP("rules", "MDDF Avails v2.6; Prime Video Avails API, payload examples")});
}

} // namespace marquee::rules
