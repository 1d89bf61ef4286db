// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/FormTest.h"

namespace marquee::test {

inline QByteArray batchOf(const QByteArray &items)
{
    return "{\"requestItems\":[" + items + "]}";
}

/// An item that puts a window without a problem; `extra`: members behind the others.
inline QByteArray item(const QByteArray &id, const QByteArray &windowId, const QByteArray &extra = {})
{
    return "{\"requestItemId\":\"" + id + "\",\"path\":\"/avails/Lantern%20Pictures/partial-extract/transactions/"
        + windowId + "\",\"body\":" + avail(window({{"_TransactionID", '"' + windowId + '"'}}), {}, "PartialExtract")
        + extra + '}';
}

/// An item that gets or deletes.
inline QByteArray bare(const QByteArray &id, const QByteArray &windowId)
{
    return "{\"requestItemId\":\"" + id + "\",\"path\":\"/avails/Lantern%20Pictures/partial-extract/transactions/"
        + windowId + "\"}";
}

inline QStringList itemIds(const OpenDocument &document)
{
    QStringList all;
    const payload::Value items = document.payload().root().member("requestItems");
    for (std::uint32_t i = 0; i < items.size(); ++i)
        all << QString::fromStdString(items.at(i).member("requestItemId").string());
    return all;
}

} // namespace marquee::test
