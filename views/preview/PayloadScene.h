// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/CodePainter.h"
#include "preview/Mark.h"

#include <QRect>

#include <span>

namespace marquee::preview {

/// Bytes from begin to before end.
struct Stretch
{
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    bool isEmpty() const { return begin >= end; }
    friend bool operator==(const Stretch &, const Stretch &) = default;
};

/// Where things stand left to right, in pixels: an icon, the line's number, the text.
struct Gutter
{
    int icon = 0; ///< the icon's left
    int iconSide = 0;
    int numberRight = 0;
    int text = 0; ///< the text's left
    int top = 0; ///< of the first row

    static Gutter of(const CodePainter &code, std::uint32_t lines);
};

/// What a view shows at one moment, and how that is painted: rows in sight, and nothing else is looked at.
struct PayloadScene
{
    const RowLayout &layout;
    RowColours &colours;
    const CodePainter &code;
    std::span<const Mark> marks; ///< by where they begin
    Stretch highlight;
    Stretch selection;
    std::uint32_t caret = 0;
    bool active = false; ///< has the keyboard: shows the caret and its line
    std::uint32_t top = 0; ///< the first row's beginning

    void paint(QPainter &painter, const QRect &area) const;

private:
    void paintGrounds(QPainter &painter, const QRect &where, const ShownRow &shown, const Gutter &gutter) const;
    void paintGutter(QPainter &painter, const QRect &where, const Row &row, const Gutter &gutter) const;
    void paintMarks(QPainter &painter, const QRect &where, const ShownRow &shown, const Gutter &gutter) const;
    std::span<const Mark> marksFrom(std::uint32_t begin, std::uint32_t end) const;
};

} // namespace marquee::preview
