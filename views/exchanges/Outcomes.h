// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/theme/Theme.h"

#include <QString>

namespace marquee::exchanges {

/// How an outcome looks: always beside its word.
struct Look
{
    theme::Token token; ///< of the dot
    QString banner; ///< the style sheet's name of its ground
};

constexpr int Running = -1;

/// `outcome`: of partners::Outcome::Kind, or Running.
Look lookOf(int outcome);

} // namespace marquee::exchanges
