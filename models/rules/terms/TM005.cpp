// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/Report.h"
#include "rules/WindowFacts.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class DownloadWord : public WindowRule
{
public:
    using WindowRule::WindowRule;

    void check(const WindowFacts &window, Report &report) const override
    {
        for (const TermFact &term : window.termList) {
            if (term.name == "Download" && term.kind == catalog::TermKind::Text && term.value.isString() && term.text != "Yes"
                && term.text != "No" && !term.text.empty())
                report.add(*this, 0, std::string(term.text), {},
                           {static_cast<std::uint32_t>(window.terms.member), term.item, static_cast<std::uint32_t>(term.valueMember)});
        }
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return tr("Download is Yes or No, not “%1”.").arg(words(problem.detail));
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        const auto meant = context.catalog.vocabulary("Download")->nearest(words(problem.detail).trimmed().toStdString());
        return meant ? std::vector{changeTo(problem, context, *meant)} : std::vector<Fix>{};
    }
};

} // namespace

std::unique_ptr<Rule> makeTM005()
{
    return std::make_unique<DownloadWord>(RuleInfo{
        "TM005", Severity::Error, Scope::Value, true, QT_TRANSLATE_NOOP("rules", "Download is neither Yes nor No"),
        QT_TRANSLATE_NOOP("rules", "The partner reads these two words and no others."),
        QT_TRANSLATE_NOOP("rules", "Prime Video Avails API, payload examples")});
}

} // namespace marquee::rules
