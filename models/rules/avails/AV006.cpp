// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "catalog/Catalog.h"
#include "catalog/DateTime.h"
#include "rules/Places.h"
#include "rules/Report.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

/// An event may be a date without time: MDDF allows that.
class DateTimeForm : public ValueRule
{
public:
    using ValueRule::ValueRule;

    bool appliesTo(const catalog::Field &field) const override { return field.type == catalog::FieldType::DateTime; }

    void check(const ValuePlace &place, Report &report) const override
    {
        if (place.text.find_first_not_of(' ') == std::string_view::npos)
            return; // AV012
        const auto parsed = catalog::DateTime::parse(place.text);
        if (parsed && !parsed->isZ)
            report.add(*this, Severity::Hint, Offset, std::string(place.text));
        else if (!parsed && !(place.field.name == "Event" && catalog::DateTime::parseDate(place.text)))
            report.add(*this, catalog::DateTime::hasForm(place.text) ? NotReal : NotTheForm, std::string(place.text));
    }

    QString message(const Problem &problem, const Context &) const override
    {
        const QString text = words(problem.detail);
        if (problem.variant == NotReal)
            return tr("%1 is no real date or time.").arg(text);
        if (problem.variant == NotTheForm)
            return tr("“%1” isn't a date-time such as 2027-01-31T09:00:00Z.").arg(text);
        return tr("%1 is %2 in UTC.").arg(text, words(utc(problem.detail)));
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        if (problem.variant == Offset)
            return {changeTo(problem, context, utc(problem.detail))};
        const auto typed = catalog::DateTime::parseTyped(words(problem.detail));
        return typed ? std::vector{changeTo(problem, context, catalog::DateTime::format(*typed))} : std::vector<Fix>{};
    }

private:
    enum Variant : std::uint8_t { NotTheForm, NotReal, Offset };

    static std::string utc(const std::string &text)
    {
        return catalog::DateTime::format(catalog::DateTime::parse(text)->epochSeconds);
    }
};

} // namespace

std::unique_ptr<Rule> makeAV006()
{
    return std::make_unique<DateTimeForm>(RuleInfo{
        "AV006", Severity::Error, Scope::Value, false, QT_TRANSLATE_NOOP("rules", "A date-time that is not one"),
        QT_TRANSLATE_NOOP("rules", "Windows open and close at exact moments; a partner reads nothing but this form."),
        QT_TRANSLATE_NOOP("rules", "MDDF Avails v2.6 (xs:dateTime); Prime Video Avails API, payload examples")});
}

} // namespace marquee::rules
