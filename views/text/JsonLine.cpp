// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/JsonLine.h"

#include <algorithm>

namespace marquee::text {

using namespace Qt::StringLiterals;
using preview::Lexeme;

namespace {

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'-' || c == u'+' || c == u'.' || c == u'_';
}

qsizetype stringEnd(const QString &line, qsizetype at)
{
    for (++at; at < line.size(); ++at) {
        if (line[at] == u'\\')
            ++at;
        else if (line[at] == u'"')
            return at + 1;
    }
    return line.size();
}

Lexeme ofString(const QString &line, qsizetype end)
{
    while (end < line.size() && line[end].isSpace())
        ++end;
    return end < line.size() && line[end] == u':' ? Lexeme::Name : Lexeme::String;
}

Lexeme ofWord(QStringView word)
{
    const bool isNumber = word.front().isDigit() || (word.front() == u'-' && word.size() > 1);
    return isNumber || word == "true"_L1 || word == "false"_L1 || word == "null"_L1 ? Lexeme::Literal : Lexeme::Word;
}

/// Behind the comment's end; -1 where it isn't on this line.
qsizetype commentEnd(const QString &line, qsizetype from)
{
    const qsizetype end = line.indexOf("*/"_L1, from);
    return end < 0 ? end : end + 2;
}

} // namespace

std::vector<Piece> piecesOf(const QString &line, bool &isComment)
{
    std::vector<Piece> pieces;
    const auto add = [&pieces](qsizetype begin, qsizetype end, Lexeme lexeme) {
        pieces.push_back({static_cast<int>(begin), static_cast<int>(end - begin), lexeme});
        return end;
    };
    qsizetype at = 0;
    while (at < line.size()) {
        const QChar c = line[at];
        if (isComment || line.mid(at, 2) == "/*"_L1) {
            const qsizetype end = commentEnd(line, isComment ? at : at + 2);
            isComment = end < 0;
            at = add(at, isComment ? line.size() : end, Lexeme::Comment);
        } else if (c.isSpace()) {
            ++at;
        } else if (line.mid(at, 2) == "//"_L1) {
            at = add(at, line.size(), Lexeme::Comment);
        } else if (c == u'"') {
            const qsizetype end = stringEnd(line, at);
            at = add(at, end, ofString(line, end));
        } else if (isWord(c)) {
            const auto *end = std::find_if_not(line.begin() + at, line.end(), isWord);
            at = add(at, end - line.begin(), ofWord(QStringView(line).sliced(at, end - line.begin() - at)));
        } else {
            at = add(at, at + 1, Lexeme::Punctuation);
        }
    }
    return pieces;
}

} // namespace marquee::text
