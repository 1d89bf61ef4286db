// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/Brackets.h"

#include "text/JsonLine.h"

#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>

namespace marquee::text {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostLines = 5000; // looked through at each move of the cursor
constexpr int LongestLine = 64 * 1024;

struct Bracket
{
    int position = 0;
    QChar sign;
    bool opens() const { return sign == u'{' || sign == u'['; }
};

/// Those that aren't in a string or a comment, in order.
std::vector<Bracket> bracketsOf(const QTextBlock &block)
{
    std::vector<Bracket> found;
    const QString line = block.text();
    if (line.size() > LongestLine)
        return found;
    bool isComment = block.previous().isValid() && block.previous().userState() == 1;
    for (const Piece &piece : piecesOf(line, isComment)) {
        if (piece.lexeme == preview::Lexeme::Punctuation && u"{}[]"_s.contains(line[piece.begin]))
            found.push_back({block.position() + piece.begin, line[piece.begin]});
    }
    return found;
}

std::optional<Bracket> beside(const QTextDocument &document, int position)
{
    std::optional<Bracket> found;
    for (const Bracket &bracket : bracketsOf(document.findBlock(position))) {
        if (bracket.position == position || (bracket.position == position - 1 && !found))
            found = bracket;
    }
    return found;
}

int paired(const Bracket &from, const Bracket &to)
{
    const QChar wanted = from.sign == u'{' ? u'}' : from.sign == u'}' ? u'{' : from.sign == u'[' ? u']' : u'[';
    return to.sign == wanted ? to.position : -1;
}

} // namespace

std::optional<std::pair<int, int>> bracketsAt(const QTextDocument &document, int position)
{
    const auto from = beside(document, position);
    if (!from)
        return std::nullopt;
    const bool forwards = from->opens();
    int depth = 0;
    QTextBlock block = document.findBlock(from->position);
    for (int lines = 0; block.isValid() && lines < MostLines;
         ++lines, block = forwards ? block.next() : block.previous()) {
        std::vector<Bracket> brackets = bracketsOf(block);
        if (!forwards)
            std::reverse(brackets.begin(), brackets.end());
        for (const Bracket &bracket : brackets) {
            if (forwards ? bracket.position < from->position : bracket.position > from->position)
                continue;
            depth += bracket.opens() == forwards ? 1 : -1;
            if (depth == 0)
                return std::pair(from->position, paired(*from, bracket));
        }
    }
    if (block.isValid())
        return std::nullopt;
    return std::pair(from->position, -1);
}

} // namespace marquee::text
