// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"

#include <QByteArray>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace marquee::payload {

/// The text of a payload, as bytes. A value: copying is cheap, and a copy is a snapshot that another thread may read
/// while this one goes on being edited, because blocks are shared until one of the copies writes to them.
///
/// Blocks instead of one gap buffer: a gap that moves through 50 MB costs more than a keystroke may take.
class Text
{
public:
    /// Above this nothing is opened: places are 32 bits wide.
    static constexpr std::uint32_t MaximumSize = 512u * 1024 * 1024;

    Text() = default;
    /// Takes the bytes as they are; blocks point into them until they are edited. Not more than MaximumSize.
    explicit Text(QByteArray bytes);

    std::uint32_t size() const { return m_size; }
    /// Lines, counted as an editor shows them: newlines plus one.
    std::uint32_t lineCount() const { return m_newlines + 1; }

    /// The bytes from begin to before end. Points into a block where it can; where the range straddles two, the bytes
    /// are put together in scratch. Valid until the text changes or scratch does.
    std::string_view view(std::uint32_t begin, std::uint32_t end, std::string &scratch) const
    {
        // Readers walk forwards, so the block of the last question mostly holds the next answer.
        if (m_last < m_blocks.size()) {
            const Block &block = m_blocks[m_last];
            const std::uint32_t inside = begin - m_starts[m_last]; // wraps to a large number for what is in front
            if (inside < block.size && end - begin <= block.size - inside)
                return {block.data + inside, end - begin};
        }
        return viewElsewhere(begin, end, scratch);
    }
    char at(std::uint32_t offset) const;

    /// Puts inserted where removed bytes stood. Cost: one block, and the list of blocks.
    void replace(std::uint32_t offset, std::uint32_t removed, std::string_view inserted);

    /// Line and column (in bytes) of an offset; offsets past the end are those of the end.
    TextPlace place(std::uint32_t offset) const;
    /// Where a line (from 1) begins; the end of the text for lines past the last.
    std::uint32_t lineStart(std::uint32_t line) const;
    /// The text of the line at an offset, cut to a readable length around it.
    QString excerpt(std::uint32_t offset) const;

    QByteArray toByteArray() const;

private:
    struct Block
    {
        const char *data = nullptr;
        std::uint32_t size = 0;
        std::uint32_t newlines = 0;
        std::shared_ptr<std::string> own; ///< null: data points into m_source
    };

    std::string_view viewElsewhere(std::uint32_t begin, std::uint32_t end, std::string &scratch) const;
    std::size_t blockAt(std::uint32_t offset) const;
    void renumber(std::size_t from);
    std::string &writable(Block &block);

    QByteArray m_source;
    std::vector<Block> m_blocks;
    std::vector<std::uint32_t> m_starts; ///< where each block begins
    std::uint32_t m_size = 0;
    std::uint32_t m_newlines = 0;
    mutable std::size_t m_last = 0; ///< the block that was asked for last; see view()
};

} // namespace marquee::payload
