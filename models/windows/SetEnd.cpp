// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/SetEnd.h"

#include "payload/Document.h"
#include "rules/FieldEdits.h"
#include "windows/Dates.h"
#include "windows/Plan.h"

#include <QCoreApplication>

namespace marquee::windows {

using payload::Edit;
using payload::Pointer;
using payload::Value;

Expected<Plan> setEnd(const rules::Context &context, const Rows &rows, std::optional<std::int64_t> end)
{
    const Rows those = standing(context, rows);
    if (those.empty())
        return tl::unexpected(noWindows());
    Plan plan;
    int tooLate = 0;
    for (const std::uint32_t row : those) {
        const Value window = windowAt(context, row);
        const Pointer at = placeOf(row).child("End");
        const Value stands = window.member("End");
        if (!end) {
            if (stands)
                plan.edits.push_back(Edit::remove(at));
            continue;
        }
        const auto start = momentOf(window.member("Start"));
        if (start && *start >= *end) {
            ++tooLate;
        } else if (!stands || momentOf(stands) != end) {
            // Without an end of its own it is written like the start.
            const Value like = momentOf(stands) ? stands : window.member("Start");
            plan.edits.push_back(rules::placeValue(context, at, spelled(*end, like.string())));
        }
    }
    plan.changed = static_cast<int>(plan.edits.size());
    if (tooLate > 0)
        plan.remarks << QCoreApplication::translate(
            "Windows", "%n window(s) start at that date or after it and are left as they are.", nullptr, tooLate);
    if (plan.edits.empty())
        return tl::unexpected(tooLate > 0
                ? refusal(tr("None of these windows starts before that date."), tr("Choose a later end."))
                : refusal(end ? tr("All of these windows end then already.") : tr("None of these windows has an end."),
                    tr("Choose other windows or another date.")));
    return plan;
}

} // namespace marquee::windows
