// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/Layout.h"

#include <vector>

namespace marquee::timeline {

/// How high everything is and where it stands, in pixels from the top of the first section.
class RowGeometry
{
public:
    void measure(const Layout &layout);

    int height() const { return m_height; }
    int rowHeight() const { return m_rowHeight; }
    int barInset() const { return m_inset; } ///< above and below a bar
    int headingHeight() const { return m_heading; } ///< of a section; 0 where sections have none

    int topOfRow(std::uint32_t row) const { return m_rowTops[row]; }
    int topOfSection(std::uint32_t section) const { return m_sectionTops[section]; }
    int bottomOfSection(std::uint32_t section) const
    {
        return section + 1 < m_sectionTops.size() ? m_sectionTops[section + 1] : m_height;
    }
    int topOfLane(const Lane &lane) const { return m_rowTops[lane.firstRow]; }
    int heightOfLane(const Lane &lane) const { return static_cast<int>(lane.rows) * m_rowHeight; }

    /// The first row that ends below y; the number of rows where none does.
    std::uint32_t firstRowBelow(int y) const;
    /// The row there, or nothing: a heading, or below all.
    std::optional<std::uint32_t> rowAt(int y) const;

private:
    std::vector<int> m_rowTops;
    std::vector<int> m_sectionTops;
    int m_height = 0;
    int m_rowHeight = 1;
    int m_inset = 0;
    int m_heading = 0;
};

} // namespace marquee::timeline
