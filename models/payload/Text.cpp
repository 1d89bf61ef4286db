// SPDX-License-Identifier: GPL-3.0-or-later
#include "payload/Text.h"

#include <algorithm>
#include <cstring>

namespace marquee::payload {

namespace {

constexpr std::uint32_t BlockSize = 64 * 1024;
constexpr std::uint32_t LargestBlock = 2 * BlockSize;
constexpr std::uint32_t ExcerptBefore = 60;
constexpr std::uint32_t ExcerptAfter = 60;

std::uint32_t countNewlines(std::string_view bytes)
{
    return static_cast<std::uint32_t>(std::count(bytes.begin(), bytes.end(), '\n'));
}

/// Where a block that would end at `end` is better cut: after a newline, so that hardly any value straddles two.
std::uint32_t niceEnd(std::string_view bytes, std::uint32_t begin, std::uint32_t end)
{
    if (end >= bytes.size())
        return static_cast<std::uint32_t>(bytes.size());
    const std::uint32_t lowest = std::max(begin + 1, end - std::min(end, BlockSize / 8));
    for (std::uint32_t i = end; i > lowest; --i) {
        if (bytes[i - 1] == '\n')
            return i;
    }
    for (std::uint32_t i = end; i > lowest; --i) {
        if (bytes[i - 1] == ',')
            return i;
    }
    return end;
}

} // namespace

Text::Text(QByteArray bytes)
    : m_source(std::move(bytes))
{
    const std::string_view all(m_source.constData(), static_cast<std::size_t>(m_source.size()));
    const auto size = static_cast<std::uint32_t>(all.size());
    for (std::uint32_t begin = 0; begin < size;) {
        const std::uint32_t end = niceEnd(all, begin, std::min(size, begin + BlockSize));
        const std::string_view part = all.substr(begin, end - begin);
        m_blocks.push_back({part.data(), end - begin, countNewlines(part), nullptr});
        begin = end;
    }
    renumber(0);
}

std::size_t Text::blockAt(std::uint32_t offset) const
{
    const auto after = std::upper_bound(m_starts.begin(), m_starts.end(), offset);
    return static_cast<std::size_t>(after - m_starts.begin()) - (after == m_starts.begin() ? 0 : 1);
}

std::string_view Text::viewElsewhere(std::uint32_t begin, std::uint32_t end, std::string &scratch) const
{
    if (begin >= end || m_blocks.empty())
        return {};
    std::size_t index = blockAt(begin);
    m_last = index;
    const Block &block = m_blocks[index];
    const std::uint32_t inside = begin - m_starts[index];
    if (end - begin <= block.size - inside)
        return {block.data + inside, end - begin};
    scratch.assign(block.data + inside, block.size - inside);
    while (scratch.size() < end - begin && ++index < m_blocks.size()) {
        const auto wanted = static_cast<std::uint32_t>(end - begin - scratch.size());
        scratch.append(m_blocks[index].data, std::min(wanted, m_blocks[index].size));
    }
    return scratch;
}

char Text::at(std::uint32_t offset) const
{
    if (offset >= m_size)
        return '\0';
    std::size_t index = m_last;
    if (index >= m_blocks.size() || offset < m_starts[index] || offset - m_starts[index] >= m_blocks[index].size) {
        index = blockAt(offset);
        m_last = index;
    }
    return m_blocks[index].data[offset - m_starts[index]];
}

std::string &Text::writable(Block &block)
{
    if (!block.own || block.own.use_count() > 1) {
        block.own = std::make_shared<std::string>(block.data, block.size);
        block.data = block.own->data();
    }
    return *block.own;
}

void Text::replace(std::uint32_t offset, std::uint32_t removed, std::string_view inserted)
{
    if (m_blocks.empty()) {
        m_blocks.push_back({nullptr, 0, 0, std::make_shared<std::string>()});
        renumber(0);
    }
    const std::size_t first = blockAt(std::min(offset, m_size == 0 ? 0 : m_size - 1));
    const std::uint32_t inside = offset - m_starts[first];

    // Whatever is removed beyond the first block comes off the blocks that follow.
    const std::uint32_t here = std::min(removed, m_blocks[first].size - inside);
    std::uint32_t beyond = removed - here;
    std::size_t next = first + 1;
    while (beyond > 0 && next < m_blocks.size() && m_blocks[next].size <= beyond) {
        beyond -= m_blocks[next].size;
        ++next;
    }
    if (beyond > 0 && next < m_blocks.size()) {
        Block &last = m_blocks[next];
        writable(last).erase(0, beyond);
        last = {last.own->data(), static_cast<std::uint32_t>(last.own->size()), countNewlines(*last.own), last.own};
    }
    m_blocks.erase(m_blocks.begin() + static_cast<std::ptrdiff_t>(first) + 1,
                   m_blocks.begin() + static_cast<std::ptrdiff_t>(next));

    std::string &bytes = writable(m_blocks[first]);
    // Only what goes and comes is counted: thousands of edits in one block are one step, sometimes.
    const std::uint32_t newlines = m_blocks[first].newlines - countNewlines(std::string_view(bytes).substr(inside, here)) + countNewlines(inserted);
    bytes.replace(inside, here, inserted);
    std::vector<Block> parts;
    if (bytes.size() > LargestBlock) {
        const std::string all = std::move(bytes);
        for (std::uint32_t begin = 0; begin < all.size();) {
            const auto end = niceEnd(all, begin, std::min(static_cast<std::uint32_t>(all.size()), begin + BlockSize));
            auto own = std::make_shared<std::string>(all, begin, end - begin);
            parts.push_back({own->data(), end - begin, countNewlines(*own), own});
            begin = end;
        }
        m_blocks.erase(m_blocks.begin() + static_cast<std::ptrdiff_t>(first));
        m_blocks.insert(m_blocks.begin() + static_cast<std::ptrdiff_t>(first), parts.begin(), parts.end());
    } else if (bytes.empty()) {
        m_blocks.erase(m_blocks.begin() + static_cast<std::ptrdiff_t>(first));
    } else {
        m_blocks[first] = {bytes.data(), static_cast<std::uint32_t>(bytes.size()), newlines, m_blocks[first].own};
    }
    renumber(first);
}

void Text::renumber(std::size_t from)
{
    m_starts.resize(m_blocks.size());
    for (std::size_t i = from; i < m_blocks.size(); ++i)
        m_starts[i] = i == 0 ? 0 : m_starts[i - 1] + m_blocks[i - 1].size;
    m_size = m_blocks.empty() ? 0 : m_starts.back() + m_blocks.back().size;
    m_newlines = 0;
    for (const Block &block : m_blocks)
        m_newlines += block.newlines;
    m_last = 0;
}

TextPlace Text::place(std::uint32_t offset) const
{
    offset = std::min(offset, m_size);
    TextPlace place{offset, 1, 1};
    if (m_blocks.empty())
        return place;
    const std::size_t index = blockAt(offset);
    for (std::size_t i = 0; i < index; ++i)
        place.line += m_blocks[i].newlines;
    const std::string_view before(m_blocks[index].data, offset - m_starts[index]);
    place.line += countNewlines(before);

    // The line may have begun in an earlier block.
    std::uint32_t begin = m_starts[index];
    std::string_view part = before;
    for (std::size_t i = index;;) {
        // A block without a newline isn't looked through: one line of 50 MB would be, for every question.
        const auto newline = m_blocks[i].newlines > 0 ? part.rfind('\n') : std::string_view::npos;
        if (newline != std::string_view::npos) {
            begin = m_starts[i] + static_cast<std::uint32_t>(newline) + 1;
            break;
        }
        begin = m_starts[i];
        if (i == 0)
            break;
        --i;
        part = {m_blocks[i].data, m_blocks[i].size};
    }
    place.column = offset - begin + 1;
    return place;
}

std::uint32_t Text::lineStart(std::uint32_t line) const
{
    if (line <= 1)
        return 0;
    std::uint32_t wanted = line - 1; // the newline that ends the line before
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        if (m_blocks[i].newlines < wanted) {
            wanted -= m_blocks[i].newlines;
            continue;
        }
        const std::string_view bytes(m_blocks[i].data, m_blocks[i].size);
        std::size_t at = 0;
        for (; wanted > 0; --wanted)
            at = bytes.find('\n', at) + 1;
        return m_starts[i] + static_cast<std::uint32_t>(at);
    }
    return m_size;
}

QString Text::excerpt(std::uint32_t offset) const
{
    const TextPlace here = place(offset);
    const std::uint32_t start = here.offset - (here.column - 1);
    const std::uint32_t begin = std::max(start, here.offset - std::min(here.offset, ExcerptBefore));
    std::string scratch;
    std::string_view line = view(begin, std::min(m_size, here.offset + ExcerptAfter), scratch);
    if (const auto newline = line.find_first_of("\r\n", here.offset - begin); newline != std::string_view::npos)
        line = line.substr(0, newline);
    return QString::fromUtf8(line.data(), static_cast<qsizetype>(line.size()));
}

QByteArray Text::toByteArray() const
{
    const bool untouched = std::all_of(m_blocks.begin(), m_blocks.end(), [](const Block &b) { return !b.own; });
    if (untouched && m_size == static_cast<std::uint32_t>(m_source.size()))
        return m_source;
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(m_size));
    for (const Block &block : m_blocks)
        bytes.append(block.data, static_cast<qsizetype>(block.size));
    return bytes;
}

} // namespace marquee::payload
