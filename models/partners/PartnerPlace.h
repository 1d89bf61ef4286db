// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "partners/Outcome.h"
#include "payload/Pointer.h"

#include <optional>

namespace marquee::payload {
class Document;
}

namespace marquee::partners {

/// The place in a document that the partner means. Nobody documents how partners write one, so these are understood: a
/// JSON Pointer; steps with dots, slashes or brackets ("avail.Transaction[0].End", "Transaction/0/End", "$.avail"),
/// from the outermost object or from the avail; a window by its ID among the steps ("Transaction[w2].End", "w2.End",
/// "w2"); the name of a member that stands exactly once. A last step that isn't there is the place where it would
/// stand. Nothing where the path says nothing, or where it could mean several places.
std::optional<payload::Pointer> placeIn(const PartnerError &error, const payload::Document &document);

} // namespace marquee::partners
