// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "catalog/Vocabularies.h"
#include "payload/JsonText.h"
#include "rules/Report.h"
#include "rules/WindowFacts.h"
#include "rules/Wording.h"

#include <algorithm>

namespace marquee::rules {

namespace {

class HoldbackOfNothing : public WindowRule
{
public:
    using WindowRule::WindowRule;

    void check(const WindowFacts &window, Report &report) const override
    {
        if (window.assetLanguages.empty())
            return;
        for (const LanguageFact &holdback : window.holdbackLanguages) {
            const auto primary = catalog::LanguageTags::primary(holdback.tag);
            const bool delivered = std::any_of(window.assetLanguages.begin(), window.assetLanguages.end(),
                                               [primary](const LanguageFact &asset) {
                                                   return catalog::LanguageTags::primary(asset.tag) == primary;
                                               });
            if (!delivered && !holdback.tag.empty())
                report.add(*this, 0, std::string(holdback.tag), {},
                           {static_cast<std::uint32_t>(window.holdbackLanguage.member), holdback.item});
        }
    }

    QString message(const Problem &problem, const Context &context) const override
    {
        return tr("%1 (%2) is held back, but isn't among the asset languages.")
            .arg(context.vocabularies.languageName(problem.detail), words(problem.detail));
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        const payload::Pointer window = pointerOf(problem, context).parent().parent();
        return {fix("add", tr("Add it to the asset languages"),
                    {payload::Edit::insertItem(window.child("AssetLanguage"),
                                               "{\"value\":" + payload::encodeJsonString(problem.detail) + '}')})};
    }
};

} // namespace

std::unique_ptr<Rule> makeAV112()
{
    return std::make_unique<HoldbackOfNothing>(RuleInfo{
        "AV112", Severity::Hint, Scope::Window, true, QT_TRANSLATE_NOOP("rules", "A holdback of a language that is not delivered"),
        QT_TRANSLATE_NOOP("rules", "Holding back what nobody delivers is often a slip in one of the two lists."),
        QT_TRANSLATE_NOOP("rules", "Prime Video, language holdback and allowed languages; this program")});
}

} // namespace marquee::rules
