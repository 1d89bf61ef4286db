// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/Places.h"
#include "rules/ProductionFacts.h"
#include "rules/Report.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class MoreThanAPage : public ObjectRule
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
        const auto size = pageSizeOf(place.object);
        if (index < 0 || !size)
            return;
        const auto member = static_cast<std::uint32_t>(index);
        const payload::Value ids = place.object.at(member);
        if (ids.isArray() && ids.size() > *size)
            report.add(*this, 0, std::to_string(ids.size()), std::to_string(*size), {member});
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return tr("%1 IDs are asked for, and a page holds %2: the reply comes in pages.")
            .arg(words(problem.detail), words(problem.other));
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        const std::uint32_t count = valueOf(problem, context).size();
        if (count > largestPageSize)
            return {};
        const std::string size = std::to_string(count);
        const payload::Pointer place = payload::Pointer().child("pageSize");
        // A lone list of ids has no page size in the catalogue; with one, it is a question.
        const payload::Edit edit = context.document.find(place)
            ? payload::Edit::set(place, size)
            : payload::Edit::insertMember(payload::Pointer(), "pageSize", size);
        return {fix("pageSize", tr("Ask for all %1 on one page").arg(count), {edit})};
    }
};

} // namespace

std::unique_ptr<Rule> makeAT004()
{
    return std::make_unique<MoreThanAPage>(RuleInfo{"AT004", Severity::Warning, Scope::Object, true,
        QT_TRANSLATE_NOOP("rules", "More productions than a page holds"),
        QT_TRANSLATE_NOOP("rules",
            "The reply holds only the first of them; the others stand on further pages, which have to be asked for."),
        QT_TRANSLATE_NOOP("rules", "Atom Tickets, Production Models: pageSize (default 25, max 100)")});
}

} // namespace marquee::rules
