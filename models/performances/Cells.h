// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "performances/Fields.h"
#include "performances/Message.h"

#include <QString>

#include <optional>
#include <vector>

namespace marquee::performances {

/// What a performance says of a field, as a cell of a table: texts as they are, the entries of a list with a semicolon
/// between them, seats as "Standard=120; Balcony=40", 455 with precision 1 as 45.5. Empty where it says nothing.
QString cellOf(const payload::Value &performance, const Field &field);

/// A cell of a spreadsheet as the edits that make a performance say it. Typed by the field: dates and times may be
/// written as people do. What can't be what the field holds is kept as text, and `problem` says so. Without edits: it
/// says that already. Empty: the edit that makes the field absent.
std::vector<payload::Edit> cellEdits(const rules::Context &context, const payload::Pointer &performance,
    const Field &field, const QString &cell, QString &problem);

/// The same for a performance that is made: the member's JSON; nothing for an empty cell.
std::optional<std::string> cellJson(const Field &field, const QString &cell, QString &problem);

} // namespace marquee::performances
