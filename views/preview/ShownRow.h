// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/RowLayout.h"

#include <QString>

namespace marquee::preview {

/// One row as it is painted: what isn't UTF-8 is U+FFFD, control characters are visible, tabs are blanks. Knows which
/// byte each unit of the text stands for.
class ShownRow
{
public:
    ShownRow(const payload::Text &text, const Row &row);

    const Row &row() const { return m_row; }
    const QString &text() const { return m_text; }
    /// Every unit is one column of printable ASCII, so that places are a multiplication.
    bool isGrid() const { return m_grid; }

    /// The byte that a unit stands for, from the beginning of the text; the row's end for units past the last.
    std::uint32_t offsetAt(qsizetype unit) const;
    /// The first unit that stands for that byte; the ends of the row for bytes outside of it.
    qsizetype unitAt(std::uint32_t offset) const;

private:
    void decode(std::string_view bytes);

    Row m_row;
    QString m_text;
    std::vector<std::uint32_t> m_offsets; ///< of each unit, from the row's beginning; empty where they are the same
    bool m_grid = true;
};

} // namespace marquee::preview
