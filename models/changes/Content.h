// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "changes/Ignoring.h"
#include "payload/Value.h"

#include <cstdint>
#include <string_view>

namespace marquee::changes {

/// How the items of a list are told apart.
enum class ListKind : std::uint8_t
{
    Windows,
    Assets,
    Terms,
    BatchItems,
    Performances,
    Seats, ///< SeatCapacity
    Responses, ///< of a callback
    Productions, ///< productionDetails
    Set, ///< territories, languages: their order says nothing
    AnyOrder, ///< a list whose order was asked to say nothing
    Ordered
};
ListKind listKind(std::string_view name); ///< of the member that holds the list

/// What a comparison was asked not to look at.
struct Leniency
{
    Ignoring ignoring;
    bool anyOrder = false; ///< of all lists

    ListKind listKind(std::string_view name) const
    {
        const ListKind kind = changes::listKind(name);
        return anyOrder && kind == ListKind::Ordered ? ListKind::AnyOrder : kind;
    }
};

/// Whether two values that aren't containers say the same.
bool sameScalar(const payload::Value &left, const payload::Value &right);

/// Equal for values that say the same; `name` is that of the member that holds the value, `place` where it stands.
/// Members called `skipped` on the outermost level don't count, nor what `lenient` leaves out.
std::uint64_t contentHash(const payload::Value &value, const Leniency &lenient, const Ignoring::Place &place,
    std::string_view name = {}, std::string_view skipped = {});
inline std::uint64_t contentHash(const payload::Value &value)
{
    return contentHash(value, {}, {});
}

} // namespace marquee::changes
