// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Rule.h"

namespace marquee::rules {

/// A fix that changes nothing: it leads to where the user sees what to do about it. AV103 shows its window on the timeline.
inline bool isShowing(const Fix &fix)
{
    return fix.edits.empty() && !fix.split;
}

} // namespace marquee::rules
