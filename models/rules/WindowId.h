// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace marquee::rules {

/// A _TransactionID that nobody has used: a random UUID in small letters. Any thread.
std::string newWindowId();

} // namespace marquee::rules
