// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/RowMapping.h"
#include "windows/Plan.h"

#include <optional>
#include <string>

namespace marquee::windows {

/// The places of a window that a column can hold, in the catalogue's order: its fields, then what terms say. Pointers
/// are those of the first window.
std::vector<exchange::FieldPlace> windowPlaces(const catalog::Catalog &catalog);

/// For a place in the items of a list (a country, a language): the list's member and the item's.
struct ListPlace
{
    std::string list;
    std::string member;
};
std::optional<ListPlace> listPlace(const exchange::FieldPlace &place);

/// What a window says at a place, as a cell: texts as they read, numbers as they are written, the items of a list with
/// a comma between them, of a term the first of its name. Empty where it says nothing.
QString cellOf(const payload::Value &window, const exchange::FieldPlace &place);
/// A list's cell, cut: at commas and semicolons, without blanks around.
QStringList partsOf(const QString &cell);

} // namespace marquee::windows
