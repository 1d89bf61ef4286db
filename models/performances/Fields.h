// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/Catalog.h"

#include <QString>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace marquee::performances {

/// What a performance's field holds.
enum class FieldKind : std::uint8_t
{
    Text,
    Date, ///< yyyy-mm-dd
    Time, ///< hh:mm, 24 hours
    YesNo, ///< true or false
    Integer,
    List, ///< texts, each an element of its own
    Capacities, ///< seat types, each with its number of seats
    Scaled ///< an integer with the number of its decimals beside
};

/// One field of a performance, as the catalogue describes it.
struct Field
{
    std::string name; ///< as the message writes it: "@id", "EventId", "PrintFormats"
    std::string item; ///< of lists: what each entry is called, "PrintFormat"
    FieldKind kind = FieldKind::Text;
    bool isRequired = false; ///< in every message
    bool isStarred = false; ///< of a complete performance; may come with another message
    QString label;
    QString help;
    QString source;
    const catalog::Vocabulary *vocabulary = nullptr; ///< values to suggest; of a list for its entries; may be null
};

/// All of them, in the order in which they are written. The catalogue has to outlive them.
std::vector<Field> fieldsOf(const catalog::Catalog &catalog);
const Field *findField(const std::vector<Field> &fields, std::string_view name); ///< null where there is none

} // namespace marquee::performances
