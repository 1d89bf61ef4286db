// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <string>

namespace marquee::editor {

/// What people type or paste for a number, as a JSON number with the digits that they typed: 9.90, 8,99, .5, 1.234,56,
/// 1,234,567. Nothing where it is no number, or could be two: 1,234 is a thousand here and one and a bit there. What is
/// a JSON number already stays as it is: 1.234.
std::optional<std::string> typedNumber(const QString &typed);

} // namespace marquee::editor
