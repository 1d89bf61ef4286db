// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/Record.h"

#include <string>
#include <vector>

namespace marquee::inventory {

class Inventory;

/// A text by which texts are put in order: numbers in it by their value, "w2" before "w10".
std::string sortKey(const std::string &searched);

/// All rows by what a column says; rows that say the same stay in the order of the documents.
std::vector<Row> ordered(const Inventory &inventory, std::vector<Row> rows, Column column, bool isDescending);

} // namespace marquee::inventory
