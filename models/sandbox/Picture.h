// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace marquee::sandbox {

/// A small picture as PNG: a moon over hills, in colours that follow from the seed. Width and height in pixels, each
/// from 1 to 2000. Made without Gui, which models don't have.
QByteArray pictureOf(quint32 seed, int width, int height);

} // namespace marquee::sandbox
