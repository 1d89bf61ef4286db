// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/BatchDesk.h"

namespace marquee::batch {

/// How a run stands, in words.
QString runHeadline(const exchange::BatchDesk &desk);
/// Its rate and the time left; empty where that can't be told.
QString runTime(const exchange::BatchDesk &desk);
/// How many items are as somebody expected; empty where nobody expected anything.
QString runVerdict(const exchange::BatchDesk &desk);

} // namespace marquee::batch
