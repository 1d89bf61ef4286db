// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/EpisodeSource.h"

#include <QString>

namespace marquee::series {

/// How many episodes, and what they are called. Texts are patterns, in which braces name what differs: {n}, or {n:2} as
/// 01; {season}, likewise {season:2}; {series}; {seasontitle}; {title}, the episode's own; {id}, the source's ALID; and
/// but for the ALID itself {alid}, the episode's.
struct EpisodePattern
{
    int count = 10;
    int first = 1; ///< number of the first one
    QString alid;
    QString contentId; ///< empty: the ALID
    QString title;
    QString entitlement; ///< of the first shared entitlement; empty: as the source says, with the episode's ALID for
                         ///< its own
    QString windowId; ///< may name {windowid}, the source's, and {window}, its number; empty: random
    QString fileName; ///< without ".json"

    // Where the source says nothing of a season, as that of a series:
    int season = 1;
    QString seasonId, seasonTitle;

    friend bool operator==(const EpisodePattern &, const EpisodePattern &) = default;
};

constexpr int MostEpisodes = 1000; ///< at once

/// What is likely meant, by what the source is called itself: "HL-S01" has "HL-S01E{n:2}". As many as the season has.
EpisodePattern suggestedPattern(const EpisodeSource &source);

} // namespace marquee::series
