// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <utility>
#include <vector>

namespace marquee::exchange {

/// Puts a reply together from what comes in: HTTP/1.1, its body by length, in chunks or until the connection closes.
/// What is said in between (1xx) is passed over.
class HttpReader
{
public:
    static constexpr qsizetype LargestHead = 256 * 1024;

    enum class State : std::uint8_t
    {
        NeedsMore,
        Complete,
        Malformed, ///< that isn't HTTP
        TooLarge ///< a head or body above what is allowed
    };

    explicit HttpReader(qint64 largestBody)
        : m_largestBody(largestBody)
    {
    }

    State feed(const QByteArray &bytes);
    /// The connection closed: that is the end where nothing else says so, else it came too early.
    State close();

    bool hasHead() const { return m_part != Part::Head; }
    int status() const { return m_status; } ///< 0 before the head is there
    const std::vector<std::pair<QByteArray, QByteArray>> &headers() const { return m_headers; }
    const QByteArray &body() const { return m_body; }
    bool keepsAlive() const { return m_keepsAlive; }
    bool hasRest() const { return !m_buffer.isEmpty(); } ///< bytes behind the end of the reply

private:
    enum class Part : std::uint8_t
    {
        Head,
        Length,
        ChunkSize,
        ChunkData,
        ChunkEnd,
        Trailer,
        UntilClose,
        Done
    };

    State head();
    bool readHead(const QByteArray &head);
    State length();
    State chunks();
    QByteArray header(const char *name) const;

    qint64 m_largestBody;
    QByteArray m_buffer;
    Part m_part = Part::Head;
    int m_status = 0;
    std::vector<std::pair<QByteArray, QByteArray>> m_headers;
    QByteArray m_body;
    qint64 m_left = 0; ///< of the body, or of a chunk
    bool m_keepsAlive = true;
};

} // namespace marquee::exchange
