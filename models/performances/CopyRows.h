// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Context.h"
#include "windows/Plan.h"

#include <QByteArray>

namespace marquee::performances {

using windows::Plan;
using windows::Rows;

/// Performances as rows for a spreadsheet: text with tabs, UTF-8, the catalogue's labels as headings. A column for
/// every field of which one of them says something, and always for those of a complete performance. What the catalogue
/// doesn't know isn't in it, and absent and empty look the same. pasteRows takes it back. Empty where none of the rows
/// stands.
QByteArray copyRows(const rules::Context &context, const Rows &rows);

/// Rows that stand, ascending, each once.
Rows standing(const payload::Document &document, Rows rows);

} // namespace marquee::performances
