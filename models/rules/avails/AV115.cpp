// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "rules/AvailFacts.h"
#include "rules/Report.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class IdOfAnotherLevel : public AvailRule
{
public:
    using AvailRule::AvailRule;

    void check(const AvailFacts &avail, Report &report) const override
    {
        const std::int64_t member = avail.avail.indexOf("ALID");
        const std::string id = avail.avail.member("ALID").string();
        const payload::Value assets = avail.avail.member("Asset");
        if (id.empty())
            return;
        for (std::uint32_t i = 0; assets.isArray() && i < assets.size(); ++i) {
            const payload::Value episode = assets.at(i).member("EpisodeMetadata");
            const payload::Value season = episode ? episode.member("SeasonMetadata") : assets.at(i).member("SeasonMetadata");
            const auto isSeries = [&id](const payload::Value &holder) {
                return holder.member("SeriesMetadata").member("SeriesContentID").string() == id;
            };
            if (episode && season.member("SeasonContentID").string() == id)
                report.add(*this, Season, id, {}, {static_cast<std::uint32_t>(member)});
            else if (isSeries(season) || isSeries(episode))
                report.add(*this, Series, id, {}, {static_cast<std::uint32_t>(member)});
        }
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return problem.variant == Season ? tr("“%1” is the season's ID.").arg(words(problem.detail))
                                         : tr("“%1” is the series' ID.").arg(words(problem.detail));
    }

private:
    enum Variant : std::uint8_t { Season, Series };
};

} // namespace

std::unique_ptr<Rule> makeAV115()
{
    return std::make_unique<IdOfAnotherLevel>(RuleInfo{
        "AV115", Severity::Warning, Scope::Document, true, QT_TRANSLATE_NOOP("rules", "The avail ID of another level"),
        QT_TRANSLATE_NOOP("rules", "An episode under its season's or series' id overwrites that in the partner's catalogue."),
        QT_TRANSLATE_NOOP("rules", "Prime Video Avails API, payload examples")});
}

} // namespace marquee::rules
