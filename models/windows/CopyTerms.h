// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "windows/Plan.h"

#include <QByteArray>

namespace marquee::windows {

/// The list of a window's terms as JSON, for the clipboard or a set of terms: the payload's own bytes.
/// readTerms takes it back. Empty where the window isn't there or has no terms.
QByteArray copyTerms(const rules::Context &context, std::uint32_t row);

} // namespace marquee::windows
