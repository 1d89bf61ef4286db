// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/Operation.h"

#include <utility>

namespace marquee::payload {

Operation Operation::opposite() const
{
    Operation other = *this;
    std::swap(other.splice.removed, other.splice.inserted);
    if (place.kind == ChangedPlace::Kind::Insert)
        other.place.kind = ChangedPlace::Kind::Remove;
    else if (place.kind == ChangedPlace::Kind::Remove)
        other.place.kind = ChangedPlace::Kind::Insert;
    return other;
}

} // namespace marquee::payload
