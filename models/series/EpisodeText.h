// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Context.h"
#include "series/EpisodeSource.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <string>

namespace marquee::series {

/// What one episode says that its source doesn't.
struct EpisodeContent
{
    int number = 1;
    QString alid, contentId, title;
    QString entitlement; ///< empty: the source's, with the episode's ALID for its own
    int season = 1; ///< these three where the source says nothing of a season
    QString seasonId, seasonTitle;
    std::function<std::string(std::uint32_t window, const std::string &id)>
        windowId; ///< the new ID for one from the source
};

/// The payload of an episode: the source's own text with those edits, in its layout. Of another episode, what belongs
/// to that one alone (registered ids, displayed titles, length, release) is left out. Errors as
/// payload::Document::apply.
Expected<QByteArray> episodeText(
    const rules::Context &context, const EpisodeSource &source, const EpisodeContent &content);

} // namespace marquee::series
