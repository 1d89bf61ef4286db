// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "catalog/LanguageTags.h"
#include "rules/Report.h"
#include "rules/WindowFacts.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class LanguageTwice : public WindowRule
{
public:
    using WindowRule::WindowRule;

    void check(const WindowFacts &window, Report &report) const override
    {
        checkList(window.assetLanguages, window.assetLanguage.member, false, report);
        checkList(window.allowedLanguages, window.allowedLanguage.member, false, report);
        checkList(window.holdbackLanguages, window.holdbackLanguage.member, true, report);
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return problem.variant == Covered
            ? tr("%1 is held back already, by %2.").arg(words(problem.detail), words(problem.other))
            : tr("%1 stands in this list already.").arg(words(problem.detail));
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        return {fix("remove", tr("Remove it"), {payload::Edit::remove(pointerOf(problem, context))})};
    }

private:
    enum Variant : std::uint8_t { Twice, Covered };

    void checkList(const std::vector<LanguageFact> &list, int member, bool holdback, Report &report) const
    {
        for (std::size_t i = 0; i < list.size(); ++i) {
            for (std::size_t j = 0; j < list.size(); ++j) {
                if (i == j || list[i].asset != list[j].asset || list[i].tag.empty())
                    continue;
                const bool twice = j < i && list[i].tag == list[j].tag;
                const bool covered = holdback && list[i].tag != list[j].tag
                    && catalog::LanguageTags::covers(list[j].tag, list[i].tag);
                if (!twice && !covered)
                    continue;
                report.add(*this, twice ? Twice : Covered, std::string(list[i].tag), std::string(list[j].tag),
                           {static_cast<std::uint32_t>(member), list[i].item});
                break;
            }
        }
    }
};

} // namespace

std::unique_ptr<Rule> makeAV113()
{
    return std::make_unique<LanguageTwice>(RuleInfo{
        "AV113", Severity::Warning, Scope::Window, true, QT_TRANSLATE_NOOP("rules", "A language twice in one list"),
        QT_TRANSLATE_NOOP("rules", "The second entry says nothing that the first does not say."),
        QT_TRANSLATE_NOOP("rules", "Prime Video, language holdback and allowed languages")});
}

} // namespace marquee::rules
