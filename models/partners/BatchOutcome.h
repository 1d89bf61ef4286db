// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "partners/Outcome.h"

#include <span>
#include <string>
#include <vector>

namespace marquee::partners {

/// How each item of a batch ended.
struct BatchOutcome
{
    std::vector<Outcome> items; ///< in the order of the ids that were sent
    int strangers = 0; ///< answers with an ID that was never asked for
    int doubled = 0; ///< answers to an item that had one already
    int missing = 0; ///< items without an answer
};

/// Tells a batch's reply apart by requestItemId, never by place. `whole` is what primeOutcome says of the reply; where
/// there was no whole reply, every item has that outcome. An item without an answer, or with two that contradict each
/// other, is unknown where the operation changes something, else failed.
BatchOutcome batchOutcome(
    Operation operation, const Outcome &whole, const Reply &reply, std::span<const std::string> ids);

} // namespace marquee::partners
