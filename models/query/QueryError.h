// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"

namespace marquee::query {

/// What is wrong with a query at a character, counted from 0. `select` and `check` put "Character 5:" in front of it.
Error queryError(qsizetype at, const QString &expected, const QString &nextStep = {});

} // namespace marquee::query
