// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Nearest.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace marquee::catalog {

namespace {

std::string folded(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (c != ' ' && c != '-' && c != '_')
            result.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    }
    return result;
}

/// How many letters may differ: a word of three has no letter to spare, because every other word of three is near.
int tolerance(std::size_t length)
{
    return length < 4 ? 0 : length < 8 ? 1 : 2;
}

} // namespace

int editDistance(std::string_view left, std::string_view right, int limit)
{
    if (std::abs(static_cast<int>(left.size()) - static_cast<int>(right.size())) > limit)
        return limit + 1;
    std::vector<int> beforeLast;
    std::vector<int> last(right.size() + 1);
    for (std::size_t j = 0; j <= right.size(); ++j)
        last[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= left.size(); ++i) {
        std::vector<int> row(right.size() + 1);
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j <= right.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
        beforeLast = std::move(last);
        last = std::move(row);
    }
    return std::min(last.back(), limit + 1);
}

std::optional<std::size_t> nearestGroup(std::string_view text, std::span<const std::vector<std::string>> groups)
{
    const std::string wanted = folded(text);
    const int limit = tolerance(wanted.size());
    int best = limit + 1;
    std::optional<std::size_t> found;
    bool tied = false;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        int distance = limit + 1;
        for (const std::string &spelling : groups[i])
            distance = std::min(distance, editDistance(wanted, folded(spelling), limit));
        if (distance < best) {
            best = distance;
            found = i;
            tied = false;
        } else if (distance == best && found) {
            tied = true;
        }
    }
    return tied ? std::nullopt : found;
}

std::optional<std::string> nearest(std::string_view text, std::span<const std::string> candidates)
{
    std::vector<std::vector<std::string>> groups;
    for (const std::string &candidate : candidates)
        groups.push_back({candidate});
    const auto found = nearestGroup(text, groups);
    return found ? std::optional(candidates[*found]) : std::nullopt;
}

} // namespace marquee::catalog
