// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/Report.h"
#include "rules/SharedKeyIndex.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class SameContent : public AcrossWindowsRule
{
public:
    using AcrossWindowsRule::AcrossWindowsRule;

    std::unique_ptr<WindowIndex> makeIndex() const override
    {
        return std::make_unique<SharedKeyIndex<std::uint64_t>>([](const WindowSummary &window) { return window.content; });
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return tr("Window %1 says the same.").arg(words(problem.detail));
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        return {fix("remove", tr("Remove this one"), {payload::Edit::remove(pointerOf(problem, context))})};
    }
};

} // namespace

std::unique_ptr<Rule> makeAV105()
{
    return std::make_unique<SameContent>(RuleInfo{
        "AV105", Severity::Warning, Scope::Document, true, QT_TRANSLATE_NOOP("rules", "Two windows equal but for their ID"),
        QT_TRANSLATE_NOOP("rules", "The second says nothing that the first does not say."),
        QT_TRANSLATE_NOOP("rules", "MovieLabs avails validation: duplicate lines")});
}

} // namespace marquee::rules
