// SPDX-License-Identifier: GPL-3.0-or-later
#include "Report.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace marquee::bench {

namespace {

double at(std::vector<double> values, double part)
{
    std::sort(values.begin(), values.end());
    const auto index = static_cast<std::size_t>(part * static_cast<double>(values.size() - 1));
    return values[index];
}

} // namespace

void print(const Figure &figure)
{
    const double ratio = figure.againstValue > 0 ? figure.value / figure.againstValue : 0;
    const nlohmann::ordered_json line{{"bench", figure.bench},     {"n", figure.n},
                                      {"value", figure.value},     {"unit", figure.unit},
                                      {"against", figure.against}, {"against_value", figure.againstValue},
                                      {"ratio", ratio},            {"goal", figure.goal},
                                      {"reached", ratio <= figure.goal}};
    std::printf("%s\n", line.dump().c_str());
    std::fflush(stdout);
}

double median(std::vector<double> values)
{
    return at(std::move(values), 0.5);
}

double percentile99(std::vector<double> values)
{
    return at(std::move(values), 0.99);
}

} // namespace marquee::bench
