// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Value.h"

#include <string>

namespace marquee::partners {

/// What an avail says, in a form that is equal for avails that mean the same: the order of members and of list items
/// doesn't count, nor how a number or a text is spelt. Left out is what the partner doesn't give back although it was
/// sent: Disposition, and, unless `withWindowIds`, the IDs of windows.
std::string meaningOf(const payload::Value &avail, bool withWindowIds);

/// Whether what a partner has is what was sent.
bool sameMeaning(const payload::Value &sent, const payload::Value &got);

} // namespace marquee::partners
