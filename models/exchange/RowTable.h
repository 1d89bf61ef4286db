// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"

#include <QByteArray>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace marquee::exchange {

/// Rows of text with headings over them: CSV (RFC 4180), TSV, or what one pastes from a spreadsheet. Every cell is
/// text, as it is written. Only the text is kept and where its rows begin, so 100,000 rows cost little. A value; any
/// thread.
class RowTable
{
public:
    /// The first row holds the headings. The separator is what the first row has most of: tab, semicolon or comma. Rows
    /// without any text are passed over. Errors: NotUtf8, Malformed (a quote that isn't closed), Invalid (no headings,
    /// a heading twice), each with its line.
    static Expected<RowTable> read(QByteArray bytes);

    const QStringList &headings() const { return m_headings; }
    char separator() const { return m_separator; }
    int count() const { return static_cast<int>(m_begins.size()); }
    /// The cells of a row, from 0; as many as there are headings, or more where the row has more.
    QStringList row(int index) const;
    int lineOf(int index) const { return static_cast<int>(m_lines[static_cast<std::size_t>(index)]); } ///< from 1

private:
    QByteArray m_bytes;
    char m_separator = ',';
    QStringList m_headings;
    std::vector<std::uint32_t> m_begins;
    std::vector<std::uint32_t> m_lines;
};

} // namespace marquee::exchange
