// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/ByteLook.h"
#include "inspector/PairsPage.h"
#include "inspector/Source.h"
#include "preview/Language.h"

namespace marquee::inspector {

/// The headers as they came; secrets are masked already.
PairsPage::Pairs headerPairs(const Source &source);
/// What is known of the way here: when, how long, how often, how much.
PairsPage::Pairs timingPairs(const Source &source);
preview::Language languageOf(const ByteLook &look);

} // namespace marquee::inspector
