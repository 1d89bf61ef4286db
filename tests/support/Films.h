// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>

namespace marquee::test {

/// A window of a film to buy, as a partial extract, without a problem.
inline QByteArray windowOfFilm(const QByteArray &window, const QByteArray &end = "2028-01-01T00:00:00Z",
    const QByteArray &entry = "PartialExtract")
{
    return "{\"avail\":{\"ALID\":\"NF-1\",\"Disposition\":{\"EntryType\":\"" + entry
        + "\"},\"Licensor\":{\"DisplayName\":\"L\"},"
          "\"Asset\":[{\"_contentID\":\"NF-1\",\"WorkType\":\"Movie\",\"Metadata\":{\"TitleInternalAlias\":[\"Night "
          "Ferry\"]}}],"
          "\"Transaction\":[{\"_TransactionID\":\""
        + window
        + "\",\"LicenseType\":\"EST\",\"Territory\":[{\"country\":\"US\"}],"
          "\"FormatProfile\":{\"value\":\"HD\"},\"Start\":\"2027-01-01T00:00:00Z\",\"End\":\""
        + end + "\",\"Terms\":[{\"_termName\":\"SRP\",\"Money\":{\"value\":9.90,\"_currency\":\"USD\"}}]}]}}";
}

inline bool writeFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// Windows w0, w1, … in files 0000.json, 0001.json, … of a folder.
inline bool writeFilms(const QString &folder, int count)
{
    for (int i = 0; i < count; ++i) {
        if (!writeFile(QDir(folder).filePath(QStringLiteral("%1.json").arg(i, 5, 10, QLatin1Char('0'))),
                windowOfFilm("w" + QByteArray::number(i))))
            return false;
    }
    return true;
}

inline QByteArray batchItem(const QByteArray &id, const QByteArray &window, const QByteArray &body)
{
    return "{\"requestItemId\":\"" + id + "\",\"path\":\"/avails/L/partial-extract/transactions/" + window + '"'
        + (body.isEmpty() ? QByteArray() : QByteArray(",\"body\":" + body)) + '}';
}

} // namespace marquee::test
