// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace marquee::rules {

/// How an object of the partner's compares with what is documented of it. Places are pointers below it without the
/// slash in front; of several items of a list that have the same to be said, the first's: "contributors/cast/0/photo".
struct ProductionMembers
{
    std::vector<std::string> missing; ///< documented, absent or null; in the documentation's order
    std::vector<std::string> undocumented; ///< in the text's order
};

/// Compares one production of a reply with the documentation. Whose character somebody plays is the one thing that
/// isn't missed: many have none. What has the wrong type counts as there.
ProductionMembers membersOf(const payload::Value &production);

/// A moment as questions for productions write it: YYYY-MM-DDThh:mm:ss, with or without a zone.
struct QueryDate
{
    std::int64_t seconds = 0; ///< since 1970; of one without a zone as if it were UTC
    std::string bare; ///< without fraction and zone
    std::string zone; ///< "Z" or "+02:00"; empty where there is none
    bool hasFraction = false;

    /// Nothing for what names no moment: another form, or a day that isn't.
    static std::optional<QueryDate> parse(std::string_view text);
};

/// The pages that are asked for: `pageSize` where it stands and is one (1 to 100), else the 25 that hold without;
/// nothing where it stands and is none.
std::optional<std::uint32_t> pageSizeOf(const payload::Value &query);
constexpr std::uint32_t usualPageSize = 25;
constexpr std::uint32_t largestPageSize = 100;

/// An address that stands for itself: with a scheme and a host.
bool isAbsoluteUrl(std::string_view text);

/// Asked by a venue and days, not by ids.
bool isForVenue(const payload::Value &query);

} // namespace marquee::rules
