// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/Layout.h"

#include <algorithm>
#include <queue>
#include <tuple>
#include <unordered_map>

namespace marquee::timeline {

namespace {

/// Formats go from small to large; everything else by its letters.
int rankOf(Part part, const std::string &name)
{
    static constexpr std::array<std::string_view, 3> formats{"SD", "HD", "UHD"};
    if (part != Part::Format)
        return 0;
    return static_cast<int>(std::find(formats.begin(), formats.end(), name) - formats.begin());
}

bool goesBefore(std::span<const Part> parts, const std::vector<std::string> &a, const std::vector<std::string> &b)
{
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto key = [&](const std::string &name) {
            return std::tuple(name.empty(), rankOf(parts[i], name), std::string_view(name));
        };
        if (a[i] != b[i])
            return key(a[i]) < key(b[i]);
    }
    return false;
}

struct Placed
{
    Bar bar;
    std::uint32_t territory; ///< place in the window's list; of no meaning where the grouping doesn't go by it
};

struct Building
{
    std::vector<std::string> names;
    std::vector<Placed> bars;
};

Bar barOf(std::uint32_t index, const Times &times)
{
    Bar bar;
    bar.window = index;
    bar.backwards = times.isBackwards();
    bar.begin = times.start.value_or(Always);
    bar.end = times.end.value_or(Ever);
    if (bar.backwards)
        std::swap(bar.begin, bar.end);
    return bar;
}

class Lanes
{
public:
    explicit Lanes(Grouping grouping)
        : m_parts(partsOf(grouping))
        , m_byTerritory(std::find(m_parts.begin(), m_parts.end(), Part::Territory) != m_parts.end())
    {
    }

    void add(std::uint32_t index, const WindowTimes &window)
    {
        const Bar bar = barOf(index, window.times);
        if (!m_byTerritory || window.territories.empty()) {
            put(bar, window, {}, 0);
            return;
        }
        for (std::uint32_t i = 0; i < window.territories.size(); ++i)
            put(bar, window, window.territories[i], i);
    }

    std::vector<Building> take()
    {
        std::sort(m_lanes.begin(), m_lanes.end(),
            [this](const Building &a, const Building &b) { return goesBefore(m_parts, a.names, b.names); });
        return std::move(m_lanes);
    }

    bool byTerritory() const { return m_byTerritory; }

private:
    void put(const Bar &bar, const WindowTimes &window, const std::string &territory, std::uint32_t place)
    {
        const auto name = [&](Part part) -> const std::string & {
            return part == Part::Territory ? territory : part == Part::Licence ? window.licence : window.format;
        };
        m_key.clear();
        for (const Part part : m_parts)
            (m_key += name(part)) += '\x1f';
        const auto [found, isNew] = m_byKey.try_emplace(m_key, m_lanes.size());
        if (isNew) {
            Building &lane = m_lanes.emplace_back();
            for (const Part part : m_parts)
                lane.names.push_back(name(part));
        }
        m_lanes[found->second].bars.push_back({bar, place});
    }

    std::span<const Part> m_parts;
    bool m_byTerritory;
    std::string m_key;
    std::unordered_map<std::string, std::size_t> m_byKey;
    std::vector<Building> m_lanes;
};

/// Gives each bar the first row in which nothing holds any more. Bars are in the order of their begin. Returns how
/// many.
std::uint32_t stack(std::vector<Placed> &bars)
{
    using Taken = std::pair<std::int64_t, std::uint32_t>; // until when, row
    std::priority_queue<Taken, std::vector<Taken>, std::greater<>> taken;
    std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> free;
    std::uint32_t rows = 0;
    for (Placed &placed : bars) {
        Bar &bar = placed.bar;
        while (!taken.empty() && taken.top().first <= bar.begin) {
            free.push(taken.top().second);
            taken.pop();
        }
        if (free.empty()) {
            bar.row = rows++;
        } else {
            bar.row = free.top();
            free.pop();
        }
        taken.emplace(std::max(bar.end, bar.begin + (bar.begin == Always ? 0 : 1)), bar.row);
    }
    return rows;
}

void findGaps(const std::vector<Placed> &bars, std::vector<Stretch> &gaps)
{
    std::optional<std::int64_t> covered;
    for (const auto &[bar, territory] : bars) {
        if (bar.backwards)
            continue;
        if (covered && bar.begin > *covered)
            gaps.push_back({*covered, bar.begin});
        covered = std::max(covered.value_or(bar.end), bar.end);
    }
}

/// Gives bars the stretches of which AV103 speaks.
class OverlapGiver
{
public:
    OverlapGiver(const Overlaps &overlaps, Layout &layout)
        : m_overlaps(overlaps)
        , m_layout(layout)
    {
        layout.overlaps = overlaps.stretches;
    }

    void giveOne(Bar &bar, std::uint32_t territory) const
    {
        for (const Overlaps::Part &part : partsOfWindow(bar.window)) {
            if (part.territory == territory)
                std::tie(bar.firstOverlap, bar.overlaps) = std::tie(part.first, part.count);
        }
    }

    /// Where territories don't make lanes, a bar shows what is contested in any of them.
    void giveAll(Bar &bar) const
    {
        const auto parts = partsOfWindow(bar.window);
        if (parts.empty())
            return;
        if (parts.size() == 1) {
            giveOne(bar, parts.front().territory);
            return;
        }
        std::vector<Stretch> all;
        for (const Overlaps::Part &part : parts)
            all.insert(all.end(), m_overlaps.stretches.begin() + part.first,
                m_overlaps.stretches.begin() + part.first + part.count);
        std::sort(all.begin(), all.end(), [](const Stretch &a, const Stretch &b) { return a.begin < b.begin; });
        bar.firstOverlap = static_cast<std::uint32_t>(m_layout.overlaps.size());
        for (const Stretch &stretch : all) {
            if (m_layout.overlaps.size() > bar.firstOverlap && stretch.begin <= m_layout.overlaps.back().end)
                m_layout.overlaps.back().end = std::max(m_layout.overlaps.back().end, stretch.end);
            else
                m_layout.overlaps.push_back(stretch);
        }
        bar.overlaps = static_cast<std::uint32_t>(m_layout.overlaps.size()) - bar.firstOverlap;
    }

private:
    std::span<const Overlaps::Part> partsOfWindow(std::uint32_t window) const
    {
        const auto before = [](const Overlaps::Part &part, std::uint32_t index) { return part.window < index; };
        const auto begin = std::lower_bound(m_overlaps.parts.begin(), m_overlaps.parts.end(), window, before);
        auto end = begin;
        while (end != m_overlaps.parts.end() && end->window == window)
            ++end;
        return {begin, end};
    }

    const Overlaps &m_overlaps;
    Layout &m_layout;
};

void appendLane(Layout &layout, Building &building)
{
    std::vector<Placed> &bars = building.bars;
    std::sort(bars.begin(), bars.end(), [](const Placed &a, const Placed &b) {
        return std::tie(a.bar.begin, a.bar.window) < std::tie(b.bar.begin, b.bar.window);
    });
    Lane lane;
    lane.firstRow = static_cast<std::uint32_t>(layout.rows.size());
    lane.rows = stack(bars);
    lane.bars = static_cast<std::uint32_t>(bars.size());
    lane.firstGap = static_cast<std::uint32_t>(layout.gaps.size());
    findGaps(bars, layout.gaps);
    lane.gaps = static_cast<std::uint32_t>(layout.gaps.size()) - lane.firstGap;
    const bool isNewSection = layout.lanes.empty()
        || (!building.names.empty() && building.names.front() != layout.lanes.back().names.front());
    lane.names = std::move(building.names);

    const auto laneIndex = static_cast<std::uint32_t>(layout.lanes.size());
    if (isNewSection)
        layout.sections.push_back({laneIndex, 0});
    ++layout.sections.back().lanes;
    lane.section = static_cast<std::uint32_t>(layout.sections.size() - 1);

    layout.rows.resize(layout.rows.size() + lane.rows, Row{laneIndex, 0, 0});
    for (const Placed &placed : bars)
        ++layout.rows[lane.firstRow + placed.bar.row].bars;
    auto next = static_cast<std::uint32_t>(layout.bars.size());
    std::vector<std::uint32_t> places;
    for (std::uint32_t i = 0; i < lane.rows; ++i) {
        Row &row = layout.rows[lane.firstRow + i];
        row.firstBar = next;
        places.push_back(next);
        next += row.bars;
    }
    layout.bars.resize(next);
    for (Placed &placed : bars) {
        const std::uint32_t at = places[placed.bar.row]++;
        placed.bar.row += lane.firstRow;
        layout.bars[at] = placed.bar;
    }
    layout.lanes.push_back(std::move(lane));
}

void measure(Layout &layout, std::span<const WindowTimes> windows)
{
    for (const WindowTimes &window : windows) {
        for (const auto &moment : {window.times.start, window.times.end}) {
            if (!moment)
                continue;
            if (!layout.extent)
                layout.extent = Stretch{*moment, *moment};
            layout.extent->begin = std::min(layout.extent->begin, *moment);
            layout.extent->end = std::max(layout.extent->end, *moment);
        }
    }
}

} // namespace

std::span<const Part> partsOf(Grouping grouping)
{
    static constexpr std::array territoryFirst{Part::Territory, Part::Licence, Part::Format};
    static constexpr std::array licenceFirst{Part::Licence, Part::Territory, Part::Format};
    static constexpr std::array formatFirst{Part::Format, Part::Territory, Part::Licence};
    switch (grouping) {
    case Grouping::TerritoryLicenceFormat:
        return territoryFirst;
    case Grouping::LicenceTerritoryFormat:
        return licenceFirst;
    case Grouping::FormatTerritoryLicence:
        return formatFirst;
    case Grouping::Territory:
        return std::span(territoryFirst).first(1);
    case Grouping::Licence:
        return std::span(licenceFirst).first(1);
    case Grouping::None:
        break;
    }
    return {};
}

std::uint32_t Layout::firstEndingAfter(const Row &row, std::int64_t time) const
{
    const auto all = barsOf(row);
    const auto found = std::upper_bound(
        all.begin(), all.end(), time, [](std::int64_t wanted, const Bar &bar) { return wanted < bar.end; });
    return row.firstBar + static_cast<std::uint32_t>(found - all.begin());
}

Layout layOut(std::span<const WindowTimes> windows, const Overlaps &overlaps, Grouping grouping)
{
    Layout layout;
    Lanes lanes(grouping);
    for (std::uint32_t i = 0; i < windows.size(); ++i)
        lanes.add(i, windows[i]);
    const OverlapGiver giver(overlaps, layout);
    for (Building &building : lanes.take()) {
        for (Placed &placed : building.bars) {
            if (overlaps.parts.empty())
                break;
            if (lanes.byTerritory())
                giver.giveOne(placed.bar, placed.territory);
            else
                giver.giveAll(placed.bar);
        }
        appendLane(layout, building);
    }
    measure(layout, windows);
    return layout;
}

} // namespace marquee::timeline
