// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"

#include <string>

namespace marquee::windows {

/// What a pattern for IDs can name.
struct IdParts
{
    std::string id; ///< of the window that is spread: {id}
    std::string territory; ///< {territory}
    std::string licence; ///< {licence} or {license}
    std::string format; ///< {format}
    int number = 1; ///< {n}, or {n:3} with at least that many digits, 9 at most
};

/// An ID by a pattern such as "{id}-{territory}-{n:3}"; what isn't in braces stays. An empty pattern: a new random ID.
/// Invalid where it names something else, a brace isn't closed, or nothing would be left.
Expected<std::string> idByPattern(const QString &pattern, const IdParts &parts);

} // namespace marquee::windows
