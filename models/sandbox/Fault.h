// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "partners/Operation.h"
#include "payload/Error.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace marquee::sandbox {

/// Something that goes wrong on purpose: KIND[:OPERATION][@N][xCOUNT].
struct Fault
{
    enum class Kind : std::uint8_t {
        Status500, Status503, Status429, Status401,
        Reset, ///< the request is applied, the connection closes before the reply
        Refuse, ///< the connection closes before the request is read
        Stall, ///< accepted, never answered
        Slow, ///< one byte a second
        Truncate, ///< half the body
        Garbage, ///< 200, not JSON
        Html, ///< 200, a proxy's login page
        Partial, ///< a batch in which every second item is rejected
        Redirect ///< 302 to another host
    };
    Kind kind = Kind::Status500;
    std::optional<partners::Operation> operation; ///< nothing: any
    int from = 1; ///< the first request of that operation that it hits
    int count = 0; ///< how many it hits; 0: from then on all

    bool hits(std::optional<partners::Operation> asked, int number) const;
};

/// In the order of the contract.
const std::array<Fault::Kind, 13> &allFaultKinds();
/// As SPEC writes it: "reset".
std::string_view nameOf(Fault::Kind kind);

/// The shortest SPEC that reads as the same fault. SPEC has no word for "from the Nth on, without end": then it is a
/// million times.
std::string specOf(const Fault &fault);
/// Reads SPEC. Invalid with the kinds there are.
Expected<Fault> parseFault(std::string_view spec);

} // namespace marquee::sandbox
