// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "windows/Plan.h"

#include <optional>
#include <string>

namespace marquee::windows {

/// By how much, and which dates. Months are months of the calendar in UTC, days come on top.
struct Shift
{
    int days = 0; ///< negative: earlier
    int months = 0;
    bool start = true;
    bool end = true;
    bool terms = false; ///< terms that hold a date too: the announce date and its like
};

/// What a shift makes of one window, for showing it: the payload's text; empty where there is no such date.
struct ShiftedWindow
{
    std::uint32_t row = 0;
    std::string startBefore, startAfter;
    std::string endBefore, endAfter;
};

/// Other dates for windows. A date that can't be read stays, and a remark says so. Invalid where nothing would change,
/// or a year would leave 1 to 9999.
Expected<Plan> shiftDates(const rules::Context &context, const Rows &rows, const Shift &shift);
/// The same of one window, to look at; nothing where it can't be shifted or isn't there.
std::optional<ShiftedWindow> shiftedWindow(const rules::Context &context, std::uint32_t row, const Shift &shift);

} // namespace marquee::windows
