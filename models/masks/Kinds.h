// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "masks/Mask.h"
#include "payload/Value.h"

#include <optional>
#include <string>
#include <vector>

namespace marquee::catalog {
class Catalog;
}

namespace marquee::masks {

/// One step of the way down to a value.
struct Step
{
    std::string name; ///< of the member; of an item, empty
    payload::Value holder; ///< in which it stands
};

/// What a scalar is to be masked as; nothing where it isn't. `way` leads from the root down to it.
std::optional<Category> categoryOf(const payload::Value &value, const std::vector<Step> &way,
    const MaskOptions &options, const catalog::Catalog &catalog);

/// The path of a batch's item, in which a licensor and an ID stand.
bool isBatchPath(const std::vector<Step> &way);

} // namespace marquee::masks
