// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/ExchangeList.h"
#include "exchange/JournalRecords.h"

#include <optional>

namespace marquee::exchange {

/// A row of the journal as an exchange, to be shown, compared, asked back or sent again. Its number is 0. Secrets are
/// the names, or the ***, that the journal has; what the partner complained about is read from the answer again, where
/// the bodies were read. Nothing where it is of an operation that this version doesn't know.
std::optional<Exchange> exchangeOf(const JournalRecord &record);

/// The other way, for what the journal doesn't have (nothing of it was sent). Masked.
JournalRecord recordOf(const Exchange &exchange);

} // namespace marquee::exchange
