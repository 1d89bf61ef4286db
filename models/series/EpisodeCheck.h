// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Problem.h"
#include "rules/Report.h"
#include "rules/Validator.h"

#include <QByteArray>
#include <QStringList>

namespace marquee::series {

/// What the rules say of an episode that was made.
struct EpisodeCheck
{
    rules::Counts counts;
    QStringList messages; ///< the worst ones first, with their places; not more than a tooltip holds
};

/// Any thread.
EpisodeCheck checkEpisode(const rules::Rulebook &book, const QByteArray &text, const rules::Severities &severities = {},
    rules::Clock clock = rules::systemClock);

} // namespace marquee::series
