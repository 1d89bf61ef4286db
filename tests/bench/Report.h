// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace marquee::bench {

/// One figure, printed as one JSON line.
struct Figure
{
    std::string bench;
    long long n = 0; ///< windows, mostly
    double value = 0;
    std::string unit; ///< of value and against_value
    std::string against; ///< what it is measured against
    double againstValue = 0;
    double goal = 0; ///< value / against_value is to be at most this
};

void print(const Figure &figure);
double median(std::vector<double> values);
double percentile99(std::vector<double> values);

} // namespace marquee::bench
