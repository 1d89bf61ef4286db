// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Problem.h"

#include <QString>

namespace marquee::rules {

/// "2 errors, 1 hint", in the user's language; "no problems" where there are none.
QString countsInWords(const Counts &counts);

} // namespace marquee::rules
