// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/PerformanceFacts.h"
#include "rules/Places.h"
#include "rules/ProductionFacts.h"
#include "rules/Report.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class NoIds : public ObjectRule
{
public:
    using ObjectRule::ObjectRule;

    bool appliesTo(const catalog::ObjectType *type) const override
    {
        return type && (type->name == "ProductionQuery" || type->name == "ProductionIds");
    }

    void check(const ObjectPlace &place, Report &report) const override
    {
        const std::int64_t index = place.object.indexOf("ids");
        if (index < 0) {
            if (!isForVenue(place.object))
                report.add(*this, Absent);
            return;
        }
        const auto member = static_cast<std::uint32_t>(index);
        const payload::Value ids = place.object.at(member);
        if (ids.isArray() && ids.size() == 0)
            report.add(*this, None, {}, {}, {member});
        std::string scratch;
        for (std::uint32_t i = 0; ids.isArray() && i < ids.size(); ++i) {
            if (ids.at(i).isString() && isBlankText(ids.at(i).string(scratch)))
                report.add(*this, Empty, {}, {}, {member, i});
        }
    }

    QString message(const Problem &problem, const Context &) const override
    {
        switch (problem.variant) {
        case Absent:
            return tr("No IDs are asked for. Add “ids”, or a venue with its dates.");
        case None:
            return tr("The list of IDs is empty. Add the productions that you want.");
        default:
            return tr("This ID is empty. Write one, or take it out.");
        }
    }

    payload::Pointer field(const Problem &problem, const Context &context) const override
    {
        const payload::Pointer place = pointerOf(problem, context);
        return problem.variant == Absent ? place.child("ids") : place;
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        // The last one stays: without it the list would be empty, which is no better.
        if (problem.variant != Empty || holderOf(problem, context).size() < 2)
            return {};
        return {fix("remove", tr("Take it out"), {payload::Edit::remove(pointerOf(problem, context))})};
    }

private:
    enum Variant : std::uint8_t
    {
        Absent,
        None,
        Empty
    };
};

} // namespace

std::unique_ptr<Rule> makeAT001()
{
    return std::make_unique<NoIds>(RuleInfo{"AT001", Severity::Error, Scope::Object, true,
        QT_TRANSLATE_NOOP("rules", "No production is asked for"),
        QT_TRANSLATE_NOOP(
            "rules", "A question for production details needs a list of IDs, and each of them has to say something."),
        QT_TRANSLATE_NOOP("rules", "Atom Tickets, Production Models: GetProductionDetailsRequest")});
}

} // namespace marquee::rules
