// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/ShiftDates.h"

#include "payload/Document.h"
#include "payload/JsonText.h"
#include "timeline/WindowTimes.h"
#include "windows/Dates.h"
#include "windows/Plan.h"

#include <QCoreApplication>

namespace marquee::windows {

using payload::Edit;
using payload::Pointer;
using payload::Value;

namespace {

/// Shifts one date after the other, and counts.
class Shifting
{
public:
    explicit Shifting(const Shift &shift)
        : m_shift(shift)
    {
    }

    void date(const Value &value, const Pointer &at)
    {
        if (!value)
            return;
        const auto moment = momentOf(value);
        if (!moment) {
            ++unreadable;
            return;
        }
        const auto to = later(*moment, m_shift.months, m_shift.days);
        if (!to)
            ++outside;
        else if (*to != *moment)
            edits.push_back(Edit::set(at, spelled(*to, value.string())));
    }

    void window(const Value &value, const Pointer &at)
    {
        if (m_shift.start)
            date(value.member("Start"), at.child("Start"));
        if (m_shift.end)
            date(value.member("End"), at.child("End"));
        const Value terms = m_shift.terms ? value.member("Terms") : Value();
        for (std::uint32_t i = 0; terms.isArray() && i < terms.size(); ++i)
            date(terms.at(i).member("Event"), at.child("Terms").child(i).child("Event"));
    }

    bool turnsAround(const Value &value) const
    {
        const timeline::Times before = timeline::readWindow(value).times;
        timeline::Times after = before;
        if (m_shift.start && before.start)
            after.start = later(*before.start, m_shift.months, m_shift.days);
        if (m_shift.end && before.end)
            after.end = later(*before.end, m_shift.months, m_shift.days);
        return after.isBackwards() && !before.isBackwards();
    }

    std::vector<Edit> edits;
    int unreadable = 0;
    int outside = 0;

private:
    const Shift &m_shift;
};

} // namespace

Expected<Plan> shiftDates(const rules::Context &context, const Rows &rows, const Shift &shift)
{
    const Rows those = standing(context, rows);
    if (those.empty())
        return tl::unexpected(noWindows());
    if (shift.days == 0 && shift.months == 0)
        return tl::unexpected(
            refusal(tr("The dates would stay where they are."), tr("Say by how many days or months.")));
    if (!shift.start && !shift.end && !shift.terms)
        return tl::unexpected(refusal(tr("No date is chosen."), tr("Choose Start, End or both.")));
    Shifting shifting(shift);
    Plan plan;
    int turned = 0;
    for (const std::uint32_t row : those) {
        const Value window = windowAt(context, row);
        const std::size_t before = shifting.edits.size();
        shifting.window(window, placeOf(row));
        plan.changed += shifting.edits.size() > before ? 1 : 0;
        turned += shifting.turnsAround(window) ? 1 : 0;
    }
    if (shifting.outside > 0)
        return tl::unexpected(
            refusal(tr("A date would leave the years that can be written, 1 to 9999."), tr("Shift by less.")));
    if (shifting.edits.empty())
        return tl::unexpected(refusal(tr("None of these windows has a date that could be shifted."),
            tr("Write the dates first, or choose other ones.")));
    const int unreadable = shifting.unreadable;
    if (unreadable > 0)
        plan.remarks << QCoreApplication::translate(
            "Windows", "%n date(s) can't be read and stay as they are.", nullptr, unreadable);
    if (turned > 0)
        plan.remarks << QCoreApplication::translate(
            "Windows", "%n window(s) would end before the start.", nullptr, turned);
    plan.edits = std::move(shifting.edits);
    return plan;
}

std::optional<ShiftedWindow> shiftedWindow(const rules::Context &context, std::uint32_t row, const Shift &shift)
{
    const Value window = windowAt(context, row);
    if (!window.isObject())
        return std::nullopt;
    ShiftedWindow shown;
    shown.row = row;
    shown.startBefore = shown.startAfter = window.member("Start").string();
    shown.endBefore = shown.endAfter = window.member("End").string();
    Shifting shifting(shift);
    shifting.window(window, placeOf(row));
    if (shifting.outside > 0)
        return std::nullopt;
    for (const Edit &edit : shifting.edits) {
        const std::string text
            = payload::decodeJsonString(std::string_view(edit.after).substr(1, edit.after.size() - 2));
        if (edit.pointer.tokens.back().text == "Start")
            shown.startAfter = text;
        else if (edit.pointer.tokens.back().text == "End")
            shown.endAfter = text;
    }
    return shown;
}

} // namespace marquee::windows
