// SPDX-License-Identifier: GPL-3.0-or-later
// Payloads to be inspected, read on the spot.
#pragma once

#include "inspector/QueryFor.h"
#include "inspector/Snapshot.h"

#include <QByteArray>

#include <memory>

namespace marquee::test {

inline inspector::Snapshot snapshotOf(const QByteArray &bytes)
{
    auto document = payload::Document::read(bytes);
    return document ? inspector::Snapshot(std::shared_ptr<const payload::Document>(std::move(*document)))
                    : inspector::Snapshot();
}

/// The path of a pointer; the root's where there is no such place.
inline payload::Path pathTo(const inspector::Snapshot &snapshot, const char *pointer)
{
    const auto parsed = payload::Pointer::parse(pointer);
    return parsed ? payload::pathOf(snapshot.root(), *parsed).value_or(payload::Path()) : payload::Path();
}

/// {"list": [{"id": "P-0", "n": 0}, …]}, on one line or on many.
inline QByteArray listOf(int rows, bool isOneLine = true)
{
    QByteArray text = "{\"list\": [";
    for (int row = 0; row < rows; ++row) {
        if (row > 0)
            text += isOneLine ? ", " : ",\n";
        text += "{\"id\": \"P-" + QByteArray::number(row) + "\", \"n\": " + QByteArray::number(row % 1000 * 7919 % 1000)
            + '}';
    }
    return text + "]}";
}

} // namespace marquee::test
