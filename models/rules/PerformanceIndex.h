// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/UnitIndex.h"

#include <string>

namespace marquee::rules {

/// What rules across performances compare: taken from each performance once, kept while it stands.
struct PerformanceSummary
{
    std::string key; ///< its id and its site; empty where one of them is missing
};

/// One performance as validation knows it.
struct PerformanceUnit : ListUnit
{
    PerformanceSummary summary;
};

/// What a rule across performances has to know about all performances of a message.
class PerformanceIndex : public UnitIndex<PerformanceUnit>
{
};

} // namespace marquee::rules
