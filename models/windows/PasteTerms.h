// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "windows/Plan.h"
#include "windows/TermList.h"

namespace marquee::windows {

enum class TermsMode : std::uint8_t
{
    Merge, ///< terms of the same name become those that are given, the others that are given are added; the rest stays
    Replace ///< the window's list becomes the one that is given
};

/// What becomes of one term, in how many windows.
struct TermOutcome
{
    std::string name;
    QString words; ///< the value that is given; empty for a term that only goes
    int added = 0;
    int changed = 0;
    int same = 0;
    int removed = 0; ///< Replace: in how many windows it stands and isn't given
};

struct TermsPlan : Plan
{
    std::vector<TermOutcome> terms; ///< the given ones in their order, then those that go
    int same = 0; ///< windows that say all of it already; they get no edit
};

/// Gives windows terms. Of several terms of one name in a window the first takes the first that is given, and so on.
/// Values keep their digits; the layout is the document's. Invalid where no window stands there; where nothing would
/// change, the plan has no edits.
Expected<TermsPlan> pasteTerms(const rules::Context &context, const Rows &rows, const TermList &terms, TermsMode mode);

} // namespace marquee::windows
