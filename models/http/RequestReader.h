// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/BodyReader.h"
#include "http/Headers.h"

#include <QByteArray>

namespace marquee::http {

/// One request as it came over the wire.
struct Request
{
    QByteArray method;
    QByteArray target; ///< path and query, percent-encoded
    Headers headers;
    QByteArray body;
    bool keepAlive = true;

    QByteArray header(const QByteArray &name) const { return headerOf(headers, name); }
};

/// How much is read of a request, in bytes.
struct RequestLimits
{
    qsizetype head = 64 * 1024; ///< the request's line and its headers
    qint64 body = 10 * 1024 * 1024;
};

/// Puts requests together from what comes in, within bounds. One thread.
class RequestReader
{
public:
    enum class State : std::uint8_t
    {
        NeedsMore,
        HeadDone, ///< told once, before the body: time to say 100 Continue or to hang up
        Complete,
        Malformed, ///< answer 400 and close
        HeadTooLarge, ///< answer 431 and close
        BodyTooLarge ///< answer 413 and close
    };

    explicit RequestReader(const RequestLimits &limits = {})
        : m_limits(limits)
    {
    }

    State feed(const QByteArray &bytes);
    const Request &request() const { return m_request; }
    bool expectsContinue() const;
    bool saysLength() const { return m_saysLength; } ///< how long the body is, or that it comes in chunks
    /// Begins the next request; what came behind the last one is kept. Call feed({}) to look at it.
    void next();

private:
    State readHead();
    bool readLines(const QByteArray &head);
    bool settleBody();
    State readBody();

    RequestLimits m_limits;
    QByteArray m_buffer;
    Request m_request;
    BodyReader m_body;
    bool m_hasHead = false;
    bool m_saysLength = false;
};

} // namespace marquee::http
