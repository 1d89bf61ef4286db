// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/AvailFacts.h"
#include "rules/Report.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class OneWindow : public AvailRule
{
public:
    using AvailRule::AvailRule;

    void check(const AvailFacts &avail, Report &report) const override
    {
        const std::int64_t member = avail.avail.indexOf("Transaction");
        if (!avail.isEntry("PartialExtract") || avail.windows.count == 1 || member < 0)
            return;
        report.add(*this, 0, std::to_string(avail.windows.count), {}, {static_cast<std::uint32_t>(member)});
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return tr("A partial extract has exactly one window; here are %1.").arg(words(problem.detail));
    }
};

} // namespace

std::unique_ptr<Rule> makeAV106()
{
    return std::make_unique<OneWindow>(RuleInfo{
        "AV106", Severity::Error, Scope::Document, true, QT_TRANSLATE_NOOP("rules", "A partial extract without exactly one window"),
        QT_TRANSLATE_NOOP("rules", "A partial extract speaks of the one window that its address names."),
        QT_TRANSLATE_NOOP("rules", "Prime Video Avails API, payload examples")});
}

} // namespace marquee::rules
