// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/AvailFacts.h"
#include "rules/Report.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class OneTerritory : public AvailRule
{
public:
    using AvailRule::AvailRule;

    void check(const AvailFacts &avail, Report &report) const override
    {
        const std::int64_t member = avail.avail.indexOf("Transaction");
        if (!avail.isEntry("FullExtract") || member < 0)
            return;
        const auto at = static_cast<std::uint32_t>(member);
        if (avail.windows.territories.size() > 1)
            report.add(*this, Territories, std::to_string(avail.windows.territories.size()), {}, {at});
        if (avail.windows.businessLines.size() > 1)
            report.add(*this, BusinessLines, std::to_string(avail.windows.businessLines.size()), {}, {at});
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return problem.variant == Territories
            ? tr("This full extract covers %1 territories; each belongs into a document of its own.").arg(words(problem.detail))
            : tr("This full extract covers %1 lines of business; each belongs into a document of its own.").arg(words(problem.detail));
    }

private:
    enum Variant : std::uint8_t { Territories, BusinessLines };
};

} // namespace

std::unique_ptr<Rule> makeAV108()
{
    return std::make_unique<OneTerritory>(RuleInfo{
        "AV108", Severity::Warning, Scope::Document, true, QT_TRANSLATE_NOOP("rules", "A full extract over several territories or lines of business"),
        QT_TRANSLATE_NOOP("rules", "A full extract replaces all windows of one title in one territory and one line of business; several at once may replace too little or too much."),
        QT_TRANSLATE_NOOP("rules", "Prime Video Avails API, payload examples")});
}

} // namespace marquee::rules
