// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Change.h"
#include "payload/Error.h"

#include <string_view>

namespace marquee::payload {

class Text;

/// The one stretch, of whole characters, in which two texts differ. TooLarge where the other one is above the limit.
Expected<Splice> difference(const Text &text, std::string_view after);

/// Makes one splice of two that follow each other; false where too much that stays stands between them. The text is that after both.
bool joinInto(Splice &last, const Splice &next, const Text &text);

} // namespace marquee::payload
