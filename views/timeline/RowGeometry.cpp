// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/RowGeometry.h"

#include "shell/theme/Theme.h"

#include <algorithm>

namespace marquee::timeline {

void RowGeometry::measure(const Layout &layout)
{
    m_rowHeight = theme::scaled(32);
    m_inset = theme::scaled(4);
    // Where each section is one lane, the lane's own title says it all.
    m_heading = layout.lanes.size() > 0 && layout.lanes.front().names.size() > 1 ? theme::scaled(32) : 0;
    m_rowTops.clear();
    m_sectionTops.clear();
    int y = 0;
    for (const Section &section : layout.sections) {
        m_sectionTops.push_back(y);
        y += m_heading;
        for (std::uint32_t i = 0; i < section.lanes; ++i) {
            for (std::uint32_t row = 0; row < layout.lanes[section.firstLane + i].rows; ++row, y += m_rowHeight)
                m_rowTops.push_back(y);
        }
    }
    m_height = y;
}

std::uint32_t RowGeometry::firstRowBelow(int y) const
{
    const auto found = std::upper_bound(m_rowTops.begin(), m_rowTops.end(), y - m_rowHeight);
    return static_cast<std::uint32_t>(found - m_rowTops.begin());
}

std::optional<std::uint32_t> RowGeometry::rowAt(int y) const
{
    const std::uint32_t row = firstRowBelow(y);
    return row < m_rowTops.size() && m_rowTops[row] <= y ? std::optional(row) : std::nullopt;
}

} // namespace marquee::timeline
