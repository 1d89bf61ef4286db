// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "catalog/Catalog.h"
#include "payload/JsonText.h"
#include "rules/Places.h"
#include "rules/Report.h"
#include "rules/Wording.h"

#include <algorithm>

namespace marquee::rules {

namespace {

using catalog::FieldType;

class EmptyText : public ValueRule
{
public:
    using ValueRule::ValueRule;

    bool appliesTo(const catalog::Field &field) const override
    {
        switch (field.type) {
        case FieldType::Text:
        case FieldType::Id:
        case FieldType::DateTime:
        case FieldType::Duration:
        case FieldType::Language:
        case FieldType::Country:
        case FieldType::Currency:
            return true;
        default:
            return false;
        }
    }

    void check(const ValuePlace &place, Report &report) const override
    {
        const std::string_view text = place.text;
        if (!text.empty() && !isBlank(text.front()) && !isBlank(text.back()))
            return;
        if (std::all_of(text.begin(), text.end(), isBlank))
            report.add(*this, Empty);
        else
            report.add(*this, Severity::Warning, Padded);
    }

    QString message(const Problem &problem, const Context &context) const override
    {
        const FieldAt at = fieldAt(context, problem.path);
        const QString label = at.field ? at.field->label : tr("The text");
        return problem.variant == Empty ? tr("%1 is empty.").arg(label)
                                        : tr("%1 begins or ends with a blank.").arg(label);
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        if (problem.variant == Padded)
            return {fix("trim", tr("Remove the blanks"),
                        {payload::Edit::set(pointerOf(problem, context),
                                            payload::encodeJsonString(words(valueOf(problem, context).string()).trimmed()))})};
        const FieldAt at = fieldAt(context, problem.path);
        const bool required = at.field && at.field->required != catalog::Requirement::Never && !at.isItem;
        return required ? std::vector<Fix>{}
                        : std::vector{fix("remove", tr("Remove it"), {payload::Edit::remove(pointerOf(problem, context))})};
    }

private:
    enum Variant : std::uint8_t { Empty, Padded };

    static bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
};

} // namespace

std::unique_ptr<Rule> makeAV012()
{
    return std::make_unique<EmptyText>(RuleInfo{
        "AV012", Severity::Error, Scope::Value, true, QT_TRANSLATE_NOOP("rules", "Empty text, or blanks around it"),
        QT_TRANSLATE_NOOP("rules", "An empty value is neither absent nor a value; blanks make equal ids differ."),
        QT_TRANSLATE_NOOP("rules", "Prime Video Avails API, payload examples")});
}

} // namespace marquee::rules
