// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/SplitList.h"

#include <algorithm>

namespace marquee::rules {

namespace {

/// From the end on, so that the places of those that are still to go hold.
std::vector<payload::Edit> editsFor(const ListPart &part, const payload::Pointer &list, std::uint32_t size)
{
    std::vector<payload::Edit> edits = part.edits;
    for (std::uint32_t i = size; i-- > 0;) {
        if (!std::binary_search(part.kept.begin(), part.kept.end(), i))
            edits.push_back(payload::Edit::remove(list.child(i)));
    }
    return edits;
}

} // namespace

Split splitList(const payload::Document &document, const payload::Pointer &list, const std::vector<ListPart> &parts)
{
    const std::uint32_t size = document.find(list).size();
    Split split;
    for (const ListPart &part : parts) {
        std::vector<payload::Edit> edits = editsFor(part, list, size);
        if (&part == &parts.front()) {
            split.edits = std::move(edits);
            continue;
        }
        auto copy = payload::Document::read(document.text().toByteArray());
        if (!copy || !(*copy)->apply(edits))
            return {}; // half a split would lose what is in the other half
        split.documents.push_back((*copy)->text().toByteArray());
    }
    return split;
}

} // namespace marquee::rules
