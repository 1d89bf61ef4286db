// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "windows/Plan.h"

#include <QByteArray>

namespace marquee::windows {

/// Windows as rows for a spreadsheet: text with tabs, UTF-8, the catalogue's labels as headings. A column for every
/// field and term of which one of the windows says something, and always for the ID, licence type, territory, format,
/// start and end. What no column can hold (members that the catalogue doesn't know, a second term of one name) isn't in
/// it. pasteRows takes it back. Empty where no window stands there.
QByteArray copyRows(const rules::Context &context, const Rows &rows);

} // namespace marquee::windows
