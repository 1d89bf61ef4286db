// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

namespace marquee::production {

/// A picture that came from somewhere in the world, or why it isn't one.
struct Picture
{
    QImage image; ///< null where there is a problem
    QString problem; ///< one sentence; empty where there is none
};

/// No side may be longer, in pixels.
constexpr int LongestSide = 4096;
/// Nothing that is decoded may take more, in MB.
constexpr int LargestPicture = 64;
/// What is kept is scaled down to that, in pixels.
constexpr int KeptSide = 960;

/// Decodes what the bytes are, whatever they are called: PNG, JPEG, WebP, GIF (its first frame) or BMP. Anything else,
/// SVG with its links among it, isn't a picture here. What is too large is refused before any of it is decoded. Any
/// thread.
Picture readPicture(const QByteArray &bytes);

} // namespace marquee::production
