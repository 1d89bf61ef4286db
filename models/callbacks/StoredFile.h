// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "callbacks/Delivery.h"
#include "payload/Error.h"

#include <QString>

namespace marquee::callbacks {

/// What the store knows of a delivery without its body.
struct StoredCallback
{
    QString id; ///< names it; later ones are greater
    Delivery delivery; ///< secret headers masked; the body is read apart
    qint64 size = 0; ///< of the body, in bytes
    int repeats = 0; ///< how often the same came again
    QDateTime lastRepeat; ///< UTC; not valid where it never did
};

// One file of the store: a line of JSON with what is known of a delivery, then the body, byte for byte.

QByteArray encodeStored(const StoredCallback &stored, const QByteArray &body);
/// Invalid where it isn't a file of the store. The id is the file's name.
Expected<StoredCallback> readStored(const QString &path);
Expected<QByteArray> readStoredBody(const QString &path);
/// Whole or not at all, for its owner's eyes only.
Expected<void> writeStored(const QString &path, const QByteArray &bytes);

} // namespace marquee::callbacks
