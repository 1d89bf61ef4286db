// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/Report.h"
#include "rules/WindowFacts.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class AllowedAndHoldback : public WindowRule
{
public:
    using WindowRule::WindowRule;

    void check(const WindowFacts &window, Report &report) const override
    {
        if (!window.allowedLanguages.empty() && !window.holdbackLanguages.empty())
            report.add(*this, 0, {}, {}, {static_cast<std::uint32_t>(window.holdbackLanguage.member)});
    }

    QString message(const Problem &, const Context &) const override
    {
        return tr("A window has allowed languages or holdback languages, not both.");
    }
};

} // namespace

std::unique_ptr<Rule> makeAV111()
{
    return std::make_unique<AllowedAndHoldback>(RuleInfo{
        "AV111", Severity::Error, Scope::Window, true, QT_TRANSLATE_NOOP("rules", "Allowed and holdback languages together"),
        QT_TRANSLATE_NOOP("rules", "The two say opposite things: only these, and all but these."),
        QT_TRANSLATE_NOOP("rules", "Prime Video, language holdback and allowed languages; EMA data dictionary")});
}

} // namespace marquee::rules
