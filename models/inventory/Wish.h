// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "windows/Plan.h"
#include "windows/SharedFields.h"
#include "windows/ShiftDates.h"

#include <QString>

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace marquee::inventory {

/// A field's value, or a term's; the term is added where a window has none.
struct SetValue
{
    windows::SharedPlace place;
    std::string json;
};
/// A start, in the spelling that the window's own has. Seconds since 1970, UTC.
struct SetStart
{
    std::int64_t moment = 0;
};
/// The same for the end; nothing: no end.
struct SetEnd
{
    std::optional<std::int64_t> moment;
};
struct RemoveTerm
{
    std::string name;
};
struct RemoveWindows
{
};

/// What is to become of windows, whatever document they are in.
using Wish = std::variant<SetValue, SetStart, SetEnd, windows::Shift, RemoveTerm, RemoveWindows>;

/// One thing that becomes another.
struct ChangedField
{
    QString path; ///< of the document; filled in by InventoryEdit, as is the name
    QString document;
    QString window; ///< its ID, or its number
    QString field; ///< as the catalogue calls it
    QString before; ///< for people, on one line; empty where nothing stands
    QString after;
};

struct WishPlan : windows::Plan
{
    std::vector<ChangedField> fields; ///< all of them, in the order of the windows
    int same = 0; ///< windows that say it already
};

/// What a wish comes to in one document. Errors are why nothing can be done there (Invalid). A plan without edits: the
/// windows say it already.
Expected<WishPlan> planWish(const rules::Context &context, const windows::Rows &rows, const Wish &wish);

/// What Undo calls it.
QString captionOf(const Wish &wish, int windows);

} // namespace marquee::inventory
