// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace marquee::http {

/// Puts a body together from what comes in: of a known length, or in chunks. A value.
class BodyReader
{
public:
    enum class State : std::uint8_t
    {
        NeedsMore,
        Complete,
        Malformed, ///< no chunk begins or ends there
        TooLarge ///< above the limit, as announced or as it came; nothing of that is kept
    };

    /// No body.
    BodyReader() = default;
    static BodyReader ofLength(qint64 length, qint64 largest);
    static BodyReader inChunks(qint64 largest);

    /// Takes from the front of `buffer` what belongs to the body; what stands behind it stays.
    State take(QByteArray &buffer);

    const QByteArray &body() const { return m_body; }

private:
    enum class Part : std::uint8_t
    {
        Length,
        ChunkSize,
        ChunkData,
        ChunkEnd,
        Trailer,
        Done
    };

    State takeLength(QByteArray &buffer);
    State takeChunks(QByteArray &buffer);
    State takeLine(const QByteArray &line);
    void move(QByteArray &buffer);

    Part m_part = Part::Done;
    qint64 m_largest = 0;
    qint64 m_left = 0; ///< of the body, or of a chunk
    qint64 m_trailer = 0; ///< bytes of it that were passed over
    QByteArray m_body;
};

} // namespace marquee::http
