// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/RequestReader.h"

#include <QList>

#include <algorithm>

namespace marquee::http {

namespace {

bool isDigits(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A name has no blanks: "Content-Length : 5" is read in two ways by two programs.
bool isName(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 127; });
}

} // namespace

RequestReader::State RequestReader::feed(const QByteArray &bytes)
{
    m_buffer += bytes;
    return m_hasHead ? readBody() : readHead();
}

bool RequestReader::expectsContinue() const
{
    return m_request.header("Expect").toLower() == "100-continue";
}

void RequestReader::next()
{
    m_request = {};
    m_body = {};
    m_hasHead = false;
    m_saysLength = false;
}

RequestReader::State RequestReader::readHead()
{
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    if (end > m_limits.head || (end < 0 && m_buffer.size() > m_limits.head))
        return State::HeadTooLarge;
    if (end < 0)
        return State::NeedsMore;
    const QByteArray head = m_buffer.left(end);
    m_buffer.remove(0, end + 4);
    if (!readLines(head) || !settleBody())
        return State::Malformed;
    m_hasHead = true;
    // A length that was announced is judged before anything of the body comes.
    QByteArray nothing;
    return m_body.take(nothing) == BodyReader::State::TooLarge ? State::BodyTooLarge : State::HeadDone;
}

bool RequestReader::readLines(const QByteArray &head)
{
    QByteArray text = head;
    const QList<QByteArray> lines = text.replace("\r\n", "\n").split('\n');
    const QList<QByteArray> first = lines.first().split(' ');
    if (first.size() != 3 || !first[2].startsWith("HTTP/1.") || !first[1].startsWith('/'))
        return false;
    m_request.method = first[0];
    m_request.target = first[1];
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 1 || !isName(line.left(colon)))
            return false;
        m_request.headers.emplace_back(line.left(colon), line.mid(colon + 1).trimmed());
    }
    const QByteArray connection = m_request.header("Connection").toLower();
    m_request.keepAlive = first[2] == "HTTP/1.1" ? connection != "close" : connection == "keep-alive";
    return true;
}

/// False where the headers contradict each other.
bool RequestReader::settleBody()
{
    QByteArray length;
    QByteArray coding;
    for (const auto &[name, value] : m_request.headers) {
        if (name.compare("Content-Length", Qt::CaseInsensitive) == 0) {
            if (!isDigits(value) || (!length.isEmpty() && length != value))
                return false;
            length = value;
        } else if (name.compare("Transfer-Encoding", Qt::CaseInsensitive) == 0) {
            if (!coding.isEmpty() || value.toLower() != "chunked")
                return false;
            coding = value;
        }
    }
    if (!length.isEmpty() && !coding.isEmpty())
        return false;
    m_saysLength = !length.isEmpty() || !coding.isEmpty();
    if (!coding.isEmpty()) {
        m_body = BodyReader::inChunks(m_limits.body);
    } else if (!length.isEmpty()) {
        bool fits = false;
        const qint64 bytes = length.toLongLong(&fits);
        m_body = BodyReader::ofLength(fits ? bytes : m_limits.body + 1, m_limits.body);
    }
    return true;
}

RequestReader::State RequestReader::readBody()
{
    switch (m_body.take(m_buffer)) {
    case BodyReader::State::NeedsMore:
        return State::NeedsMore;
    case BodyReader::State::Malformed:
        return State::Malformed;
    case BodyReader::State::TooLarge:
        m_buffer.clear();
        return State::BodyTooLarge;
    case BodyReader::State::Complete:
        break;
    }
    m_request.body = m_body.body();
    return State::Complete;
}

} // namespace marquee::http
