// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/Places.h"
#include "rules/ProductionFacts.h"
#include "rules/Report.h"
#include "rules/Wording.h"

#include <QLocale>

namespace marquee::rules {

namespace {

constexpr std::int64_t day = 24 * 60 * 60;
constexpr std::int64_t longest = 7 * day;

class LongSpan : public ObjectRule
{
public:
    using ObjectRule::ObjectRule;

    bool appliesTo(const catalog::ObjectType *type) const override { return type && type->name == "ProductionQuery"; }

    void check(const ObjectPlace &place, Report &report) const override
    {
        checkPair(place.object, "isoStartDate", "isoEndDate", report);
        checkPair(place.object, "localStartDate", "localEndDate", report);
    }

    QString message(const Problem &problem, const Context &) const override
    {
        const double days = QString::fromStdString(problem.detail).toDouble() / static_cast<double>(day);
        return tr("This asks for %1 days; the partner answers for at most 7.").arg(QLocale().toString(days, 'f', 1));
    }

private:
    void checkPair(const payload::Value &query, const char *startName, const char *endName, Report &report) const
    {
        const auto start = QueryDate::parse(query.member(startName).string());
        const auto end = QueryDate::parse(query.member(endName).string());
        if (start && end && end->seconds - start->seconds > longest)
            report.add(*this, 0, std::to_string(end->seconds - start->seconds), {},
                {static_cast<std::uint32_t>(query.indexOf(endName))});
    }
};

} // namespace

std::unique_ptr<Rule> makeAT006()
{
    return std::make_unique<LongSpan>(RuleInfo{"AT006", Severity::Warning, Scope::Value, true,
        QT_TRANSLATE_NOOP("rules", "More than seven days at once"),
        QT_TRANSLATE_NOOP("rules",
            "The older documentation gives a span of seven days as the longest; what happens beyond isn't said."),
        QT_TRANSLATE_NOOP("rules", "Atom Tickets, partner API: difference of start and end (default 1 day, max 7)")});
}

} // namespace marquee::rules
