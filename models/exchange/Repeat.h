// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/ExchangeList.h"
#include "payload/Error.h"

namespace marquee::exchange {

struct Environment;

/// Whether a call only reads, and so may be made again wherever one likes.
bool canRepeat(partners::Operation operation);

/// The same call as an earlier one, ready to be made in that environment: what it is about is the same, the address and the key
/// are the environment's. Invalid where the environment has no such partner, and for messages, which need a number each.
Expected<Exchange> repeated(const Exchange &earlier, const Environment &environment);

/// Whether two calls ask the same of the same partner, in whichever environments.
bool isSameCall(const Exchange &one, const Exchange &other);

} // namespace marquee::exchange
