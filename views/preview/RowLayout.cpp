// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/RowLayout.h"

#include "preview/Utf8.h"

#include <algorithm>

namespace marquee::preview {

namespace {

constexpr std::uint32_t Nearby = 4096; // a line's end is mostly found within
constexpr int TabColumns = 4;
constexpr int HangingColumns = 2;

int indentOf(std::string_view line, int columns)
{
    int indent = 0;
    for (const char byte : line) {
        if (byte == '\t')
            indent += TabColumns - indent % TabColumns;
        else if (byte == ' ')
            ++indent;
        else
            break;
        if (indent >= columns)
            break;
    }
    return std::min(indent + HangingColumns, columns / 2);
}

/// The last place at which a row reads well when it is cut there: behind a blank or a comma.
struct Cut
{
    std::size_t at = 0;
    int column = 0;
};

} // namespace

void RowLayout::setText(payload::Text text)
{
    m_text = std::move(text);
    m_line.number = 0;
}

void RowLayout::setColumns(int columns)
{
    columns = std::max(columns, FewestColumns);
    if (columns == m_columns)
        return;
    m_columns = columns;
    m_line.number = 0;
}

const RowLayout::Line &RowLayout::lineAt(std::uint32_t offset) const
{
    offset = std::min(offset, m_text.size());
    const bool known = m_line.number > 0;
    if (known && offset >= m_line.begin && (offset < m_line.next || !m_line.newline))
        return m_line;
    if (known && m_line.newline && offset == m_line.next) {
        readLine(m_line.next, m_line.number + 1);
        return m_line;
    }
    if (known && offset + 1 == m_line.begin) { // upwards, line by line
        const std::uint32_t from = offset - std::min(offset, Nearby);
        const std::size_t newline = m_text.view(from, offset, m_scratch).rfind('\n');
        if (newline != std::string_view::npos) {
            readLine(from + static_cast<std::uint32_t>(newline) + 1, m_line.number - 1);
            return m_line;
        }
    }
    const TextPlace place = m_text.place(offset);
    readLine(offset - (place.column - 1), place.line);
    return m_line;
}

void RowLayout::readLine(std::uint32_t begin, std::uint32_t number) const
{
    m_line.begin = begin;
    m_line.number = number;
    m_line.newline = number < m_text.lineCount();
    m_line.next = m_text.size();
    if (m_line.newline) {
        const std::uint32_t near = std::min(m_text.size(), begin + Nearby);
        const std::size_t newline = m_text.view(begin, near, m_scratch).find('\n');
        m_line.next = newline == std::string_view::npos ? m_text.lineStart(number + 1)
                                                        : begin + static_cast<std::uint32_t>(newline) + 1;
    }
    m_line.end = m_line.next - (m_line.newline ? 1 : 0);
    if (m_line.newline && m_line.end > begin && m_text.at(m_line.end - 1) == '\r')
        --m_line.end;
    breakLine();
}

void RowLayout::breakLine() const
{
    m_line.starts.clear();
    m_line.indent = 0;
    if (m_line.end - m_line.begin > LongLine)
        return;
    const std::string_view bytes = m_text.view(m_line.begin, m_line.end, m_scratch);
    m_line.starts.push_back(m_line.begin);
    if (bytes.size() <= static_cast<std::size_t>(m_columns) && bytes.find('\t') == std::string_view::npos)
        return; // no byte takes more than a column
    m_line.indent = indentOf(bytes, m_columns);
    Cut good;
    std::size_t rowBegin = 0;
    int column = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const Character character = characterAt(bytes, at);
        const int width
            = character.code == '\t' ? TabColumns - column % TabColumns : columnsOf(shownCode(character.code));
        if (column + width > m_columns && at > rowBegin) {
            at = good.column > m_columns * 2 / 3 ? good.at : at;
            m_line.starts.push_back(m_line.begin + static_cast<std::uint32_t>(at));
            rowBegin = at;
            column = m_line.indent;
            good = {};
            continue;
        }
        column += width;
        at += character.length;
        if (character.code == ' ' || character.code == ',')
            good = {at, column};
    }
}

std::uint32_t RowLayout::longRowBegin(const Line &line, std::uint32_t row) const
{
    const std::uint64_t wanted = line.begin + std::uint64_t(row) * static_cast<std::uint32_t>(m_columns);
    if (wanted >= line.end)
        return line.end;
    return std::max(line.begin, characterBegin(m_text, static_cast<std::uint32_t>(wanted)));
}

Row RowLayout::rowOf(const Line &line, std::uint32_t begin, std::uint32_t end) const
{
    Row row;
    row.begin = begin;
    row.end = end;
    row.line = line.number;
    row.lineBegin = line.begin;
    row.indent = begin == line.begin ? 0 : line.indent;
    row.tab = line.starts.empty() ? 1 : TabColumns;
    row.lastOfLine = end == line.end;
    row.lastOfText = row.lastOfLine && !line.newline;
    row.next = row.lastOfLine ? line.next : end;
    return row;
}

Row RowLayout::rowAt(std::uint32_t offset) const
{
    const Line &line = lineAt(offset);
    offset = std::min(offset, line.end);
    if (!line.starts.empty()) {
        const auto after = std::upper_bound(line.starts.begin(), line.starts.end(), offset);
        return rowOf(line, *(after - 1), after == line.starts.end() ? line.end : *after);
    }
    const auto width = static_cast<std::uint32_t>(m_columns);
    const std::uint32_t last = (line.end - line.begin - 1) / width;
    std::uint32_t number = std::min((offset - line.begin) / width, last);
    // A row begins a little earlier where the cut was inside of a character.
    if (number < last && longRowBegin(line, number + 1) <= offset)
        ++number;
    return rowOf(line, longRowBegin(line, number), longRowBegin(line, number + 1));
}

std::optional<Row> RowLayout::next(const Row &row) const
{
    if (row.lastOfText)
        return std::nullopt;
    return rowAt(row.next);
}

std::optional<Row> RowLayout::previous(const Row &row) const
{
    if (row.begin == 0)
        return std::nullopt;
    return rowAt(row.begin - 1);
}

Row RowLayout::step(Row row, int rows) const
{
    for (; rows > 0 && !row.lastOfText; --rows)
        row = rowAt(row.next);
    for (; rows < 0 && row.begin > 0; ++rows)
        row = rowAt(row.begin - 1);
    return row;
}

} // namespace marquee::preview
