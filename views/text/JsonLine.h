// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/JsonColours.h"

#include <QString>

#include <vector>

namespace marquee::text {

/// A piece of a line of JSON, in units of that line.
struct Piece
{
    int begin = 0;
    int length = 0;
    preview::Lexeme lexeme = preview::Lexeme::Word;
};

/// The pieces of a line without the blanks between them. `isComment`: the line begins inside of a comment; says
/// afterwards whether the next one does. Well-formed or not, it only looks.
std::vector<Piece> piecesOf(const QString &line, bool &isComment);

} // namespace marquee::text
