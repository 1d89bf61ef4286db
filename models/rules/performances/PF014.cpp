// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Catalog.h"
#include "catalog/DateTime.h"
#include "rules/AllRules.h"
#include "rules/PerformanceFacts.h"
#include "rules/Places.h"
#include "rules/Report.h"
#include "rules/Wording.h"

#include <cstdlib>

namespace marquee::rules {

namespace {

class OddWeekOrDay : public ObjectRule
{
public:
    using ObjectRule::ObjectRule;

    bool appliesTo(const catalog::ObjectType *type) const override { return type && type->name == "Performance"; }

    void check(const ObjectPlace &place, Report &report) const override
    {
        checkWeek(place, report);
        const auto date = dateOf(place, "Date");
        const auto reported = dateOf(place, "CinemaDate");
        constexpr std::int64_t Day = 24 * 60 * 60;
        if (date && reported && std::abs(*date - *reported) > Day)
            report.add(
                *this, FarDay, {}, {}, {static_cast<std::uint32_t>(place.memberOf(place.type->indexOf("CinemaDate")))});
    }

    QString message(const Problem &problem, const Context &) const override
    {
        switch (problem.variant) {
        case Week:
            return tr("Run week %1: the first is 1.").arg(words(problem.detail));
        case NoWeek:
            return tr("The run week is missing, and this is no preview.");
        default:
            return tr("The reporting date is more than a day away from the date.");
        }
    }

    payload::Pointer field(const Problem &problem, const Context &context) const override
    {
        const payload::Pointer pointer = pointerOf(problem, context);
        return problem.variant == NoWeek ? pointer.child("RunWeek") : pointer;
    }

private:
    enum Variant : std::uint8_t
    {
        Week,
        NoWeek,
        FarDay
    };

    void checkWeek(const ObjectPlace &place, Report &report) const
    {
        std::string scratch;
        const int member = place.memberOf(place.type->indexOf("RunWeek"));
        if (member >= 0) {
            const auto at = static_cast<std::uint32_t>(member);
            const std::string text(elementText(place.object.at(at), scratch));
            if (parseInteger(text).value_or(1) < 1)
                report.add(*this, Week, text, {}, {at});
            return;
        }
        // Only where the message says itself that it is no preview: the partner may know more of a partial one.
        if (elementText(place.object.member("IsPreview"), scratch) == "false"
            && !standsInOtherCase(place.object, "RunWeek")
            && missingFields(place.context.catalog, place.object).empty())
            report.add(*this, NoWeek);
    }

    static std::optional<std::int64_t> dateOf(const ObjectPlace &place, std::string_view name)
    {
        std::string scratch;
        return catalog::DateTime::parseDate(elementText(place.object.member(name), scratch));
    }
};

} // namespace

std::unique_ptr<Rule> makePF014()
{
    return std::make_unique<OddWeekOrDay>(RuleInfo{"PF014", Severity::Warning, Scope::Object, true,
        QT_TRANSLATE_NOOP("rules", "A run week or a reporting date that is hardly right"),
        QT_TRANSLATE_NOOP(
            "rules", "Reports are made by run week and reporting date; only previews are outside of run weeks."),
        QT_TRANSLATE_NOOP("rules", "Showtime Analytics, Performance Add/Update: RunWeek, IsPreview, CinemaDate")});
}

} // namespace marquee::rules
