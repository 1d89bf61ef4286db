// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace marquee::inventory {

/// Names a text that is kept in Texts.
using TextId = std::uint32_t;
constexpr TextId NoText = 0; ///< the empty text

/// In small letters, for looking for a text in another whatever their letter case. UTF-8.
std::string folded(std::string_view text);

/// Texts that many say, each kept once, for as long as somebody says it. UTF-8. One thread at a time.
class Texts
{
public:
    Texts();
    Texts(const Texts &) = delete;
    Texts &operator=(const Texts &) = delete;

    /// A text as it is shown, and what else it is found by: a country's code, a date as payloads write it. The two
    /// together are one text. To be released as often as it was taken.
    TextId take(std::string_view shown, std::string_view other = {});
    void takeAgain(TextId id) { ++m_texts[id].uses; }
    void release(TextId id);

    const std::string &shown(TextId id) const { return m_texts[id].shown; }
    const std::string &other(TextId id) const { return m_texts[id].other; }
    /// Both, folded, with a line break between them.
    const std::string &searched(TextId id) const
    {
        return m_texts[id].searched.empty() ? m_texts[id].shown : m_texts[id].searched;
    }
    std::uint32_t size() const { return static_cast<std::uint32_t>(m_texts.size()); } ///< all ids are below

private:
    struct Text
    {
        std::string shown;
        std::string other;
        std::string searched; ///< empty where it is the same as shown
        std::uint32_t uses = 0;
    };
    struct Said
    {
        std::string_view shown;
        std::string_view other;
    };
    struct Hash
    {
        using is_transparent = void;
        const Texts *texts;
        std::size_t operator()(const Said &said) const;
        std::size_t operator()(TextId id) const { return (*this)(texts->said(id)); }
    };
    struct Equal
    {
        using is_transparent = void;
        const Texts *texts;
        bool operator()(TextId left, TextId right) const { return left == right; }
        bool operator()(const Said &left, TextId right) const { return isSame(left, texts->said(right)); }
        bool operator()(TextId left, const Said &right) const { return isSame(texts->said(left), right); }
    };
    static bool isSame(const Said &left, const Said &right)
    {
        return left.shown == right.shown && left.other == right.other;
    }
    Said said(TextId id) const { return {m_texts[id].shown, m_texts[id].other}; }

    std::deque<Text> m_texts;
    std::vector<TextId> m_free;
    std::unordered_set<TextId, Hash, Equal> m_ids;
};

} // namespace marquee::inventory
