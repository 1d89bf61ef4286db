// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

#include <optional>

namespace marquee::sandbox {

/// One request as it came over the wire.
struct HttpRequest
{
    QByteArray method;
    QByteArray target; ///< path and query, percent-encoded
    QHash<QByteArray, QByteArray> headers; ///< names in small letters
    QByteArray body;
    bool keepAlive = true;
};

/// Puts requests together from what comes in, within bounds: 64 KB of headers, 10 MB of body.
class HttpParser
{
public:
    static constexpr qsizetype LargestHeaders = 64 * 1024;
    static constexpr qsizetype LargestBody = 10 * 1024 * 1024;

    enum class State : std::uint8_t {
        NeedsMore,
        HeadersDone, ///< told once, before the body: time to say 100 Continue or to hang up
        Complete,
        Malformed, ///< answer 400 and close
        TooLarge ///< answer 413 and close
    };

    State feed(const QByteArray &bytes);
    const HttpRequest &request() const { return m_request; }
    bool expectsContinue() const;
    /// Begins the next request; what came behind the last one is kept. Call feed({}) to look at it.
    void next();

private:
    State headers();
    State body();
    State chunks();

    QByteArray m_buffer;
    HttpRequest m_request;
    bool m_hasHeaders = false;
    bool m_chunked = false;
    qint64 m_length = 0;
};

} // namespace marquee::sandbox
