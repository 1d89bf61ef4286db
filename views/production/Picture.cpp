// SPDX-License-Identifier: GPL-3.0-or-later
#include "production/Picture.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>
#include <QList>
#include <QLocale>

#include <mutex>

namespace marquee::production {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ProductionPicture", text);
}

Picture problem(const QString &words)
{
    return {{}, words};
}

QString tooLarge(QSize size)
{
    const QLocale locale;
    return tr("This picture is too large to be shown here: %1 × %2 pixels. Open it in the browser.")
        .arg(locale.toString(size.width()), locale.toString(size.height()));
}

} // namespace

Picture readPicture(const QByteArray &bytes)
{
    static std::once_flag limited;
    std::call_once(limited, [] { QImageReader::setAllocationLimit(LargestPicture); });
    static const QList<QByteArray> known{"png", "jpeg", "jpg", "webp", "gif", "bmp"};

    if (bytes.isEmpty())
        return problem(tr("Nothing came from that address."));
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    // The format is found by what the bytes are before anything is decoded: a text or a drawing with links stays
    // unread.
    const QByteArray format = QImageReader::imageFormat(&buffer);
    if (!known.contains(format))
        return problem(tr("What came from that address isn't a picture that can be shown here."));
    QImageReader reader(&buffer, format);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && (size.width() > LongestSide || size.height() > LongestSide))
        return problem(tooLarge(size));
    QImage image = reader.read();
    if (image.isNull())
        return problem(tr("This picture is damaged and can't be shown. Open it in the browser to see more."));
    if (image.width() > LongestSide || image.height() > LongestSide)
        return problem(tooLarge(image.size()));
    if (image.width() > KeptSide || image.height() > KeptSide)
        image = image.scaled(KeptSide, KeptSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    return {image, {}};
}

} // namespace marquee::production
