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

/// One block of seats of a hall.
struct SeatCapacity
{
    std::string type; ///< as ticket sales name it
    std::string seats; ///< as it is written; an integer where it is right

    friend bool operator==(const SeatCapacity &, const SeatCapacity &) = default;
};

payload::Pointer capacitiesPlace(const payload::Pointer &performance); ///< of the list
std::vector<SeatCapacity> capacitiesOf(const payload::Value &performance);
/// Of those that are integers; nothing where none is.
std::optional<qint64> seatsOf(const std::vector<SeatCapacity> &capacities);

/// In a cell of a spreadsheet: "Standard=120; Balcony=40". The way back: nothing where an entry has no number of seats.
QString wordsOf(const std::vector<SeatCapacity> &capacities);
std::optional<std::vector<SeatCapacity>> readCapacities(const QString &cell);

std::string jsonOf(const SeatCapacity &capacity);
/// The edits that make a performance say them; each that stands keeps what it says beside.
std::vector<payload::Edit> capacityEdits(
    const rules::Context &context, const payload::Pointer &performance, const std::vector<SeatCapacity> &wanted);
/// The edit that adds one at the end, whatever stands there.
payload::Edit addCapacity(
    const rules::Context &context, const payload::Pointer &performance, const SeatCapacity &capacity);

} // namespace marquee::performances
