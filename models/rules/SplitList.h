// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Document.h"
#include "rules/Rule.h"

namespace marquee::rules {

/// One of the documents that a list is shared out to.
struct ListPart
{
    std::vector<std::uint32_t> kept; ///< ascending; the children that it has, by their places in the whole list
    std::vector<payload::Edit> edits; ///< of what it keeps; places still count in the whole list
};

/// Shares out the children of `list`: the first part is what the document keeps, each other becomes a document that is otherwise
/// the same, byte for byte.
Split splitList(const payload::Document &document, const payload::Pointer &list, const std::vector<ListPart> &parts);

} // namespace marquee::rules
