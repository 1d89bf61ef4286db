// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/Report.h"
#include "rules/TermEdits.h"
#include "rules/WindowFacts.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class NoChannel : public WindowRule
{
public:
    using WindowRule::WindowRule;

    void check(const WindowFacts &window, Report &report) const override
    {
        if (window.licenceIs({"SVOD", "FVOD"}) && !window.term("ChannelIdentity"))
            report.add(*this, 0, std::string(window.licence.text));
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return tr("%1 without a channel identity.").arg(words(problem.detail));
    }

    payload::Pointer field(const Problem &problem, const Context &context) const override
    {
        return pointerOf(problem, context).child("Terms");
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        const payload::Value window = valueOf(problem, context);
        return {fix("insert", tr("Add the channel identity"), {insertTerm(context, window, pointerOf(problem, context), "ChannelIdentity", problem.detail == "FVOD" ? "FVOD" : "")})};
    }
};

} // namespace

std::unique_ptr<Rule> makeTM006()
{
    return std::make_unique<NoChannel>(RuleInfo{
        "TM006", Severity::Warning, Scope::Window, true, QT_TRANSLATE_NOOP("rules", "A subscription without channel identity"),
        QT_TRANSLATE_NOOP("rules", "The partner cannot tell to which subscription the window belongs."),
        QT_TRANSLATE_NOOP("rules", "Prime Video Avails API, payload examples")});
}

} // namespace marquee::rules
