// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/AvailFacts.h"

#include "rules/WindowIndex.h"

namespace marquee::rules {

namespace {

void leave(std::map<std::string, int> &counts, const std::string &name)
{
    const auto found = counts.find(name);
    if (found != counts.end() && --found->second == 0)
        counts.erase(found);
}

} // namespace

void WindowTotals::add(const WindowSummary &window)
{
    ++count;
    for (const std::string &territory : window.territories)
        ++territories[territory];
    if (!window.businessLine.empty())
        ++businessLines[window.businessLine];
}

void WindowTotals::remove(const WindowSummary &window)
{
    --count;
    for (const std::string &territory : window.territories)
        leave(territories, territory);
    if (!window.businessLine.empty())
        leave(businessLines, window.businessLine);
}

} // namespace marquee::rules
