// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Edit.h"
#include "performances/Fields.h"
#include "rules/Context.h"

#include <string>
#include <vector>

namespace marquee::performances {

/// The entries of a list of texts, in their order.
std::vector<std::string> itemsOf(const payload::Value &performance, const Field &field);

/// The edits that make a performance's list say `wanted`: what came, went, moved or changed, entry by entry, so that
/// all else in it stays as it is written. An absent list stays absent for an empty `wanted`; one that stands becomes
/// empty.
std::vector<payload::Edit> listEdits(const rules::Context &context, const payload::Pointer &performance,
    const Field &field, const std::vector<std::string> &wanted);

} // namespace marquee::performances
