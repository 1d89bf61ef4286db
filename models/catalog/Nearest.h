// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace marquee::catalog {

/// The one candidate that was likely meant: the same but for case, blanks, dashes and underscores, or with at most two
/// letters different (one, where the text is short). Nothing where none is near or two are equally near.
std::optional<std::string> nearest(std::string_view text, std::span<const std::string> candidates);

/// The same where several spellings mean one thing: the place of the group that the text is nearest to.
std::optional<std::size_t> nearestGroup(std::string_view text, std::span<const std::vector<std::string>> groups);

/// Letters to add, leave out, change or swap to make one of the other; never more than `limit` + 1.
int editDistance(std::string_view left, std::string_view right, int limit);

} // namespace marquee::catalog
