// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/EpisodePattern.h"

#include <QRegularExpression>

#include <algorithm>

namespace marquee::series {

using namespace Qt::StringLiterals;

namespace {

/// Braces in a text that is no pattern would be taken for names.
QString plain(QString text)
{
    return text.remove(u'{').remove(u'}');
}

QString alidFor(const EpisodeSource &source)
{
    if (source.level == EpisodeSource::Level::Episode) {
        // "HL-S01E04" counts at its end.
        static const QRegularExpression counter(u"^(.*?)(\\d{1,9})$"_s);
        const auto match = counter.match(source.id);
        if (match.hasMatch() && source.number && match.captured(2).toInt() == *source.number)
            return plain(match.captured(1)) + QStringLiteral("{n:%1}").arg(match.captured(2).size());
        return u"{id}-{n:2}"_s;
    }
    const bool endsInFigure = !source.id.isEmpty() && source.id.back().isDigit();
    if (source.level == EpisodeSource::Level::Season)
        return endsInFigure ? u"{id}E{n:2}"_s : u"{id}-E{n:2}"_s;
    return u"{id}-S{season:2}E{n:2}"_s;
}

} // namespace

EpisodePattern suggestedPattern(const EpisodeSource &source)
{
    EpisodePattern pattern;
    if (source.episodes > 0)
        pattern.count = std::min(source.episodes, MostEpisodes);
    if (source.level == EpisodeSource::Level::Episode && source.number) {
        pattern.first = *source.number + 1;
        if (source.episodes > 0)
            pattern.count = std::clamp(source.episodes - *source.number, 1, MostEpisodes);
    }
    pattern.alid = alidFor(source);
    pattern.title = source.seriesTitle.isEmpty() ? u"{seasontitle}, Episode {n} – {title}"_s
                                                 : u"{series}: Season {season}, Episode {n} – {title}"_s;
    if (source.hasEntitlement && !source.id.isEmpty() && source.entitlement.contains(source.id))
        pattern.entitlement = plain(source.entitlement).replace(source.id, u"{alid}"_s);
    pattern.fileName = u"{alid}"_s;
    if (source.level == EpisodeSource::Level::Series) {
        pattern.seasonId = u"{id}-S{season:2}"_s;
        pattern.seasonTitle = u"{series}: Season {season}"_s;
    }
    return pattern;
}

} // namespace marquee::series
