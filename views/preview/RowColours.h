// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/JsonColours.h"
#include "preview/Language.h"
#include "preview/XmlColours.h"
#include "shell/theme/Theme.h"

namespace marquee::preview {

/// Bytes of one colour; what no span holds has the text's own.
struct Span
{
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    theme::Token colour = theme::Token::Text;
};

/// The colours of a row, by the language of its text.
class RowColours
{
public:
    Language language() const { return m_language; }
    void setLanguage(Language language, const payload::Text &text);
    void textChanged(const payload::Text &text);

    std::vector<Span> spans(const payload::Text &text, const Row &row);
    /// What a double click selects: a text without its quotes, a number, a word.
    std::pair<std::uint32_t, std::uint32_t> tokenAt(const payload::Text &text, const Row &row, std::uint32_t offset);

private:
    Language languageOf(const Row &row) const;

    Language m_language = Language::Plain;
    JsonColours m_json;
    XmlColours m_xml;
    std::uint32_t m_body = 0; ///< Http: where it begins
    Language m_bodyLanguage = Language::Plain;
};

} // namespace marquee::preview
