// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/JsonHighlighter.h"

#include "shell/theme/Theme.h"
#include "text/JsonLine.h"

#include <QTextBlock>

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

JsonHighlighter::JsonHighlighter(QTextDocument *document)
    : QSyntaxHighlighter(document)
{
    connect(&theme::Theme::instance(), &theme::Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void JsonHighlighter::setSight(const QTextBlock &first, const QTextBlock &last)
{
    m_first = first.blockNumber();
    m_last = last.blockNumber();
    for (QTextBlock block = first; block.isValid() && block.blockNumber() <= m_last; block = block.next()) {
        if (block.userState() == Unread)
            rehighlightBlock(block);
    }
}

void JsonHighlighter::highlightBlock(const QString &line)
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
    bool isComment = previousBlockState() == 1;
    for (const Piece &piece : piecesOf(line, isComment)) {
        QTextCharFormat format;
        format.setForeground(theme::color(colourOf(piece.lexeme)));
        setFormat(piece.begin, piece.length, format);
    }
    setCurrentBlockState(isComment ? 1 : 0);
}

} // namespace marquee::text
