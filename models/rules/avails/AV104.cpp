// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "payload/JsonText.h"
#include "rules/Report.h"
#include "rules/WindowId.h"
#include "rules/SharedKeyIndex.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class SameId : public AcrossWindowsRule
{
public:
    using AcrossWindowsRule::AcrossWindowsRule;

    std::unique_ptr<WindowIndex> makeIndex() const override
    {
        return std::make_unique<SharedKeyIndex<std::string>>([](const WindowSummary &window) { return window.id; });
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return tr("Another window has the same ID: number %1.").arg(words(problem.detail));
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        const payload::Pointer window = pointerOf(problem, context);
        return {fix("new", tr("Make a new ID"),
                    {payload::Edit::set(window.child("_TransactionID"), payload::encodeJsonString(newWindowId()))})};
    }
};

} // namespace

std::unique_ptr<Rule> makeAV104()
{
    return std::make_unique<SameId>(RuleInfo{
        "AV104", Severity::Error, Scope::Document, true, QT_TRANSLATE_NOOP("rules", "The same window ID twice"),
        QT_TRANSLATE_NOOP("rules", "The partner keeps one window an ID: the second overwrites the first."),
        QT_TRANSLATE_NOOP("rules", "Prime Video Avails API: the transaction ID identifies the window")});
}

} // namespace marquee::rules
