// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Value.h"
#include "rules/PerformanceIndex.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace marquee::catalog {
class Catalog;
struct Field;
}

namespace marquee::rules {

/// What an element or attribute says, decoded: of one with attributes its own text, of several of one name the first's.
/// Empty for what isn't there. Points into the text or into scratch.
std::string_view elementText(const payload::Value &value, std::string &scratch);
/// Nothing but blanks, tabs and line breaks.
bool isBlankText(std::string_view text);
/// A whole number in decimal digits, with a minus where it is below zero; nothing for what is no such number, or beyond
/// 64 bits.
std::optional<std::int64_t> parseInteger(std::string_view text);

/// Whether a member stands and says something: a text that isn't blank, or a list with an entry.
bool isFilled(const payload::Value &object, std::string_view name);
/// Whether an object has a member of that name in other letter case, but none of exactly that name: one mistake is said
/// once.
bool standsInOtherCase(const payload::Value &object, std::string_view name);
/// The same but for the case of ASCII letters.
bool isSameButForCase(std::string_view left, std::string_view right);

/// What a performance lacks of a complete entity (Field::complete), in the catalogue's order. Nothing: it is complete.
/// What is absent is legal: the partner keeps what it has.
std::vector<const catalog::Field *> missingFields(const catalog::Catalog &catalog, const payload::Value &performance);

PerformanceSummary summarise(const payload::Value &performance);

/// A number with its precision, as DistributorPercentage and DistributorRate are written.
struct ScaledNumber
{
    std::string_view digits; ///< what stands in the element
    std::string_view precision; ///< what stands in the attribute
    bool hasPrecision = false; ///< the attribute stands

    /// The precision as a number; nothing where it isn't one from 0 to 9.
    std::optional<int> places() const;
    /// Both texts are kept in `scratch`, or point into the text.
    static ScaledNumber read(const payload::Value &value, std::string (&scratch)[2]);
};

} // namespace marquee::rules
