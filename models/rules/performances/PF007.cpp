// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Catalog.h"
#include "rules/AllRules.h"
#include "rules/PerformanceFacts.h"
#include "rules/Places.h"
#include "rules/Report.h"
#include "rules/Wording.h"

#include <cmath>

namespace marquee::rules {

namespace {

class OddPercentage : public ObjectRule
{
public:
    using ObjectRule::ObjectRule;

    bool appliesTo(const catalog::ObjectType *type) const override { return type && type->name == "Performance"; }

    void check(const ObjectPlace &place, Report &report) const override
    {
        const int member = place.memberOf(place.type->indexOf("DistributorPercentage"));
        if (member < 0)
            return;
        const auto at = static_cast<std::uint32_t>(member);
        std::string scratch[2];
        const payload::Value value = place.object.at(at);
        const ScaledNumber number = ScaledNumber::read(value, scratch);
        const auto digits = parseInteger(number.digits);
        const auto places = number.places();
        if (!digits || !places)
            return;
        std::int64_t hundred = 100;
        for (int i = 0; i < *places; ++i)
            hundred *= 10;
        if (*digits >= 0 && *digits <= hundred)
            return;
        const std::string share
            = QString::number(static_cast<double>(*digits) / std::pow(10, *places), 'g', 15).toStdString();
        const std::int64_t text = value.indexOf("#text");
        if (text < 0)
            report.add(*this, 0, share, {}, {at});
        else
            report.add(*this, 0, share, {}, {at, static_cast<std::uint32_t>(text)});
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return tr("With its precision this is %1 %, which is no part of a whole.").arg(words(problem.detail));
    }
};

} // namespace

std::unique_ptr<Rule> makePF007()
{
    return std::make_unique<OddPercentage>(RuleInfo{"PF007", Severity::Warning, Scope::Value, true,
        QT_TRANSLATE_NOOP("rules", "A percentage below 0 or above 100"),
        QT_TRANSLATE_NOOP("rules", "Mostly the precision is wrong, and the distributor's share by a factor of ten."),
        QT_TRANSLATE_NOOP("rules", "Showtime Analytics, Performance Add/Update: DistributorPercentage")});
}

} // namespace marquee::rules
