// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/SplitAt.h"

#include "payload/Document.h"
#include "rules/FieldEdits.h"
#include "rules/WindowId.h"
#include "timeline/Move.h"
#include "windows/Dates.h"
#include "windows/Plan.h"
#include "windows/SmallAvail.h"

#include <QCoreApplication>

#include <algorithm>

namespace marquee::windows {

using payload::Edit;
using payload::Value;

namespace {

/// An end that doesn't read as a date isn't an open one.
bool spans(const Value &window, std::int64_t moment)
{
    const auto start = momentOf(window.member("Start"));
    const auto end = momentOf(window.member("End"));
    return start && *start < moment && (end ? moment < *end : !window.member("End"));
}

} // namespace

Expected<Plan> splitAt(const rules::Context &context, const Rows &rows, std::int64_t moment)
{
    Rows those = standing(context, rows);
    if (those.empty())
        return tl::unexpected(noWindows());
    const int all = static_cast<int>(those.size());
    std::erase_if(those, [&](std::uint32_t row) { return !spans(windowAt(context, row), moment); });
    if (those.empty())
        return tl::unexpected(refusal(tr("None of these windows is open at that date."),
            tr("Choose a date after their start and before their end.")));
    Plan plan;
    std::reverse(those.begin(), those.end()); // from the end, so that places hold
    for (const std::uint32_t row : those) {
        const Value window = windowAt(context, row);
        const std::string start = window.member("Start").string();
        SmallAvail second(context, window.raw());
        second.setId(rules::newWindowId());
        if (const auto done = second.put(SmallAvail::place().child("Start"), spelled(moment, start)); !done)
            return tl::unexpected(done.error());
        const Value end = window.member("End");
        plan.edits.push_back(
            rules::placeValue(context, placeOf(row).child("End"), spelled(moment, end ? end.string() : start)));
        plan.edits.push_back(Edit::insertItem(timeline::windowsPlace(), second.json(), row + 1));
    }
    plan.changed = plan.added = static_cast<int>(those.size());
    const int left = all - plan.changed;
    if (left > 0)
        plan.remarks << QCoreApplication::translate(
            "Windows", "%n window(s) aren't open at that date and are left as they are.", nullptr, left);
    return plan;
}

} // namespace marquee::windows
