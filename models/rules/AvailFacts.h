// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Value.h"
#include "rules/Context.h"
#include "rules/WindowFacts.h"

#include <map>
#include <string>

namespace marquee::rules {

struct WindowSummary;

/// What all windows of an avail come to, kept up to date while they come and go.
struct WindowTotals
{
    int count = 0;
    std::map<std::string, int> territories; ///< how many windows name each
    std::map<std::string, int> businessLines;

    void add(const WindowSummary &window);
    void remove(const WindowSummary &window);
};

/// An avail as rules over its own fields see it. Report's place is the avail's object.
struct AvailFacts
{
    const Context &context;
    payload::Value avail;
    const AvailSetting &setting;
    const WindowTotals &windows;

    bool isEntry(std::string_view type) const { return setting.entryType == type; }
};

} // namespace marquee::rules
