// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Text.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace marquee::preview {

/// What one row of a text view shows. A line is one row or several.
struct Row
{
    std::uint32_t begin = 0; ///< bytes from the beginning of the text
    std::uint32_t end = 0; ///< in front of the newline, where the row has one
    std::uint32_t next = 0; ///< where the next row begins; the text's end for the last
    std::uint32_t line = 1;
    std::uint32_t lineBegin = 0;
    int indent = 0; ///< columns by which a row that continues a line is moved in
    int tab = 4; ///< columns from one tab stop to the next
    bool lastOfLine = true;
    bool lastOfText = true;

    bool firstOfLine() const { return begin == lineBegin; }
    friend bool operator==(const Row &, const Row &) = default;
};

/// Which bytes of a text stand on which row, found from wherever one looks without reading the text as a whole.
///
/// Lines of ordinary length are broken by columns, where they can be behind a blank or a comma, and continued under
/// their own indentation. A longer line is broken every so many bytes (back to where a character begins), so that any
/// row of it is found from where it begins. Lines end with LF or CR LF. Not thread-safe, because it remembers the last
/// line.
class RowLayout
{
public:
    static constexpr int FewestColumns = 16;
    static constexpr std::uint32_t LongLine = 16 * 1024; ///< bytes, from which a line is broken by bytes

    void setText(payload::Text text);
    const payload::Text &text() const { return m_text; }

    void setColumns(int columns); ///< not fewer than FewestColumns
    int columns() const { return m_columns; }

    /// The row that an offset is on. A newline belongs to the row that it ends; where a line is broken, to the second
    /// row.
    Row rowAt(std::uint32_t offset) const;
    std::optional<Row> next(const Row &row) const;
    std::optional<Row> previous(const Row &row) const;
    /// As many rows down, or up where negative, as there are.
    Row step(Row row, int rows) const;

private:
    struct Line
    {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
        std::uint32_t next = 0; ///< behind the newline
        std::uint32_t number = 0; ///< 0: nothing is remembered
        bool newline = false; ///< the line ends with one
        int indent = 0;
        std::vector<std::uint32_t> starts; ///< of the rows; empty for a long line
    };

    const Line &lineAt(std::uint32_t offset) const;
    void readLine(std::uint32_t begin, std::uint32_t number) const;
    void breakLine() const;
    Row rowOf(const Line &line, std::uint32_t begin, std::uint32_t end) const;
    std::uint32_t longRowBegin(const Line &line, std::uint32_t row) const;

    payload::Text m_text;
    int m_columns = 80;
    mutable Line m_line;
    mutable std::string m_scratch;
};

} // namespace marquee::preview
