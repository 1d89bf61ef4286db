// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AllRules.h"
#include "catalog/Decimal.h"
#include "rules/AvailFacts.h"
#include "rules/Report.h"
#include "rules/Wording.h"

namespace marquee::rules {

namespace {

class NumberAboveCount : public AvailRule
{
public:
    using AvailRule::AvailRule;

    void check(const AvailFacts &avail, Report &report) const override
    {
        const payload::Value assets = avail.avail.member("Asset");
        for (std::uint32_t i = 0; assets.isArray() && i < assets.size(); ++i) {
            const payload::Value episode = assets.at(i).member("EpisodeMetadata");
            const payload::Value season = episode ? episode.member("SeasonMetadata") : assets.at(i).member("SeasonMetadata");
            const payload::Value inSeason = season.member("SeriesMetadata");
            const payload::Value series = inSeason ? inSeason : episode.member("SeriesMetadata");
            compare(episode.member("EpisodeNumber").member("Number"), season.member("NumberOfEpisodes"), Episodes, avail, report);
            compare(season.member("SeasonNumber").member("Number"), series.member("NumberOfSeasons"), Seasons, avail, report);
        }
    }

    QString message(const Problem &problem, const Context &) const override
    {
        return problem.variant == Episodes
            ? tr("Episode %1 of a season of %2.").arg(words(problem.detail), words(problem.other))
            : tr("Season %1 of a series of %2.").arg(words(problem.detail), words(problem.other));
    }

private:
    enum Variant : std::uint8_t { Episodes, Seasons };

    void compare(const payload::Value &number, const payload::Value &count, Variant variant, const AvailFacts &avail,
                 Report &report) const
    {
        const auto left = catalog::Decimal::parse(number.raw());
        const auto right = catalog::Decimal::parse(count.raw());
        if (!left || !right || *left <= *right)
            return;
        const payload::Path place = report.place();
        report.setPlace(avail.context.document.pathAt(number.begin()));
        report.add(*this, variant, number.raw(), count.raw());
        report.setPlace(place);
    }
};

} // namespace

std::unique_ptr<Rule> makeAV114()
{
    return std::make_unique<NumberAboveCount>(RuleInfo{
        "AV114", Severity::Warning, Scope::Document, true, QT_TRANSLATE_NOOP("rules", "A number above the count"),
        QT_TRANSLATE_NOOP("rules", "An episode 12 of 10 is a slip in one of the two."),
        QT_TRANSLATE_NOOP("rules", "Prime Video Avails API, payload examples")});
}

} // namespace marquee::rules
