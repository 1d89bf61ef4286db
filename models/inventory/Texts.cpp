// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/Texts.h"

#include <QString>

#include <algorithm>
#include <functional>

namespace marquee::inventory {

std::string folded(std::string_view text)
{
    const bool isPlain
        = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (!isPlain)
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toCaseFolded().toStdString();
    std::string small(text);
    for (char &c : small)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    return small;
}

std::size_t Texts::Hash::operator()(const Said &said) const
{
    const std::hash<std::string_view> hash;
    return hash(said.shown) ^ (hash(said.other) * 0x9e3779b97f4a7c15u);
}

Texts::Texts()
    : m_ids(64, Hash{this}, Equal{this})
{
    m_texts.emplace_back(); // NoText
}

TextId Texts::take(std::string_view shown, std::string_view other)
{
    if (shown.empty() && other.empty())
        return NoText;
    if (const auto known = m_ids.find(Said{shown, other}); known != m_ids.end()) {
        ++m_texts[*known].uses;
        return *known;
    }
    TextId id = size();
    if (m_free.empty()) {
        m_texts.emplace_back();
    } else {
        id = m_free.back();
        m_free.pop_back();
    }
    Text &text = m_texts[id];
    text.shown = shown;
    text.other = other;
    text.searched = folded(shown);
    if (!other.empty())
        text.searched += '\n' + folded(other);
    else if (text.searched == text.shown)
        text.searched.clear();
    text.uses = 1;
    m_ids.insert(id);
    return id;
}

void Texts::release(TextId id)
{
    if (id == NoText || --m_texts[id].uses > 0)
        return;
    m_ids.erase(id);
    m_texts[id] = {};
    m_free.push_back(id);
}

} // namespace marquee::inventory
