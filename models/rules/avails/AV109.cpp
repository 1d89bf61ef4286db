// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "payload/JsonText.h"
#include "rules/AvailFacts.h"
#include "rules/Report.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class ContentId : public AvailRule
{
public:
    using AvailRule::AvailRule;

    void check(const AvailFacts &avail, Report &report) const override
    {
        const std::string id = avail.avail.member("ALID").string();
        const std::int64_t list = avail.avail.indexOf("Asset");
        if (id.empty() || list < 0)
            return;
        const payload::Value assets = avail.avail.at(static_cast<std::uint32_t>(list));
        for (std::uint32_t i = 0; assets.isArray() && i < assets.size(); ++i) {
            const std::int64_t member = assets.at(i).indexOf("_contentID");
            if (member < 0)
                continue;
            const std::string content = assets.at(i).at(static_cast<std::uint32_t>(member)).string();
            if (!content.empty() && content != id)
                report.add(*this, 0, content, id, {static_cast<std::uint32_t>(list), i, static_cast<std::uint32_t>(member)});
        }
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return tr("The content ID is “%1”, the avail ID “%2”.").arg(words(problem.detail), words(problem.other));
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        return {fix("copy", tr("Copy the avail ID"),
                    {payload::Edit::set(pointerOf(problem, context), payload::encodeJsonString(problem.other))})};
    }
};

} // namespace

std::unique_ptr<Rule> makeAV109()
{
    return std::make_unique<ContentId>(RuleInfo{
        "AV109", Severity::Warning, Scope::Document, true, QT_TRANSLATE_NOOP("rules", "Content ID differs from the avail ID"),
        QT_TRANSLATE_NOOP("rules", "In everything that the partner publishes the two are the same."),
        QT_TRANSLATE_NOOP("rules", "Prime Video Avails API, payload examples")});
}

} // namespace marquee::rules
