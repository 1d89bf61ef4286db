// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Context.h"
#include "series/EpisodeMaker.h"

namespace marquee::series {

/// One batch document of all windows of the episodes, each as a partial extract to be put, in canonical layout.
/// `licensor`: for episodes that name none. Errors: Invalid (nobody names a licensor, there are no windows), TooLarge,
/// Malformed.
Expected<QByteArray> batchOf(
    const rules::Context &context, const std::vector<Episode> &episodes, const QString &licensor = {});

} // namespace marquee::series
