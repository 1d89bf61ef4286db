// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/PerformanceIndex.h"
#include "rules/SharedKeyIndex.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class SamePerformance : public AcrossPerformancesRule
{
public:
    using AcrossPerformancesRule::AcrossPerformancesRule;

    std::unique_ptr<PerformanceIndex> makeIndex() const override
    {
        return std::make_unique<SharedKeyIndex<std::string, PerformanceIndex>>(
            [](const PerformanceSummary &one) { return one.key; });
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return tr("Another performance of this message has the same ID at the same site: number %1.")
            .arg(words(problem.detail));
    }
};

} // namespace

std::unique_ptr<Rule> makePF010()
{
    return std::make_unique<SamePerformance>(RuleInfo{"PF010", Severity::Warning, Scope::Document, true,
        QT_TRANSLATE_NOOP("rules", "The same performance twice in one message"),
        QT_TRANSLATE_NOOP("rules", "ID and site name a performance; the second changes what the first has just said."),
        QT_TRANSLATE_NOOP("rules", "Showtime Analytics, Performance Add/Update: ID and SiteID")});
}

} // namespace marquee::rules
