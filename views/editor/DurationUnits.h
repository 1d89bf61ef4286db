// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/DurationEditor.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace marquee::editor {

/// How many of a unit a duration is; nothing where it is no whole number of them, or not a plain length at all.
std::optional<std::int64_t> amountIn(DurationEditor::Unit unit, std::string_view duration);
/// The unit in which a duration reads as it is written: PT720H in hours, P30D in days. Written, where none does.
DurationEditor::Unit unitOf(std::string_view duration);
/// So many of a unit, as payloads write it: PT720H for 720 hours and for 30 days.
std::string durationOf(DurationEditor::Unit unit, std::int64_t amount);
/// "720"; nothing for any other text, and for more figures than a duration has.
std::optional<std::int64_t> bareFigures(const QString &text);
/// What people type, bare figures taken in the unit. Nothing where it isn't a duration.
std::optional<std::string> typedDuration(const QString &typed, DurationEditor::Unit unit);
/// The unit that what was typed names itself ("30 d"); nothing for bare figures.
std::optional<DurationEditor::Unit> typedUnit(const QString &typed);

} // namespace marquee::editor
