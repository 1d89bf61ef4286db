// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/EpisodeSource.h"

#include "payload/Document.h"
#include "rules/MetadataBlocks.h"

#include <QCoreApplication>

namespace marquee::series {

using payload::Value;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Episodes", text);
}

QString textOf(const Value &value)
{
    return QString::fromStdString(value.string());
}

std::optional<int> numberOf(const Value &holder, const char *name)
{
    const Value number = holder.member(name).member("Number");
    bool isNumber = false;
    const int value = QString::fromStdString(number.isString() ? number.string() : number.raw()).toInt(&isNumber);
    return number && isNumber ? std::optional(value) : std::nullopt;
}

std::optional<EpisodeSource::Level> levelOf(const Value &asset)
{
    const std::string type = asset.member("WorkType").string();
    if (type == "Season")
        return EpisodeSource::Level::Season;
    if (type == "Series")
        return EpisodeSource::Level::Series;
    return type == "Episode" ? std::optional(EpisodeSource::Level::Episode) : std::nullopt;
}

void readDetails(const Value &asset, EpisodeSource &source)
{
    const Value episode = asset.member("EpisodeMetadata");
    const Value season = episode ? episode.member("SeasonMetadata") : asset.member("SeasonMetadata");
    Value series = episode ? episode.member("SeriesMetadata") : asset.member("SeriesMetadata");
    if (!series)
        series = season.member("SeriesMetadata");
    source.seasonId = textOf(season.member("SeasonContentID"));
    source.seasonTitle = textOf(season.member("SeasonTitleInternalAlias").at(0));
    source.season = numberOf(season, "SeasonNumber");
    source.episodes = QString::fromStdString(season.member("NumberOfEpisodes").raw()).toInt();
    source.seriesId = textOf(series.member("SeriesContentID"));
    source.seriesTitle = textOf(series.member("SeriesTitleInternalAlias").at(0));
    source.number = numberOf(episode, "EpisodeNumber");
    using Level = EpisodeSource::Level;
    source.title = source.level == Level::Episode ? textOf(episode.member("TitleInternalAlias").at(0))
        : source.level == Level::Season           ? source.seasonTitle
                                                  : source.seriesTitle;
}

} // namespace

Expected<EpisodeSource> readSource(const rules::Context &context)
{
    const Value avail = context.document.root().member("avail");
    const Value assets = avail.member("Asset");
    EpisodeSource source;
    source.assets = static_cast<int>(assets.isArray() ? assets.size() : 0);
    for (std::uint32_t i = 0; assets.isArray() && i < assets.size(); ++i) {
        const auto level = levelOf(assets.at(i));
        if (!level)
            continue;
        source.level = *level;
        source.asset = i;
        source.id = textOf(avail.member("ALID"));
        readDetails(assets.at(i), source);
        const Value windows = avail.member("Transaction");
        source.windows = static_cast<int>(windows.isArray() ? windows.size() : 0);
        const Value entitlement = avail.member("SharedEntitlement").at(0).member("EcosystemID");
        source.hasEntitlement = entitlement.isString();
        source.entitlement = textOf(entitlement);
        return source;
    }
    Error error;
    error.code = Error::Code::Invalid;
    error.message = avail.isObject()
        ? tr("Episodes can't be made of this avail: its work type isn't Season, Series or Episode.")
        : tr("Episodes are made of an avail.");
    error.nextStep = tr("Open the avail of the season first.");
    return tl::unexpected(error);
}

} // namespace marquee::series
