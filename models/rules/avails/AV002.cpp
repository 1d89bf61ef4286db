// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "catalog/Catalog.h"
#include "catalog/Decimal.h"
#include "payload/JsonText.h"
#include "rules/Places.h"
#include "rules/Report.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

using catalog::FieldType;

/// Found by the walk itself, which lets no other rule look at such a value.
class WrongType : public Rule
{
public:
    using Rule::Rule;

    QString message(const Problem &problem, const Context &context) const override
    {
        const FieldAt at = fieldAt(context, problem.path);
        if (!at.field)
            return tr("This value has the wrong type.");
        return tr("%1 has to be %2, not %3.")
            .arg(at.field->label, expected(*at.field, at.isItem), found(valueOf(problem, context)));
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        const FieldAt at = fieldAt(context, problem.path);
        const auto json = at.field ? converted(valueOf(problem, context), *at.field, at.isItem) : std::nullopt;
        if (!json)
            return {};
        return {fix("convert", tr("Write it as %1").arg(words(*json)),
                    {payload::Edit::set(pointerOf(problem, context), *json)})};
    }

private:
    static QString expected(const catalog::Field &field, bool isItem)
    {
        if (field.list && !isItem)
            return tr("a list in [ ]");
        switch (field.type) {
        case FieldType::Object:
            return tr("an object in { }");
        case FieldType::Integer:
        case FieldType::Count:
        case FieldType::Decimal:
            return tr("a number");
        case FieldType::Boolean:
            return tr("true or false");
        default:
            return tr("text in quotes");
        }
    }

    static QString found(const payload::Value &value)
    {
        switch (value.kind()) {
        case payload::Kind::Object:
            return tr("an object");
        case payload::Kind::Array:
            return tr("a list");
        case payload::Kind::Number:
            return tr("a number");
        case payload::Kind::String:
            return tr("text");
        case payload::Kind::Null:
            return tr("null");
        default:
            return tr("true or false");
        }
    }

    /// The same in the right type, where nothing is lost.
    static std::optional<std::string> converted(const payload::Value &value, const catalog::Field &field, bool isItem)
    {
        if (field.list && !isItem)
            return value.isArray() || value.kind() == payload::Kind::Null ? std::nullopt
                                                                          : std::optional('[' + value.raw() + ']');
        const std::string text = value.string();
        switch (field.type) {
        case FieldType::Object:
            return value.isString() && field.object->find("value")
                ? std::optional("{\"value\":" + value.raw() + '}') : std::nullopt;
        case FieldType::Integer:
        case FieldType::Count:
        case FieldType::Decimal:
            return value.isString() && catalog::Decimal::parse(text) ? std::optional(text) : std::nullopt;
        case FieldType::Boolean:
            return text == "true" || text == "false" ? std::optional(text) : std::nullopt;
        default:
            return value.isNumber() || value.isBoolean() ? std::optional(payload::encodeJsonString(value.raw())) : std::nullopt;
        }
    }
};

} // namespace

std::unique_ptr<Rule> makeAV002()
{
    return std::make_unique<WrongType>(RuleInfo{
        "AV002", Severity::Error, Scope::Value, false, QT_TRANSLATE_NOOP("rules", "A value of the wrong JSON type"),
        QT_TRANSLATE_NOOP("rules", "A number where text belongs, or one value where a list belongs, is refused or misread."),
        QT_TRANSLATE_NOOP("rules", "Prime Video Avails API, payload schemas")});
}

} // namespace marquee::rules
