// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "payload/JsonText.h"
#include "rules/Report.h"
#include "rules/WindowFacts.h"
#include "rules/WindowId.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class WindowId : public WindowRule
{
public:
    using WindowRule::WindowRule;

    void check(const WindowFacts &window, Report &report) const override
    {
        if (window.avail().entryType == "PartialExtract" && !window.id.stands())
            report.add(*this);
    }

    QString message(const Problem &, const Context &) const override
    {
        return tr("A partial extract's window needs an ID (_TransactionID).");
    }

    payload::Pointer field(const Problem &problem, const Context &context) const override
    {
        return pointerOf(problem, context).child("_TransactionID");
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        return {fix("insert", tr("Make an ID"),
                    {payload::Edit::insertMember(pointerOf(problem, context), "_TransactionID",
                                                 payload::encodeJsonString(newWindowId()), 0)})};
    }
};

} // namespace

std::unique_ptr<Rule> makeAV107()
{
    return std::make_unique<WindowId>(RuleInfo{
        "AV107", Severity::Error, Scope::Window, true, QT_TRANSLATE_NOOP("rules", "A partial extract without window ID"),
        QT_TRANSLATE_NOOP("rules", "The window ID is how the partner knows which window is meant."),
        QT_TRANSLATE_NOOP("rules", "Prime Video Avails API, payload examples")});
}

} // namespace marquee::rules
