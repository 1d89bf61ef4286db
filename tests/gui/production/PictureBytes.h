// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures that tests make: good ones, and bytes that only claim to be one.
#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QColor>
#include <QImage>
#include <QtEndian>

namespace marquee::test {

inline QByteArray pictureBytes(QSize size, const char *format = "PNG", const QColor &colour = QColor(40, 90, 160))
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

inline quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = 0xffffffffU;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1U) ^ ((crc & 1U) ? 0xedb88320U : 0U);
    }
    return ~crc;
}

/// A small PNG whose header claims another size.
inline QByteArray claimingPng(quint32 width, quint32 height)
{
    QByteArray png = pictureBytes({1, 1});
    constexpr qsizetype chunk = 12; // "IHDR", then width and height
    constexpr qsizetype chunkSize = 17;
    qToBigEndian(width, png.data() + chunk + 4);
    qToBigEndian(height, png.data() + chunk + 8);
    qToBigEndian(crc32(png.mid(chunk, chunkSize)), png.data() + chunk + chunkSize);
    return png;
}

} // namespace marquee::test
