// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "partners/Outcome.h"
#include "payload/Value.h"

#include <optional>

namespace marquee::partners {

/// The operation that asks back what became of another: its GET. Nothing for what changes nothing.
std::optional<Operation> askingBack(Operation operation);

/// What an unknown turns into once the partner was asked: accepted where it has what was sent (or, of a deletion, has
/// nothing any more), failed where it hasn't, and unknown still where its answer doesn't say. `sent`: the body that was
/// put.
Outcome settled(Operation operation, const payload::Value &sent, const Outcome &asked, const Reply &reply);

/// The same for one item of a batch. `answer`: the item of the batch-get's reply, of nothing where it has none.
Outcome settledItem(Operation operation, const payload::Value &sent, const payload::Value &answer);

} // namespace marquee::partners
