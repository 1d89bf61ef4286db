// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/Picture.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cmath>

namespace marquee::sandbox {

namespace {

struct Colour
{
    double red, green, blue;
};

Colour mixed(const Colour &from, const Colour &to, double share)
{
    return {from.red + (to.red - from.red) * share, from.green + (to.green - from.green) * share,
        from.blue + (to.blue - from.blue) * share};
}

/// Of a hue from 0 to 1, as strong and as light as said.
Colour colourOf(double hue, double strength, double light)
{
    const auto part
        = [&](double offset) { return light * (1 - strength * (0.5 + 0.5 * std::cos(6.28318 * (hue + offset)))); };
    return {part(0.0), part(1.0 / 3), part(2.0 / 3)};
}

/// CRC-32 of PNG, which each of its chunks ends with.
quint32 checksumOf(const QByteArray &bytes)
{
    quint32 sum = 0xffffffffU;
    for (const char byte : bytes) {
        sum ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum >> 1) ^ ((sum & 1U) != 0 ? 0xedb88320U : 0U);
    }
    return ~sum;
}

void addNumber(QByteArray &bytes, quint32 number)
{
    std::array<char, 4> big{};
    qToBigEndian(number, big.data());
    bytes.append(big.data(), 4);
}

void addChunk(QByteArray &png, const QByteArray &type, const QByteArray &data)
{
    addNumber(png, static_cast<quint32>(data.size()));
    const QByteArray body = type + data;
    png += body;
    addNumber(png, checksumOf(body));
}

/// What is to be seen at a point: x and y from 0 to 1, of a picture whose sides have that proportion.
Colour colourAt(double x, double y, double proportion, quint32 seed)
{
    const double hue = static_cast<double>(seed * 37 % 100) / 100;
    const Colour sky = mixed(colourOf(hue, 0.7, 0.35), colourOf(hue + 0.12, 0.5, 0.95), y);
    const double moonX = 0.2 + static_cast<double>(seed * 13 % 60) / 100;
    const double away = std::hypot((x - moonX) * proportion, y - 0.28);
    const double hills = 0.68 + 0.06 * std::sin(7 * x + seed) + 0.03 * std::sin(17 * x + 2 * seed);
    if (y > hills + 0.14)
        return colourOf(hue, 0.5, 0.14);
    if (y > hills)
        return colourOf(hue, 0.5, 0.24);
    return away < 0.11 ? colourOf(hue + 0.15, 0.15, 0.98) : sky;
}

} // namespace

QByteArray pictureOf(quint32 seed, int width, int height)
{
    width = std::clamp(width, 1, 2000);
    height = std::clamp(height, 1, 2000);
    QByteArray rows;
    rows.reserve(height * (width * 3 + 1));
    for (int row = 0; row < height; ++row) {
        rows.append('\0'); // no filter
        for (int column = 0; column < width; ++column) {
            const Colour colour = colourAt(static_cast<double>(column) / width, static_cast<double>(row) / height,
                static_cast<double>(width) / height, seed);
            for (const double part : {colour.red, colour.green, colour.blue})
                rows.append(static_cast<char>(std::clamp(static_cast<int>(part * 255), 0, 255)));
        }
    }
    QByteArray head;
    addNumber(head, static_cast<quint32>(width));
    addNumber(head, static_cast<quint32>(height));
    head.append("\x08\x02\0\0\0", 5); // 8 bits each of red, green, blue
    QByteArray png("\x89PNG\r\n\x1a\n", 8);
    addChunk(png, "IHDR", head);
    addChunk(png, "IDAT", qCompress(rows, 6).mid(4)); // in front Qt writes how long it was
    addChunk(png, "IEND", {});
    return png;
}

} // namespace marquee::sandbox
