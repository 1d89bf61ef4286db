// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/Report.h"
#include "rules/WindowFacts.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class EndInThePast : public WindowRule
{
public:
    using WindowRule::WindowRule;

    void check(const WindowFacts &window, Report &report) const override
    {
        if (window.endTime && *window.endTime < window.context().now && !window.avail().reply)
            report.add(*this, 0, {}, {}, {static_cast<std::uint32_t>(window.end.member)});
    }

    QString message(const Problem &, const Context &) const override { return tr("End lies in the past."); }
};

} // namespace

std::unique_ptr<Rule> makeAV102()
{
    return std::make_unique<EndInThePast>(RuleInfo{
        "AV102", Severity::Warning, Scope::Window, true, QT_TRANSLATE_NOOP("rules", "End lies in the past"),
        QT_TRANSLATE_NOOP("rules", "Nobody can be shown the title in a window that is over."),
        QT_TRANSLATE_NOOP("rules", "Prime Video Avails API; this program")});
}

} // namespace marquee::rules
