// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/HttpReader.h"

#include <algorithm>

namespace marquee::exchange {

HttpReader::State HttpReader::feed(const QByteArray &bytes)
{
    m_buffer += bytes;
    if (m_part == Part::Head) {
        if (const State state = head(); state != State::Complete)
            return state;
    }
    switch (m_part) {
    case Part::Length:
        return length();
    case Part::UntilClose:
        m_body += m_buffer;
        m_buffer.clear();
        return m_body.size() > m_largestBody ? State::TooLarge : State::NeedsMore;
    case Part::Done:
        return State::Complete;
    default:
        return chunks();
    }
}

HttpReader::State HttpReader::close()
{
    if (m_part == Part::Done)
        return State::Complete;
    return m_part == Part::UntilClose ? State::Complete : State::NeedsMore;
}

/// Complete: the head is there.
HttpReader::State HttpReader::head()
{
    while (true) {
        const qsizetype end = m_buffer.indexOf("\r\n\r\n");
        if (end < 0) {
            const bool mayBeHttp = QByteArray("HTTP/1.").startsWith(m_buffer.left(7));
            return !mayBeHttp ? State::Malformed : m_buffer.size() > LargestHead ? State::TooLarge : State::NeedsMore;
        }
        if (end > LargestHead)
            return State::TooLarge;
        if (!readHead(m_buffer.left(end)))
            return State::Malformed;
        m_buffer.remove(0, end + 4);
        if (m_status >= 200)
            break;
        m_headers.clear(); // 100 Continue and its like: the reply comes behind
    }
    const QByteArray transfer = header("Transfer-Encoding").toLower();
    const QByteArray size = header("Content-Length");
    if (m_status == 204 || m_status == 304) {
        m_part = Part::Done;
    } else if (transfer.contains("chunked")) {
        m_part = Part::ChunkSize;
    } else if (!size.isEmpty()) {
        bool isNumber = false;
        m_left = size.toLongLong(&isNumber);
        if (!isNumber || m_left < 0)
            return State::Malformed;
        if (m_left > m_largestBody)
            return State::TooLarge;
        m_body.reserve(static_cast<qsizetype>(m_left));
        m_part = Part::Length;
    } else {
        m_part = Part::UntilClose;
        m_keepsAlive = false;
    }
    return State::Complete;
}

bool HttpReader::readHead(const QByteArray &head)
{
    // HTTP/1.1 200 OK
    if (head.size() < 12 || !head.startsWith("HTTP/1.") || head[8] != ' ')
        return false;
    bool isNumber = false;
    m_status = head.mid(9, 3).toInt(&isNumber);
    if (!isNumber || m_status < 100 || m_status > 599)
        return false;
    m_keepsAlive = head[7] != '0';
    qsizetype at = head.indexOf("\r\n");
    while (at >= 0) {
        const qsizetype begin = at + 2;
        at = head.indexOf("\r\n", begin);
        const QByteArray line = head.mid(begin, at < 0 ? -1 : at - begin);
        if (!m_headers.empty() && (line.startsWith(' ') || line.startsWith('\t'))) { // a header's second line
            m_headers.back().second += ' ' + line.trimmed();
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0)
            return false;
        m_headers.emplace_back(line.left(colon), line.mid(colon + 1).trimmed());
    }
    const QByteArray connection = header("Connection").toLower();
    if (!connection.isEmpty())
        m_keepsAlive = connection.contains("keep-alive") || (m_keepsAlive && !connection.contains("close"));
    return true;
}

HttpReader::State HttpReader::length()
{
    const qint64 now = std::min<qint64>(m_left, m_buffer.size());
    if (m_body.isEmpty() && now == m_buffer.size())
        m_body = std::exchange(m_buffer, {});
    else {
        m_body += m_buffer.left(now);
        m_buffer.remove(0, now);
    }
    m_left -= now;
    if (m_left > 0)
        return State::NeedsMore;
    m_part = Part::Done;
    return State::Complete;
}

HttpReader::State HttpReader::chunks()
{
    while (true) {
        if (m_part == Part::ChunkData) {
            const qint64 now = std::min<qint64>(m_left, m_buffer.size());
            m_body += m_buffer.left(now);
            m_buffer.remove(0, now);
            m_left -= now;
            if (m_body.size() > m_largestBody)
                return State::TooLarge;
            if (m_left > 0)
                return State::NeedsMore;
            m_part = Part::ChunkEnd;
        }
        const qsizetype end = m_buffer.indexOf("\r\n");
        if (end < 0)
            return m_buffer.size() > LargestHead ? State::Malformed : State::NeedsMore;
        const QByteArray line = m_buffer.left(end);
        m_buffer.remove(0, end + 2);
        if (m_part == Part::ChunkEnd) {
            if (!line.isEmpty())
                return State::Malformed;
            m_part = Part::ChunkSize;
        } else if (m_part == Part::ChunkSize) {
            const qsizetype semicolon = line.indexOf(';');
            bool isNumber = false;
            m_left = (semicolon < 0 ? line : line.left(semicolon)).trimmed().toLongLong(&isNumber, 16);
            if (!isNumber || m_left < 0)
                return State::Malformed;
            if (m_left > m_largestBody)
                return State::TooLarge;
            m_part = m_left == 0 ? Part::Trailer : Part::ChunkData;
        } else if (line.isEmpty()) { // the trailer's end
            m_part = Part::Done;
            return State::Complete;
        }
    }
}

QByteArray HttpReader::header(const char *name) const
{
    for (const auto &[key, value] : m_headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

} // namespace marquee::exchange
