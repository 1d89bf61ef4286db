// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"

#include <QByteArray>

#include <optional>
#include <string>
#include <vector>

namespace marquee::payload {

/// A text that could be meant, for someone to look at and accept. Nothing is repaired in silence (PL001).
struct Repair
{
    struct Insertion
    {
        TextPlace place; ///< in the text as it is
        std::string inserted; ///< commas and brackets, nothing else
    };
    QByteArray text;
    std::vector<Insertion> insertions;
};

/// Proposes the commas and closing brackets that are missing; nothing where that alone doesn't make it well-formed.
std::optional<Repair> proposeRepair(const QByteArray &malformed);

} // namespace marquee::payload
