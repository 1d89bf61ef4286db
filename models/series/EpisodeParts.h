// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"

#include <QString>

#include <optional>

namespace marquee::series {

/// What the patterns of one episode can name. What isn't there can't be named.
struct EpisodeParts
{
    int number = 1;
    std::optional<int> season;
    QString series, seasonTitle, title, id;
    std::optional<QString> alid;
    std::optional<QString> windowId;
    std::optional<int> window; ///< from 1
};

/// A pattern, filled in, without blanks at its ends. Where the episode has no title of its own, what set it off goes
/// too: "Season 1, Episode 2 – " ends behind the 2. Invalid as windows::fillPattern.
Expected<QString> filled(const QString &pattern, const EpisodeParts &parts);

} // namespace marquee::series
