// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Tree.h"

#include <cstdint>
#include <string>
#include <vector>

namespace marquee::payload {

/// Bytes that stand where others stood. The opposite swaps the two.
struct Splice
{
    std::uint32_t offset = 0; ///< in the text as it is when its turn comes
    std::string removed;
    std::string inserted;
};

/// One place of the tree that changed.
struct ChangedPlace
{
    enum class Kind : std::uint8_t { Set, Insert, Remove, Whole };
    Kind kind = Kind::Set;
    Path container; ///< empty for the root itself when `root` is set
    std::uint32_t index = 0; ///< of the child that was set, came or went
    bool root = false; ///< Set of the root value: there is no container
};

/// What an edit, an undo or a redo did to a document, in the order in which it was done.
struct Change
{
    std::vector<Splice> splices;
    std::vector<ChangedPlace> places;
};

} // namespace marquee::payload
