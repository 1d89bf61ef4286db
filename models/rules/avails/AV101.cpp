// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/Report.h"
#include "rules/WindowFacts.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class StartAfterEnd : public WindowRule
{
public:
    using WindowRule::WindowRule;

    void check(const WindowFacts &window, Report &report) const override
    {
        if (window.startTime && window.endTime && *window.startTime >= *window.endTime)
            report.add(*this, *window.startTime == *window.endTime ? Equal : Before, {}, {},
                       {static_cast<std::uint32_t>(window.end.member)});
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return problem.variant == Equal ? tr("End is the same as Start.") : tr("End is before Start.");
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        if (problem.variant == Equal)
            return {};
        const payload::Pointer window = pointerOf(problem, context).parent();
        const payload::Value object = holderOf(problem, context);
        return {fix("swap", tr("Swap dates"),
                    {payload::Edit::set(window.child("Start"), object.member("End").raw()),
                     payload::Edit::set(window.child("End"), object.member("Start").raw())})};
    }

private:
    enum Variant : std::uint8_t { Before, Equal };
};

} // namespace

std::unique_ptr<Rule> makeAV101()
{
    return std::make_unique<StartAfterEnd>(RuleInfo{
        "AV101", Severity::Error, Scope::Window, true, QT_TRANSLATE_NOOP("rules", "End is not after Start"),
        QT_TRANSLATE_NOOP("rules", "A window that ends before it begins never opens."),
        QT_TRANSLATE_NOOP("rules", "MovieLabs avails validation: Start before End, and not equal")});
}

} // namespace marquee::rules
