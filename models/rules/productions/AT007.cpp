// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/Places.h"
#include "rules/ProductionFacts.h"
#include "rules/Report.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

std::string joined(const std::vector<std::string> &names)
{
    constexpr std::size_t most = 2000; // a problem is small; Productions.h lists all of them
    std::string text;
    for (const std::string &name : names) {
        if (text.size() > most)
            return text + ", \xe2\x80\xa6";
        text += (text.empty() ? "" : ", ") + name;
    }
    return text;
}

/// One problem a production, whatever it lacks or has too much.
class OtherMembers : public ObjectRule
{
public:
    using ObjectRule::ObjectRule;

    bool appliesTo(const catalog::ObjectType *type) const override { return type && type->name == "Production"; }

    void check(const ObjectPlace &place, Report &report) const override
    {
        const ProductionMembers members = membersOf(place.object);
        if (!members.missing.empty() || !members.undocumented.empty())
            report.add(*this, 0, joined(members.missing), joined(members.undocumented));
    }

    QString message(const Problem &problem, const Context &) const override
    {
        if (problem.other.empty())
            return tr("Documented, but not there: %1.").arg(words(problem.detail));
        if (problem.detail.empty())
            return tr("There, but not documented: %1.").arg(words(problem.other));
        return tr("Documented, but not there: %1. There, but not documented: %2.")
            .arg(words(problem.detail), words(problem.other));
    }
};

} // namespace

std::unique_ptr<Rule> makeAT007()
{
    return std::make_unique<OtherMembers>(RuleInfo{"AT007", Severity::Hint, Scope::Object, true,
        QT_TRANSLATE_NOOP("rules", "A production that isn't as documented"),
        QT_TRANSLATE_NOOP("rules", "Replies are known to differ from the documentation; nothing of them is dropped."),
        QT_TRANSLATE_NOOP("rules", "Atom Tickets, Production Models: ProductionDetail")});
}

} // namespace marquee::rules
