// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/RemoveTerm.h"

#include "payload/Document.h"
#include "windows/Plan.h"

namespace marquee::windows {

using payload::Edit;
using payload::Value;

Expected<Plan> removeTerm(const rules::Context &context, const Rows &rows, std::string_view name)
{
    const Rows those = standing(context, rows);
    if (those.empty())
        return tl::unexpected(noWindows());
    Plan plan;
    for (const std::uint32_t row : those) {
        const Value list = windowAt(context, row).member("Terms");
        const payload::Pointer at = placeOf(row).child("Terms");
        std::vector<Edit> edits;
        // From the end, so that the places of the others hold.
        for (std::uint32_t i = list.isArray() ? list.size() : 0; i-- > 0;) {
            const Value called = list.at(i).member("_termName");
            if (called.isString() && called.string() == name)
                edits.push_back(Edit::remove(at.child(i)));
        }
        if (edits.empty())
            continue;
        if (edits.size() == list.size())
            edits = {Edit::remove(at)};
        plan.edits.insert(plan.edits.end(), edits.begin(), edits.end());
        ++plan.changed;
    }
    if (plan.edits.empty())
        return tl::unexpected(refusal(tr("None of these windows has that term."), tr("Choose other windows.")));
    return plan;
}

} // namespace marquee::windows
