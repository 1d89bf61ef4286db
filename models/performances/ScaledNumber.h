// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Edit.h"
#include "payload/Value.h"
#include "rules/Context.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace marquee::performances {

/// A decimal number as messages write it: an integer, and how many of its figures are decimals. 45.5 is 455 with 1.
/// Figures are never computed with, so that none is lost.
struct ScaledNumber
{
    static constexpr int MostDecimals = 9;
    static constexpr std::size_t MostFigures = 18; ///< so that it is a 64-bit integer

    std::string figures; ///< "455", "-5", "0"
    int precision = 0; ///< decimals among the figures, 0 to MostDecimals

    friend bool operator==(const ScaledNumber &, const ScaledNumber &) = default;
};

/// What people type: "45.5", "45,5 %", ".5", "1.234,56". The decimals are those that are typed: 45.50 has two. Nothing
/// where it is no number, could be two (1,234), or has more figures than fit.
std::optional<ScaledNumber> readScaled(const QString &typed);
/// "45.5" for 455 with 1.
QString plainText(const ScaledNumber &number);

/// What an element says; nothing where it isn't an integer with a precision.
std::optional<ScaledNumber> scaledOf(const payload::Value &element);
/// The element as JSON: {"@precision":"1","#text":"455"}.
std::string jsonOf(const ScaledNumber &number);
/// The edits that make an element say it: one for what differs, where it stands.
std::vector<payload::Edit> scaledEdits(
    const rules::Context &context, const payload::Pointer &element, const ScaledNumber &number);

} // namespace marquee::performances
