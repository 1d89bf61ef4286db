// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Problem.h"

#include <cstdint>

namespace marquee::preview {

/// A problem in a text: an icon in the gutter where it begins, and its range underlined as far as that line goes.
struct Mark
{
    std::uint32_t begin = 0; ///< bytes from the beginning of the text
    std::uint32_t end = 0;
    rules::Severity severity = rules::Severity::Error;

    friend bool operator==(const Mark &, const Mark &) = default;
};

} // namespace marquee::preview
