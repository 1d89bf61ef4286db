// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/TextSearch.h"

#include <algorithm>

namespace marquee::preview {

namespace {
constexpr std::uint32_t Stretch = 64 * 1024;
}

TextSearch::TextSearch(const QByteArray &needle, bool matchCase)
{
    for (std::size_t i = 0; i < m_fold.size(); ++i)
        m_fold[i] = static_cast<unsigned char>(!matchCase && i >= 'A' && i <= 'Z' ? i + ('a' - 'A') : i);
    for (const char byte : needle)
        m_needle.push_back(static_cast<char>(fold(byte)));
    m_skip.fill(length());
    for (std::uint32_t i = 0; i + 1 < length(); ++i)
        m_skip[static_cast<unsigned char>(m_needle[i])] = length() - 1 - i;
}

std::size_t TextSearch::find(std::string_view bytes, std::size_t from) const
{
    const std::size_t size = m_needle.size();
    const auto lastByte = static_cast<unsigned char>(m_needle.back());
    for (std::size_t at = from; at + size <= bytes.size();) {
        const unsigned char byte = fold(bytes[at + size - 1]);
        if (byte == lastByte
            && std::equal(m_needle.begin(), m_needle.end() - 1, bytes.begin() + static_cast<std::ptrdiff_t>(at),
                [this](char a, char b) { return static_cast<unsigned char>(a) == fold(b); }))
            return at;
        at += m_skip[byte];
    }
    return std::string_view::npos;
}

std::string_view TextSearch::stretch(const payload::Text &text, std::uint32_t begin, std::uint32_t end) const
{
    return text.view(begin, end + std::min(length() - 1, text.size() - end), m_scratch);
}

std::optional<std::uint32_t> TextSearch::first(const payload::Text &text, std::uint32_t begin, std::uint32_t end) const
{
    end = std::min(end, text.size());
    if (isEmpty())
        return std::nullopt;
    for (; begin < end; begin += std::min(Stretch, end - begin)) {
        const std::size_t hit = find(stretch(text, begin, begin + std::min(Stretch, end - begin)), 0);
        if (hit != std::string_view::npos)
            return begin + static_cast<std::uint32_t>(hit);
    }
    return std::nullopt;
}

void TextSearch::collect(const payload::Text &text, std::uint32_t begin, std::uint32_t end,
    std::vector<std::uint32_t> &hits, std::size_t most) const
{
    end = std::min(end, text.size());
    if (isEmpty())
        return;
    for (; begin < end; begin += std::min(Stretch, end - begin)) {
        const std::string_view bytes = stretch(text, begin, begin + std::min(Stretch, end - begin));
        for (std::size_t hit = find(bytes, 0); hit != std::string_view::npos; hit = find(bytes, hit + 1)) {
            if (hits.size() >= most)
                return;
            hits.push_back(begin + static_cast<std::uint32_t>(hit));
        }
    }
}

std::optional<std::uint32_t> TextSearch::last(const payload::Text &text, std::uint32_t begin, std::uint32_t end) const
{
    end = std::min(end, text.size());
    if (isEmpty())
        return std::nullopt;
    while (end > begin) {
        const std::uint32_t from = end - std::min(Stretch, end - begin);
        const std::string_view bytes = stretch(text, from, end);
        std::size_t found = std::string_view::npos;
        for (std::size_t hit = find(bytes, 0); hit != std::string_view::npos; hit = find(bytes, hit + 1))
            found = hit;
        if (found != std::string_view::npos)
            return from + static_cast<std::uint32_t>(found);
        end = from;
    }
    return std::nullopt;
}

} // namespace marquee::preview
