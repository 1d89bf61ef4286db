// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/PerformanceFacts.h"
#include "rules/Places.h"
#include "rules/Report.h"
#include "rules/Wording.h"

#include <unordered_set>

namespace marquee::rules {

namespace {

/// The same id twice. Every occurrence but the first is reported.
class DoubledId : public ObjectRule
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
        if (index < 0)
            return;
        const auto member = static_cast<std::uint32_t>(index);
        const payload::Value ids = place.object.at(member);
        std::unordered_set<std::string> seen;
        for (std::uint32_t i = 0; ids.isArray() && i < ids.size(); ++i) {
            if (!ids.at(i).isString())
                continue;
            std::string id = ids.at(i).string();
            if (!isBlankText(id) && !seen.insert(id).second)
                report.add(*this, 0, std::move(id), {}, {member, i});
        }
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return tr("“%1” is asked for more than once.").arg(words(problem.detail));
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        return {fix("remove", tr("Take this one out"), {payload::Edit::remove(pointerOf(problem, context))})};
    }
};

} // namespace

std::unique_ptr<Rule> makeAT002()
{
    return std::make_unique<DoubledId>(RuleInfo{"AT002", Severity::Warning, Scope::Object, true,
        QT_TRANSLATE_NOOP("rules", "A production that is asked for twice"),
        QT_TRANSLATE_NOOP("rules", "Nobody says whether it comes back once or twice, and it takes a place on a page."),
        QT_TRANSLATE_NOOP(
            "rules", "Atom Tickets, Production Models: GetProductionDetailsRequest; what isn't said there")});
}

} // namespace marquee::rules
