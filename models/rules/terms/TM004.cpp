// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/Report.h"
#include "rules/WindowFacts.h"
#include "rules/Wording.h"

#include <algorithm>

namespace marquee::rules {

namespace {

class TermTwice : public WindowRule
{
public:
    using WindowRule::WindowRule;

    void check(const WindowFacts &window, Report &report) const override
    {
        for (std::size_t i = 1; i < window.termList.size(); ++i) {
            const TermFact &term = window.termList[i];
            const auto before = window.termList.begin() + static_cast<std::ptrdiff_t>(i);
            if (!term.name.empty() && std::any_of(window.termList.begin(), before, [&term](const TermFact &t) { return t.name == term.name; }))
                report.add(*this, 0, std::string(term.name), {}, {static_cast<std::uint32_t>(window.terms.member), term.item});
        }
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return tr("The term %1 stands in this window more than once.").arg(words(problem.detail));
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        const payload::Value terms = holderOf(problem, context);
        const payload::Pointer list = pointerOf(problem, context).parent();
        std::vector<payload::Edit> edits;
        for (std::uint32_t i = terms.size(); i-- > 0;) {
            if (i != problem.path.back() && terms.at(i).member("_termName").string() == problem.detail)
                edits.push_back(payload::Edit::remove(list.child(i)));
        }
        return {fix("keep", tr("Keep this one"), std::move(edits))};
    }
};

} // namespace

std::unique_ptr<Rule> makeTM004()
{
    return std::make_unique<TermTwice>(RuleInfo{
        "TM004", Severity::Warning, Scope::Window, true, QT_TRANSLATE_NOOP("rules", "The same term twice in a window"),
        QT_TRANSLATE_NOOP("rules", "Which of the two holds is anybody's guess."),
        QT_TRANSLATE_NOOP("rules", "MDDF Avails v2.6")});
}

} // namespace marquee::rules
