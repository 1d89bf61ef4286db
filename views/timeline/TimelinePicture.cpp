// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/TimelinePicture.h"

#include "timeline/TimelinePainter.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QScreen>
#include <QSvgGenerator>

#include <algorithm>

namespace marquee::timeline {

namespace {

constexpr int Sharpness = 2; ///< pixels of a picture for one on screen

/// The same scene with every lane in it, and nothing that is of the moment.
Scene whole(const Scene &scene)
{
    Scene all = scene;
    all.area = QRect(0, 0, scene.area.width(), std::min(rulerHeight() + scene.rows->height(), HighestPicture));
    all.scrolled = 0;
    all.focused = -1;
    all.hovered = -1;
    all.moving = nullptr;
    return all;
}

} // namespace

QByteArray pngOf(const Scene &scene)
{
    const Scene all = whole(scene);
    // A very high picture stays at one to one, so that it needs no gigabyte.
    const int sharp = all.area.height() * Sharpness <= HighestPicture ? Sharpness : 1;
    QImage image(all.area.size() * sharp, QImage::Format_RGB32);
    if (image.isNull())
        return {};
    image.setDevicePixelRatio(sharp);
    QPainter painter(&image);
    TimelinePainter().paint(painter, all);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    return image.save(&buffer, "PNG") ? bytes : QByteArray();
}

QByteArray svgOf(const Scene &scene, const QString &title)
{
    const Scene all = whole(scene);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setTitle(title);
    generator.setSize(all.area.size());
    generator.setViewBox(all.area);
    if (const QScreen *screen = QGuiApplication::primaryScreen()) // or points become other pixels than on screen
        generator.setResolution(qRound(screen->logicalDotsPerInch()));
    QPainter painter(&generator);
    TimelinePainter().paint(painter, all);
    painter.end();
    return bytes;
}

} // namespace marquee::timeline
