// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/JoinNeighbours.h"

#include "payload/Document.h"
#include "rules/FieldEdits.h"
#include "windows/Content.h"
#include "windows/Dates.h"
#include "windows/Plan.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <map>

namespace marquee::windows {

using payload::Edit;
using payload::Value;

namespace {

constexpr std::int64_t Never = std::numeric_limits<std::int64_t>::max();

struct Piece
{
    std::uint32_t row;
    std::int64_t start;
    std::int64_t end;
};

/// Nothing where the dates don't say when it holds.
std::optional<Piece> pieceOf(const Value &window, std::uint32_t row)
{
    const auto start = momentOf(window.member("Start"));
    const auto end = window.member("End") ? momentOf(window.member("End")) : std::optional(Never);
    return start && end && *start < *end ? std::optional(Piece{row, *start, *end}) : std::nullopt;
}

/// Pieces of the same kind, by their start: those that touch become one.
class Joining
{
public:
    explicit Joining(const rules::Context &context)
        : m_context(context)
    {
    }

    void pieces(std::vector<Piece> &same)
    {
        std::stable_sort(same.begin(), same.end(), [](const Piece &a, const Piece &b) { return a.start < b.start; });
        for (std::size_t first = 0; first < same.size();) {
            std::size_t next = first + 1;
            std::size_t last = first; // the one that ends last
            while (next < same.size() && same[next].start <= same[last].end) {
                gone.push_back(same[next].row);
                if (same[next].end > same[last].end)
                    last = next;
                ++next;
            }
            if (next > first + 1)
                ++kept;
            if (last != first)
                end(same[first].row, same[last].row);
            first = next;
        }
    }

    std::vector<Edit> edits;
    Rows gone;
    int kept = 0;

private:
    void end(std::uint32_t row, std::uint32_t of)
    {
        const auto at = placeOf(row).child("End");
        if (const Value wanted = windowAt(m_context, of).member("End"))
            edits.push_back(rules::placeValue(m_context, at, wanted.raw()));
        else
            edits.push_back(Edit::remove(at));
    }

    const rules::Context &m_context;
};

} // namespace

Expected<Plan> joinNeighbours(const rules::Context &context, const Rows &rows)
{
    const Rows those = standing(context, rows);
    if (those.empty())
        return tl::unexpected(noWindows());
    std::map<std::string, std::vector<Piece>> kinds;
    int unreadable = 0;
    for (const std::uint32_t row : those) {
        const Value window = windowAt(context, row);
        if (const auto piece = pieceOf(window, row))
            kinds[contentOf(window, {"_TransactionID", "Start", "End"})].push_back(*piece);
        else
            ++unreadable;
    }
    Joining joining(context);
    for (auto &[kind, pieces] : kinds)
        joining.pieces(pieces);
    if (joining.gone.empty())
        return tl::unexpected(refusal(tr("None of these windows can be joined."),
            tr("Select windows that differ only in their ID and dates, and of which one ends when the other starts, or "
               "later.")));
    Plan plan;
    plan.edits = std::move(joining.edits);
    std::sort(joining.gone.rbegin(), joining.gone.rend()); // from the end, so that places hold
    for (const std::uint32_t row : joining.gone)
        plan.edits.push_back(Edit::remove(placeOf(row)));
    plan.changed = joining.kept;
    plan.removed = static_cast<int>(joining.gone.size());
    if (unreadable > 0)
        plan.remarks << QCoreApplication::translate("Windows",
            "%n window(s) have dates that can't be read, or an end before the start, and are left out.", nullptr,
            unreadable);
    return plan;
}

} // namespace marquee::windows
