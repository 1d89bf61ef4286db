// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/Vocabularies.h"
#include "timeline/Layout.h"

#include <QString>

namespace marquee::timeline {

/// "United States", "VOD"; says that there is none where the name is empty.
QString nameInWords(Part part, const std::string &name, const catalog::Vocabularies *vocabularies);
/// The grouping as its list names it: "Territory, licence, format".
QString groupingInWords(Grouping grouping);
/// A section's heading, and the title of a lane below it.
QString sectionTitle(const Lane &lane, Grouping grouping, const catalog::Vocabularies *vocabularies);
QString laneTitle(const Lane &lane, Grouping grouping, const catalog::Vocabularies *vocabularies);
/// What a bar says where it has room: what its lane doesn't, and the window's ID.
QString barText(const WindowTimes &window, Grouping grouping);

/// "14 Mar 2026", or with the time of day where that isn't midnight; "no start" where it doesn't stand.
QString startInWords(const Times &times);
QString endInWords(const Times &times);
/// "14 Mar 2026 – 22 May 2029, 1,165 days".
QString timesInWords(const Times &times);
/// One sentence for screen readers, tooltips and the line below.
QString windowInWords(const WindowTimes &window, const catalog::Vocabularies *vocabularies);

} // namespace marquee::timeline
