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
    struct Change
    {
        TextPlace place; ///< in the text as it is
        std::string removed; ///< empty where something was missing
        std::string inserted;
    };
    QByteArray text;
    std::vector<Change> changes;
};

/// Proposes what makes a text well-formed; nothing where little things alone don't: in JSON the commas and closing brackets that are
/// missing; in XML closing tags that are missing or have another name, `<` and `&` that are meant as text, and quotes and `>` that
/// are missing.
std::optional<Repair> proposeRepair(const QByteArray &malformed);

std::optional<Repair> proposeJsonRepair(const QByteArray &malformed);
std::optional<Repair> proposeXmlRepair(const QByteArray &malformed);

} // namespace marquee::payload
