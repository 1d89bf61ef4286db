// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Headers.h"

#include <QByteArray>
#include <QDateTime>
#include <QMetaType>

namespace marquee::callbacks {

/// A callback as it came: the bytes, and all that is known of where from.
struct Delivery
{
    enum class How : std::uint8_t
    {
        Received, ///< by the listener
        Pasted,
        Opened ///< from a file
    };

    QByteArray body; ///< byte for byte
    http::Headers headers; ///< as they came, in their order; none where nobody sent any
    QByteArray peer; ///< "127.0.0.1:41234", or the file's name
    QDateTime time; ///< UTC
    How how = How::Received;
};

} // namespace marquee::callbacks

Q_DECLARE_METATYPE(marquee::callbacks::Delivery)
