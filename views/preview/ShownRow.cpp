// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/ShownRow.h"

#include "preview/Utf8.h"

#include <algorithm>

namespace marquee::preview {

ShownRow::ShownRow(const payload::Text &text, const Row &row)
    : m_row(row)
{
    std::string scratch;
    const std::string_view bytes = text.view(row.begin, row.end, scratch);
    if (std::all_of(bytes.begin(), bytes.end(), [](char c) { return c >= 0x20 && c < 0x7F; }))
        m_text = QString::fromLatin1(bytes.data(), static_cast<qsizetype>(bytes.size()));
    else
        decode(bytes);
}

void ShownRow::decode(std::string_view bytes)
{
    int column = m_row.indent;
    for (std::size_t at = 0; at < bytes.size();) {
        const Character character = characterAt(bytes, at);
        const char32_t code = shownCode(character.code);
        if (code == '\t') {
            const int width = m_row.tab - column % m_row.tab;
            m_text.append(QString(width, QLatin1Char(' ')));
            column += width;
        } else {
            m_text.append(QString::fromUcs4(&code, 1));
            column += columnsOf(code);
            m_grid = m_grid && code < 0x7F;
        }
        m_offsets.resize(static_cast<std::size_t>(m_text.size()), static_cast<std::uint32_t>(at));
        at += character.length;
    }
}

std::uint32_t ShownRow::offsetAt(qsizetype unit) const
{
    if (unit >= m_text.size())
        return m_row.end;
    const auto index = static_cast<std::size_t>(std::max<qsizetype>(unit, 0));
    return m_row.begin + (m_offsets.empty() ? static_cast<std::uint32_t>(index) : m_offsets[index]);
}

qsizetype ShownRow::unitAt(std::uint32_t offset) const
{
    const std::uint32_t inside = std::clamp(offset, m_row.begin, m_row.end) - m_row.begin;
    if (m_offsets.empty())
        return static_cast<qsizetype>(inside);
    return std::lower_bound(m_offsets.begin(), m_offsets.end(), inside) - m_offsets.begin();
}

} // namespace marquee::preview
