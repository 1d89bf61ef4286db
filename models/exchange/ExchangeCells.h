// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/ExchangeList.h"

namespace marquee::exchange {

// What the tables of exchanges say, whether they are of this session or of the journal. Columns and roles are
// ExchangeList's.

QVariant exchangeCell(const Exchange &exchange, int column, int role);
QVariant exchangeHeader(int section, Qt::Orientation orientation, int role);

} // namespace marquee::exchange
