// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/XmlTypes.h"

#include <algorithm>
#include <array>

namespace marquee::payload {

bool isPlainElement(std::string_view name)
{
    static constexpr std::array<std::string_view, 12> plain{"Date", "CinemaDate", "Time", "IsCancelled", "RunWeek", "IsPreview",
        "FreeListSuspended", "OnSale", "Capacity", "DistributorPercentage", "DistributorRate", "Status"};
    return std::find(plain.begin(), plain.end(), name) != plain.end();
}

} // namespace marquee::payload
