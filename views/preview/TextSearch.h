// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Text.h"

#include <array>
#include <optional>
#include <vector>

namespace marquee::preview {

/// Looks for bytes in a text, a stretch at a time, so that whoever asks can pause in between. Hits may overlap.
class TextSearch
{
public:
    TextSearch() = default;
    /// `needle` is UTF-8. Without `matchCase` ASCII letters are alike in both cases; other letters never are.
    TextSearch(const QByteArray &needle, bool matchCase);

    bool isEmpty() const { return m_needle.empty(); }
    std::uint32_t length() const { return static_cast<std::uint32_t>(m_needle.size()); }

    /// The first hit that begins in [begin, end); may itself go past the end.
    std::optional<std::uint32_t> first(const payload::Text &text, std::uint32_t begin, std::uint32_t end) const;
    /// All of those behind what `hits` holds already, in order, until it holds `most`.
    void collect(const payload::Text &text, std::uint32_t begin, std::uint32_t end, std::vector<std::uint32_t> &hits,
        std::size_t most) const;
    /// The last one of those.
    std::optional<std::uint32_t> last(const payload::Text &text, std::uint32_t begin, std::uint32_t end) const;

private:
    /// A stretch's bytes, and as many more as a hit that begins in it may need.
    std::string_view stretch(const payload::Text &text, std::uint32_t begin, std::uint32_t end) const;
    std::size_t find(std::string_view bytes, std::size_t from) const;
    unsigned char fold(char byte) const { return m_fold[static_cast<unsigned char>(byte)]; }

    std::string m_needle; ///< folded
    std::array<unsigned char, 256> m_fold{};
    std::array<std::uint32_t, 256> m_skip{}; ///< Horspool's table, by folded byte
    mutable std::string m_scratch;
};

} // namespace marquee::preview
