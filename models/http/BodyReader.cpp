// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/BodyReader.h"

#include <algorithm>
#include <utility>

namespace marquee::http {

namespace {

constexpr qsizetype LongestLine = 8 * 1024; ///< a chunk's size with what may stand behind it
constexpr qint64 LargestTrailer = 16 * 1024;
constexpr qsizetype MostDigits = 8; ///< of a chunk's size

} // namespace

BodyReader BodyReader::ofLength(qint64 length, qint64 largest)
{
    BodyReader reader;
    reader.m_part = length > 0 ? Part::Length : Part::Done;
    reader.m_largest = largest;
    reader.m_left = length;
    return reader;
}

BodyReader BodyReader::inChunks(qint64 largest)
{
    BodyReader reader;
    reader.m_part = Part::ChunkSize;
    reader.m_largest = largest;
    return reader;
}

BodyReader::State BodyReader::take(QByteArray &buffer)
{
    if (m_part == Part::Done)
        return State::Complete;
    return m_part == Part::Length ? takeLength(buffer) : takeChunks(buffer);
}

/// As much of what is left as has come.
void BodyReader::move(QByteArray &buffer)
{
    const qint64 now = std::min<qint64>(m_left, buffer.size());
    m_left -= now;
    if (m_body.isEmpty() && now == buffer.size()) {
        m_body = std::exchange(buffer, {});
        return;
    }
    m_body += buffer.left(now);
    buffer.remove(0, now);
}

BodyReader::State BodyReader::takeLength(QByteArray &buffer)
{
    if (m_left > m_largest)
        return State::TooLarge;
    move(buffer);
    if (m_left > 0)
        return State::NeedsMore;
    m_part = Part::Done;
    return State::Complete;
}

BodyReader::State BodyReader::takeChunks(QByteArray &buffer)
{
    while (true) {
        if (m_part == Part::ChunkData) {
            move(buffer);
            if (m_left > 0)
                return State::NeedsMore;
            m_part = Part::ChunkEnd;
        }
        const qsizetype end = buffer.indexOf("\r\n");
        if (end < 0)
            return buffer.size() > LongestLine ? State::Malformed : State::NeedsMore;
        const QByteArray line = buffer.left(end);
        buffer.remove(0, end + 2);
        if (const State state = takeLine(line); state != State::NeedsMore)
            return state;
    }
}

/// A line between the data of two chunks, or behind the last.
BodyReader::State BodyReader::takeLine(const QByteArray &line)
{
    if (m_part == Part::ChunkEnd) {
        m_part = Part::ChunkSize;
        return line.isEmpty() ? State::NeedsMore : State::Malformed;
    }
    if (m_part == Part::Trailer) {
        m_trailer += line.size();
        if (line.isEmpty())
            m_part = Part::Done;
        return line.isEmpty() ? State::Complete : m_trailer > LargestTrailer ? State::Malformed : State::NeedsMore;
    }
    const qsizetype semicolon = line.indexOf(';');
    const QByteArray digits = (semicolon < 0 ? line : line.left(semicolon)).trimmed();
    const bool isPlain = !digits.isEmpty() && std::all_of(digits.begin(), digits.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
    if (!isPlain)
        return State::Malformed;
    m_left = digits.size() > MostDigits ? m_largest + 1 : digits.toLongLong(nullptr, 16);
    if (m_body.size() + m_left > m_largest)
        return State::TooLarge;
    m_part = m_left == 0 ? Part::Trailer : Part::ChunkData;
    return State::NeedsMore;
}

} // namespace marquee::http
