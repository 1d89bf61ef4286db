// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/Spread.h"

#include "payload/Document.h"
#include "payload/JsonText.h"
#include "timeline/Move.h"
#include "timeline/WindowTimes.h"
#include "windows/Plan.h"
#include "windows/SmallAvail.h"
#include "windows/SpreadIds.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <unordered_set>

namespace marquee::windows {

using payload::Edit;
using payload::Pointer;
using payload::Value;
using timeline::WindowTimes;

namespace {

struct Standing
{
    WindowTimes facts;
    std::string contract;
};

bool overlap(const timeline::Times &a, const timeline::Times &b)
{
    constexpr auto first = std::numeric_limits<std::int64_t>::min();
    constexpr auto last = std::numeric_limits<std::int64_t>::max();
    return a.start.value_or(first) < b.end.value_or(last) && b.start.value_or(first) < a.end.value_or(last);
}

/// Makes the windows of a grid.
class Spreading
{
public:
    Spreading(const rules::Context &context, std::uint32_t row)
        : m_context(context)
        , m_row(row)
        , m_source(windowAt(context, row))
    {
        const Value list = context.document.find(timeline::windowsPlace());
        for (std::uint32_t i = 0; i < list.size(); ++i) {
            const Value window = list.at(i);
            if (!window.isObject())
                continue;
            m_standing.push_back({timeline::readWindow(window), window.member("ContractID").string()});
            m_ids.insert(m_standing.back().facts.id);
            if (i == row)
                m_own = m_standing.back();
        }
    }

    const WindowTimes &own() const { return m_own.facts; }

    Expected<bool> combination(SpreadWindow window, bool isTerritoryGiven, const QString &pattern)
    {
        window.stands = std::any_of(m_standing.begin(), m_standing.end(), [&](const Standing &one) {
            const auto &countries = one.facts.territories;
            return one.facts.licence == window.licence && one.facts.format == window.format
                && one.contract == m_own.contract && overlap(one.facts.times, m_own.facts.times)
                && (isTerritoryGiven
                        ? std::find(countries.begin(), countries.end(), window.territory) != countries.end()
                        : countries == m_own.facts.territories);
        });
        if (!window.stands) {
            const auto id = idByPattern(pattern, {own().id, window.territory, window.licence, window.format, ++m_made});
            if (!id)
                return tl::unexpected(id.error());
            if (!m_ids.insert(*id).second)
                return tl::unexpected(
                    refusal(tr("Two windows would have the ID “%1”.").arg(QString::fromStdString(*id)),
                        tr("Add what tells them apart to the pattern: {territory}, {licence}, {format} or {n}.")));
            window.id = *id;
            auto json = made(window, isTerritoryGiven);
            if (!json)
                return tl::unexpected(json.error());
            plan.edits.push_back(Edit::insertItem(timeline::windowsPlace(), std::move(*json), m_row + m_made));
        }
        plan.windows.push_back(std::move(window));
        return true;
    }

    SpreadPlan plan;

private:
    Expected<std::string> made(const SpreadWindow &window, bool isTerritoryGiven) const
    {
        SmallAvail small(m_context, m_source.raw());
        const Pointer at = SmallAvail::place();
        const auto put = [&](const Pointer &field, const std::string &text) {
            return small.put(field, payload::encodeJsonString(std::string_view(text)));
        };
        small.setId(window.id);
        if (isTerritoryGiven) {
            const Pointer list = at.child("Territory");
            // The first keeps what else it says; the others go.
            for (std::uint32_t count = small.window().member("Territory").size(); count > 1; --count)
                small.takeAway(list.child(count - 1));
            if (const auto done = put(list.child(std::uint32_t{0}).child("country"), window.territory); !done)
                return tl::unexpected(done.error());
        }
        if (window.licence != own().licence) {
            if (const auto done = put(at.child("LicenseType"), window.licence); !done)
                return tl::unexpected(done.error());
        }
        if (window.format != own().format) {
            if (const auto done = put(at.child("FormatProfile").child("value"), window.format); !done)
                return tl::unexpected(done.error());
        }
        return small.json();
    }

    const rules::Context &m_context;
    std::uint32_t m_row;
    Value m_source;
    Standing m_own;
    std::vector<Standing> m_standing;
    std::unordered_set<std::string> m_ids;
    int m_made = 0;
};

std::vector<std::string> orOwn(const std::vector<std::string> &chosen, const std::string &own)
{
    return chosen.empty() ? std::vector{own} : chosen;
}

} // namespace

Expected<SpreadPlan> spread(const rules::Context &context, std::uint32_t row, const Grid &grid)
{
    if (standing(context, {row}).empty())
        return tl::unexpected(noWindows());
    Spreading spreading(context, row);
    const WindowTimes &own = spreading.own();
    const bool isTerritoryGiven = !grid.territories.empty();
    const auto territories = orOwn(grid.territories, own.territories.empty() ? std::string() : own.territories.front());
    const auto licences = orOwn(grid.licences, own.licence);
    const auto formats = orOwn(grid.formats, own.format);
    if (territories.size() * licences.size() * formats.size() > MostSpread)
        return tl::unexpected(
            refusal(QCoreApplication::translate("Windows", "That would be more than %n windows.", nullptr, MostSpread),
                tr("Take fewer territories, types or formats.")));
    for (const std::string &territory : territories) {
        for (const std::string &licence : licences) {
            for (const std::string &format : formats) {
                const auto done
                    = spreading.combination({{}, territory, licence, format, false}, isTerritoryGiven, grid.idPattern);
                if (!done)
                    return tl::unexpected(done.error());
            }
        }
    }
    SpreadPlan plan = std::move(spreading.plan);
    plan.added = static_cast<int>(plan.edits.size());
    const int left = static_cast<int>(plan.windows.size()) - plan.added;
    if (plan.added == 0)
        return tl::unexpected(
            refusal(tr("All of these windows stand already."), tr("Choose other territories, types or formats.")));
    if (left > 0)
        plan.remarks << QCoreApplication::translate(
            "Windows", "%n combination(s) stand already and are left out.", nullptr, left);
    return plan;
}

} // namespace marquee::windows
