// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/Difference.h"
#include "payload/Value.h"

namespace marquee::payload {
class Document;
}
namespace marquee::rules {
struct Rulebook;
}

namespace marquee::changes {

/// Fills in places and words. Both documents as they were compared. Any thread, as `compare`.
void describe(Comparison &comparison, const rules::Rulebook &book, const payload::Document &before,
    const payload::Document &after);

/// A value as people read it, on one line: what a text says; of an object or list, what stands in it, without the names
/// and the ID by which its place goes: "VOD · US · HD". Cut to `longest` characters, with a sign for that.
QString words(const payload::Value &value, qsizetype longest = 200);

} // namespace marquee::changes
