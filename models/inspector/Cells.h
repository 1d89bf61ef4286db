// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Value.h"

#include <QString>

namespace marquee::inspector {

/// Values as rows and cells show them: bounded, on one line. Any thread.

constexpr qsizetype LongestCell = 240; ///< characters

/// A member's name; "[3]" where the value is an item of a list.
QString nameWords(const payload::Value &value, const payload::Value &parent, std::uint32_t index);
/// What a scalar says, cut; of a container the first scalars in it: "HL-0102 · SVOD · 2027-03-14". Never reads more
/// than it shows.
QString valueWords(const payload::Value &value, qsizetype most = LongestCell);
/// The whole of it, to be copied: what a text says; the text of a container as it stands.
QString wholeText(const payload::Value &value);
/// "Object", "List", "Text", "Number"…; of XML "Element", "Attribute".
QString typeWords(const payload::Value &value);
/// "12 B", "4.2 KB".
QString sizeWords(std::int64_t bytes);

} // namespace marquee::inspector
