// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "partners/Operation.h"

#include <array>

namespace marquee::production {

/// How one asks Atom Tickets for productions.
enum class Way : unsigned char
{
    Ids, ///< details of those with these IDs
    Venue, ///< the IDs of those that a venue shows
    Name, ///< details of those with that name
    Vendor, ///< details of the one with a vendor's own ID
    Ping ///< nothing but whether the key is good
};

inline constexpr std::array allWays{Way::Ids, Way::Venue, Way::Name, Way::Vendor, Way::Ping};

constexpr partners::Operation operationOf(Way way)
{
    switch (way) {
    case Way::Venue:
        return partners::Operation::ProductionIdsByVenue;
    case Way::Name:
        return partners::Operation::ProductionsByName;
    case Way::Vendor:
        return partners::Operation::ProductionsByVendorId;
    case Way::Ping:
        return partners::Operation::AtomPing;
    case Way::Ids:
        break;
    }
    return partners::Operation::ProductionByIds;
}

} // namespace marquee::production
