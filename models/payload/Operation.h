// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Change.h"
#include "payload/Edit.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace marquee::payload {

/// The smallest thing that is done to a document and undone: one splice of the text, and the child that it sets, adds or
/// takes away; or of the text as a whole (Whole), which is read again. Its opposite has removed and inserted swapped, and
/// Insert for Remove.
struct Operation
{
    ChangedPlace place;
    Splice splice;
    /// Insert and Remove: where the child stands inside the bytes that come or go.
    std::uint32_t valueAt = 0;
    std::uint32_t valueLength = 0;
    std::uint32_t nameBack = 0;
    std::uint16_t nameLength = 0;
    std::uint8_t flags = 0; ///< of the slot, those of its name

    Operation opposite() const;
};

/// What one press of Undo takes back: the operations, and the edits that they came from.
struct Step
{
    QString caption; ///< for the menu, in the user's language: "Change End"
    QString mergeKey; ///< typing in one field has one key; empty: merges with nothing
    std::vector<Operation> operations;
    std::vector<Edit> edits;
    std::uint64_t state = 0; ///< names the document's state after this step; never used twice
};

} // namespace marquee::payload
