// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace marquee::payload {

/// The error of a text that can't be read at an offset: in words, with line, column and the line itself. `expected` is what should
/// stand there: "a colon after the name".
Error readError(Error::Code code, const QString &expected, std::uint32_t offset, std::string_view text);

/// What no text may be, whatever its format: too large, or not UTF-8. Nothing where it is neither.
std::optional<Error> refusalOf(std::string_view text);

} // namespace marquee::payload
