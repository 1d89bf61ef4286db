// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/Difference.h"
#include "payload/Edit.h"

namespace marquee::payload {
class Document;
}

namespace marquee::changes {

/// The edit of `after` that makes it say at that place what `before` says. Both documents as they were compared;
/// nothing where the place isn't there any more.
std::optional<payload::Edit> putBack(
    const Difference &difference, const payload::Document &before, const payload::Document &after);

/// Where `after` has the place of a difference, or would have it: the member that is missing; for an item that is, its
/// list.
payload::Pointer fieldOf(const Difference &difference, const payload::Document &after);

} // namespace marquee::changes
