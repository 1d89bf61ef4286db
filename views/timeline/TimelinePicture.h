// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace marquee::timeline {

struct Scene;

/// Highest picture; of more lanes than fit, the first.
constexpr int HighestPicture = 16000;

/// A scene with all of its lanes, whatever is in sight: a file's bytes. Empty where that format can't be written.
QByteArray pngOf(const Scene &scene);
QByteArray svgOf(const Scene &scene, const QString &title);

} // namespace marquee::timeline
