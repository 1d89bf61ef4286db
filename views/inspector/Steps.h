// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace marquee::inspector {

/// Which hit comes after a place, or before it, around the ends; nothing where there are none. `hits` are in order.
template <class Place>
std::optional<std::size_t> stepFrom(const std::vector<Place> &hits, const Place &from, bool forwards)
{
    if (hits.empty())
        return std::nullopt;
    if (forwards) {
        const auto after = std::upper_bound(hits.begin(), hits.end(), from);
        return after == hits.end() ? 0 : static_cast<std::size_t>(after - hits.begin());
    }
    const auto at = std::lower_bound(hits.begin(), hits.end(), from);
    return at == hits.begin() ? hits.size() - 1 : static_cast<std::size_t>(at - hits.begin()) - 1;
}

/// Which hit that place is, from 1; 0 where it is none.
template <class Place>
std::size_t numberIn(const std::vector<Place> &hits, const Place &place)
{
    const auto at = std::lower_bound(hits.begin(), hits.end(), place);
    return at != hits.end() && *at == place ? static_cast<std::size_t>(at - hits.begin()) + 1 : 0;
}

} // namespace marquee::inspector
