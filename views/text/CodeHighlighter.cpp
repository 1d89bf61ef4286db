// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/CodeHighlighter.h"

#include "preview/XmlColours.h"
#include "shell/theme/Theme.h"
#include "text/JsonLine.h"

#include <QTextBlock>

#include <algorithm>
#include <utility>

namespace marquee::text {

using preview::Lexeme;
using theme::Token;

namespace {

constexpr qsizetype LongestLine = 16 * 1024; // a longer one would cost more than its colours are worth

Token colourOf(Lexeme lexeme)
{
    switch (lexeme) {
    case Lexeme::Name:
        return Token::CodeName;
    case Lexeme::String:
        return Token::CodeText;
    case Lexeme::Literal:
        return Token::CodeNumber;
    case Lexeme::Comment:
        return Token::TextFaint;
    case Lexeme::Word:
        return Token::Text;
    case Lexeme::Punctuation:
        break;
    }
    return Token::TextSoft;
}

} // namespace

CodeHighlighter::CodeHighlighter(QTextDocument *document)
    : QSyntaxHighlighter(document)
{
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void CodeHighlighter::setSight(const QTextBlock &first, const QTextBlock &last)
{
    m_first = first.blockNumber();
    m_last = last.blockNumber();
    for (QTextBlock block = first; block.isValid() && block.blockNumber() <= m_last; block = block.next()) {
        if (block.userState() == Unread)
            rehighlightBlock(block);
    }
}

void CodeHighlighter::highlightBlock(const QString &line)
{
    const int number = currentBlock().blockNumber();
    if (number < m_first || number > m_last) {
        setCurrentBlockState(Unread);
        return;
    }
    if (line.size() > LongestLine) {
        setCurrentBlockState(0);
        return;
    }
    if (m_language == preview::Language::Xml)
        highlightXml(line);
    else
        highlightJson(line);
}

void CodeHighlighter::setLanguage(preview::Language language)
{
    if (std::exchange(m_language, language) != language)
        rehighlight();
}

void CodeHighlighter::highlightJson(const QString &line)
{
    bool isComment = previousBlockState() == 1;
    for (const Piece &piece : piecesOf(line, isComment))
        setFormat(piece.begin, piece.length, theme::color(colourOf(piece.lexeme)));
    setCurrentBlockState(isComment ? 1 : 0);
}

void CodeHighlighter::highlightXml(const QString &line)
{
    auto state = static_cast<preview::XmlState>(std::max(0, previousBlockState()));
    const QByteArray utf8 = line.toUtf8();
    const bool isAscii = utf8.size() == line.size();
    const auto unit = [&](std::uint32_t at) -> int {
        return static_cast<int>(isAscii ? at : QString::fromUtf8(utf8.left(at)).size());
    };
    for (const preview::Token &token : preview::xmlTokens({utf8.constData(), static_cast<std::size_t>(utf8.size())}, state))
        setFormat(unit(token.begin), unit(token.end) - unit(token.begin), theme::color(colourOf(token.lexeme)));
    setCurrentBlockState(static_cast<int>(state));
}

} // namespace marquee::text
