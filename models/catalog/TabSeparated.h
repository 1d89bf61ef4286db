// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace marquee::catalog {

/// Hands over the rows of a tab-separated text of ours, lines that begin with # left out. No quoting: our own scripts
/// write these files.
template <class Take>
void forEachRow(std::string_view tsv, Take take)
{
    std::vector<std::string_view> row;
    while (!tsv.empty()) {
        const auto newline = tsv.find('\n');
        std::string_view line = tsv.substr(0, newline);
        tsv = newline == std::string_view::npos ? std::string_view() : tsv.substr(newline + 1);
        if (line.empty() || line.front() == '#')
            continue;
        row.clear();
        for (std::size_t tab = 0; tab != std::string_view::npos;) {
            tab = line.find('\t');
            row.push_back(line.substr(0, tab));
            if (tab != std::string_view::npos)
                line = line.substr(tab + 1);
        }
        take(row);
    }
}

} // namespace marquee::catalog
