// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/HttpParser.h"

namespace marquee::sandbox {

HttpParser::State HttpParser::feed(const QByteArray &bytes)
{
    m_buffer += bytes;
    if (!m_hasHeaders)
        return headers();
    return m_chunked ? chunks() : body();
}

bool HttpParser::expectsContinue() const
{
    return m_request.headers.value("expect").toLower() == "100-continue";
}

void HttpParser::next()
{
    m_request = {};
    m_hasHeaders = false;
    m_chunked = false;
    m_length = 0;
}

HttpParser::State HttpParser::headers()
{
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return m_buffer.size() > LargestHeaders ? State::TooLarge : State::NeedsMore;
    if (end > LargestHeaders)
        return State::TooLarge;
    const QList<QByteArray> lines = m_buffer.left(end).replace("\r\n", "\n").split('\n');
    m_buffer.remove(0, end + 4);
    const QList<QByteArray> first = lines.first().split(' ');
    if (first.size() != 3 || !first[2].startsWith("HTTP/1.") || !first[1].startsWith('/'))
        return State::Malformed;
    m_request.method = first[0];
    m_request.target = first[1];
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 1)
            return State::Malformed;
        m_request.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    const QByteArray connection = m_request.headers.value("connection").toLower();
    m_request.keepAlive = first[2] == "HTTP/1.1" ? connection != "close" : connection == "keep-alive";
    m_chunked = m_request.headers.value("transfer-encoding").toLower() == "chunked";
    bool good = true;
    if (m_request.headers.contains("content-length"))
        m_length = m_request.headers.value("content-length").toLongLong(&good);
    if (!good || m_length < 0)
        return State::Malformed;
    if (m_length > LargestBody)
        return State::TooLarge;
    m_hasHeaders = true;
    return State::HeadersDone;
}

HttpParser::State HttpParser::body()
{
    if (m_buffer.size() < m_length)
        return State::NeedsMore;
    m_request.body = m_buffer.left(m_length);
    m_buffer.remove(0, m_length);
    return State::Complete;
}

HttpParser::State HttpParser::chunks()
{
    for (;;) {
        const qsizetype lineEnd = m_buffer.indexOf("\r\n");
        if (lineEnd < 0)
            return m_buffer.size() > LargestHeaders ? State::Malformed : State::NeedsMore;
        bool good = false;
        const qint64 size = m_buffer.left(lineEnd).split(';').first().trimmed().toLongLong(&good, 16);
        if (!good || size < 0)
            return State::Malformed;
        if (m_request.body.size() + size > LargestBody)
            return State::TooLarge;
        if (m_buffer.size() < lineEnd + 2 + size + 2)
            return State::NeedsMore;
        m_request.body += m_buffer.mid(lineEnd + 2, size);
        m_buffer.remove(0, lineEnd + 2 + size + 2);
        if (size == 0)
            return State::Complete;
    }
}

} // namespace marquee::sandbox
