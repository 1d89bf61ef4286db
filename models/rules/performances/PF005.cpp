// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Catalog.h"
#include "rules/AllRules.h"
#include "rules/FieldEdits.h"
#include "rules/PerformanceFacts.h"
#include "rules/Places.h"
#include "rules/Report.h"
#include "rules/Wording.h"

#include <QRegularExpression>

namespace marquee::rules {

using namespace Qt::StringLiterals;

namespace {

using catalog::FieldType;

class TruthOrNumber : public ValueRule
{
public:
    using ValueRule::ValueRule;

    bool appliesTo(const catalog::Field &field) const override
    {
        return field.type == FieldType::Boolean || field.type == FieldType::Integer || field.type == FieldType::Count
            || field.type == FieldType::Sequence;
    }

    void check(const ValuePlace &place, Report &report) const override
    {
        switch (place.field.type) {
        case FieldType::Boolean:
            if (place.text != "true" && place.text != "false")
                report.add(*this, isBlankText(place.text) ? Empty : Truth);
            break;
        case FieldType::Sequence:
            if (!isBlankText(place.text) && parseInteger(place.text).value_or(0) <= 0) // PF001 speaks of an empty one
                report.add(*this, Sequence);
            break;
        case FieldType::Count:
            if (!isBlankText(place.text) && !parseInteger(place.text)) // PF008 speaks of an empty one
                report.add(*this, Number);
            break;
        default:
            if (!parseInteger(place.text)
                && !(place.field.name == "#text" && hasPoint(place.text))) // PF006 speaks of a point
                report.add(*this, isBlankText(place.text) ? Empty : Number);
        }
    }

    QString message(const Problem &problem, const Context &context) const override
    {
        const QString text = words(textOf(problem, context));
        switch (problem.variant) {
        case Truth:
            return tr("“%1” is neither true nor false.").arg(text);
        case Sequence:
            return tr("“%1” is no whole number above 0 that a message can be numbered with.").arg(text);
        case Empty: {
            const FieldAt at = fieldAt(context, problem.path);
            return tr("%1 is empty. Leave it out where the partner is to keep what it has.")
                .arg(at.field ? at.field->label : QString());
        }
        default:
            return tr("“%1” is no whole number.").arg(text);
        }
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        if (problem.variant == Empty) {
            auto edit = removeField(context, elementOf(problem, context));
            return edit ? std::vector{fix("remove", tr("Leave it out"), {*std::move(edit)})} : std::vector<Fix>();
        }
        const QString text = QString::fromStdString(textOf(problem, context)).trimmed();
        const std::string right = problem.variant == Truth ? truthOf(text) : numberOf(text);
        if (right.empty() || (problem.variant == Sequence && parseInteger(right).value_or(0) <= 0))
            return {};
        return {changeTo(problem, context, right)};
    }

private:
    enum Variant : std::uint8_t
    {
        Truth,
        Number,
        Sequence,
        Empty
    };

    static bool hasPoint(std::string_view text)
    {
        return text.find_first_of(".,") != std::string_view::npos
            && text.find_first_of("0123456789") != std::string_view::npos;
    }

    static std::string textOf(const Problem &problem, const Context &context)
    {
        std::string scratch;
        return std::string(elementText(valueOf(problem, context), scratch));
    }

    /// The element that goes where its number is left out.
    static payload::Pointer elementOf(const Problem &problem, const Context &context)
    {
        const payload::Pointer pointer = pointerOf(problem, context);
        return !pointer.isRoot() && pointer.tokens.back().text == "#text" ? pointer.parent() : pointer;
    }

    static std::string truthOf(const QString &text)
    {
        const QString word = text.toLower();
        for (const char16_t *yes : {u"true", u"yes", u"y", u"1", u"t", u"on"}) {
            if (word == QStringView(yes))
                return "true";
        }
        for (const char16_t *no : {u"false", u"no", u"n", u"0", u"f", u"off"}) {
            if (word == QStringView(no))
                return "false";
        }
        return {};
    }

    /// The same number without what doesn't belong in it: blanks around, a plus, a fraction of zeros.
    static std::string numberOf(const QString &text)
    {
        static const QRegularExpression form(u"^\\+?(-?\\d+)(?:\\.0*)?$"_s);
        const auto match = form.match(text);
        const std::string number = match.captured(1).toStdString();
        return match.hasMatch() && parseInteger(number) ? number : std::string();
    }
};

} // namespace

std::unique_ptr<Rule> makePF005()
{
    return std::make_unique<TruthOrNumber>(RuleInfo{"PF005", Severity::Error, Scope::Value, true,
        QT_TRANSLATE_NOOP("rules", "Neither true nor false, or no whole number"),
        QT_TRANSLATE_NOOP("rules", "An entity whose values aren't of the documented types is rejected."),
        QT_TRANSLATE_NOOP(
            "rules", "Showtime Analytics, Performance Add/Update: types of the fields; response code 101")});
}

} // namespace marquee::rules
