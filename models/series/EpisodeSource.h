// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"
#include "rules/Context.h"

#include <QString>

#include <optional>

namespace marquee::series {

/// What episodes are made of, as its avail says it. Texts are empty where it doesn't.
struct EpisodeSource
{
    enum class Level : std::uint8_t
    {
        Series,
        Season,
        Episode
    };

    Level level = Level::Season;
    std::uint32_t asset = 0; ///< which of the avail's assets
    QString id; ///< ALID
    QString title; ///< its own
    QString seriesId, seriesTitle;
    QString seasonId, seasonTitle;
    std::optional<int> season; ///< its number
    std::optional<int> number; ///< of an episode
    int episodes = 0; ///< how many the season has; 0: not said
    int assets = 0;
    int windows = 0;
    QString entitlement; ///< the first shared entitlement's ID
    bool hasEntitlement = false;
};

/// Invalid, with what to open instead, where the document isn't an avail of a season, a series or an episode.
Expected<EpisodeSource> readSource(const rules::Context &context);

} // namespace marquee::series
