// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "catalog/Catalog.h"
#include "rules/MetadataBlocks.h"
#include "rules/Places.h"
#include "rules/Report.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class MetadataBlock : public ObjectRule
{
public:
    using ObjectRule::ObjectRule;

    bool appliesTo(const catalog::ObjectType *type) const override { return type && type->name == "Asset"; }

    void check(const ObjectPlace &place, Report &report) const override
    {
        std::vector<std::string> blocks;
        for (const std::string_view block : metadataBlocks) {
            if (place.object.indexOf(block) >= 0)
                blocks.emplace_back(block);
        }
        const std::string workType = place.object.member("WorkType").string();
        const std::string_view wanted = metadataBlockOf(workType);
        if (workType.empty() || place.object.isElided())
            return;
        if (blocks.size() > 1)
            report.add(*this, Several, workType, std::string(wanted));
        else if (blocks.empty())
            report.add(*this, None, workType, std::string(wanted));
        else if (!wanted.empty() && blocks.front() != wanted)
            report.add(*this, Other, blocks.front(), std::string(wanted));
        else if (workType == "Episode" && place.object.member("EpisodeMetadata").indexOf("EpisodeNumber") < 0)
            report.add(*this, NoNumber, {}, {}, {static_cast<std::uint32_t>(place.object.indexOf("EpisodeMetadata"))});
    }

    QString message(const Problem &problem, const Context &) const override
    {
        switch (problem.variant) {
        case Several:
            return tr("More than one block of details stands here; a %1 has one.").arg(words(problem.detail));
        case None:
            return problem.other.empty()
                ? tr("The details of this %1 are missing.").arg(words(problem.detail))
                : tr("The details of this %1 are missing: %2.").arg(words(problem.detail), words(problem.other));
        case NoNumber:
            return tr("An episode needs its number (EpisodeNumber).");
        default:
            return tr("The details stand in %1; this work type has them in %2.")
                .arg(words(problem.detail), words(problem.other));
        }
    }

    std::vector<Fix> fixes(const Problem &problem, const Context &context) const override
    {
        const payload::Pointer pointer = pointerOf(problem, context);
        if (problem.variant == NoNumber)
            return {fix("insert", tr("Add the number"),
                        {payload::Edit::insertMember(pointer, "EpisodeNumber", "{\"Number\":1}",
                                                     placeFor(valueOf(problem, context),
                                                              *context.catalog.type("EpisodeMetadata"), "EpisodeNumber"))})};
        if (problem.other.empty())
            return {};
        return {fix("move", tr("Move the details to %1").arg(words(problem.other)),
                    switchMetadata(context.document, pointer, problem.other, context.catalog))};
    }

private:
    enum Variant : std::uint8_t { Other, Several, None, NoNumber };
};

} // namespace

std::unique_ptr<Rule> makeAV110()
{
    return std::make_unique<MetadataBlock>(RuleInfo{
        "AV110", Severity::Error, Scope::Object, true, QT_TRANSLATE_NOOP("rules", "Work type and details disagree"),
        QT_TRANSLATE_NOOP("rules", "Each work type has its own block of details; the partner looks for that one."),
        QT_TRANSLATE_NOOP("rules", "MovieLabs avails structure v2.6.1")});
}

} // namespace marquee::rules
