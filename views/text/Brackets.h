// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <utility>

class QTextDocument;

namespace marquee::text {

/// The bracket beside a place, in front of it or behind, and its partner; positions in the document. The partner is -1
/// where there is none of its kind. Nothing where no bracket stands there, or the partner is too far away to look for.
std::optional<std::pair<int, int>> bracketsAt(const QTextDocument &document, int position);

} // namespace marquee::text
