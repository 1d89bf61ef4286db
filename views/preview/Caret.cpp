// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/Caret.h"

#include "payload/Change.h"
#include "preview/Utf8.h"

#include <algorithm>

namespace marquee::preview {

namespace {

constexpr std::uint32_t Furthest = 64 * 1024;

bool isWord(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-'
        || c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

} // namespace

std::uint32_t nextWord(const payload::Text &text, std::uint32_t offset)
{
    const std::uint32_t last = std::min(text.size(), offset + Furthest);
    while (offset < last && isWord(text.at(offset)))
        ++offset;
    while (offset < last && !isWord(text.at(offset)))
        ++offset;
    return characterBegin(text, offset);
}

std::uint32_t previousWord(const payload::Text &text, std::uint32_t offset)
{
    const std::uint32_t first = offset - std::min(offset, Furthest);
    while (offset > first && !isWord(text.at(offset - 1)))
        --offset;
    while (offset > first && isWord(text.at(offset - 1)))
        --offset;
    return characterBegin(text, offset);
}

std::pair<std::uint32_t, std::uint32_t> wordAround(const payload::Text &text, std::uint32_t offset)
{
    const std::uint32_t first = offset - std::min(offset, Furthest);
    const std::uint32_t last = std::min(text.size(), offset + Furthest);
    std::uint32_t begin = offset;
    std::uint32_t end = offset;
    while (begin > first && isWord(text.at(begin - 1)))
        --begin;
    while (end < last && isWord(text.at(end)))
        ++end;
    if (begin == end && end < text.size() && text.at(end) != '\n' && text.at(end) != '\r')
        end = nextCharacter(text, end);
    return {characterBegin(text, begin), characterBegin(text, end)};
}

std::uint32_t movedBy(std::span<const payload::Splice> splices, std::uint32_t offset)
{
    for (const payload::Splice &splice : splices) {
        const auto removed = static_cast<std::uint32_t>(splice.removed.size());
        const auto inserted = static_cast<std::uint32_t>(splice.inserted.size());
        if (offset >= splice.offset + removed && offset > splice.offset)
            offset = offset - removed + inserted;
        else if (offset > splice.offset)
            offset = splice.offset;
    }
    return offset;
}

} // namespace marquee::preview
