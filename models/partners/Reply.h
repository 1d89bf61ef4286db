// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace marquee::partners {

/// What came back, or why nothing did. The body is the bytes as they came.
struct Reply
{
    enum class Transport : std::uint8_t
    {
        Answered, ///< a whole reply
        NotReached, ///< no connection: host, port, proxy; nothing was sent
        Refused, ///< TLS or a certificate; nothing was sent
        Lost, ///< something was sent, and no whole reply came: the connection closed
        TimedOut, ///< the same, too late
        Cancelled, ///< by the user, after something was sent
        CancelledBefore, ///< by the user, before anything was sent
        TooLarge ///< the reply was cut off at a limit of this program
    };

    Transport transport = Transport::NotReached;
    QString problem; ///< in words, where there was one
    int status = 0; ///< of HTTP; 0 where none came
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    qint64 elapsedMs = 0;
    qint64 bytesSent = 0; ///< of the body
    qint64 bytesReceived = 0; ///< of the body

    /// The first header of that name, letter case aside; empty where there is none.
    QByteArray header(const QByteArray &name) const
    {
        for (const auto &[key, value] : headers) {
            if (key.compare(name, Qt::CaseInsensitive) == 0)
                return value;
        }
        return {};
    }
};

/// What the partner calls the request, to be named when one asks it; empty where it says nothing.
inline QByteArray requestIdOf(const Reply &reply)
{
    const QByteArray id = reply.header("x-request-id");
    return id.isEmpty() ? reply.header("x-amzn-requestid") : id;
}

} // namespace marquee::partners
