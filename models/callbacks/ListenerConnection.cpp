// SPDX-License-Identifier: GPL-3.0-or-later
#include "callbacks/ListenerConnection.h"

#include "callbacks/CallbackListener.h"
#include "http/StatusWords.h"

#include <QHostAddress>
#include <QTcpSocket>

#include <algorithm>

namespace marquee::callbacks {

using namespace Qt::StringLiterals;
using http::RequestReader;

namespace {

constexpr qint64 ReadAtOnce = 64 * 1024; ///< what Qt buffers of a sender that is faster than we are
constexpr qint64 Lingering = 3'000; ///< for a sender that is still sending when it was refused

QByteArray pathOf(const QByteArray &target)
{
    const qsizetype question = target.indexOf('?');
    return question < 0 ? target : target.left(question);
}

/// "[::1]:80" is ::1, "localhost:80" is localhost.
QString hostOf(const QByteArray &header)
{
    const QString text = QString::fromLatin1(header).trimmed();
    if (text.startsWith(u'['))
        return text.mid(1).section(u']', 0, 0);
    return text.section(u':', 0, 0).toLower();
}

} // namespace

ListenerConnection::ListenerConnection(
    QTcpSocket *socket, const ListenerOptions &options, const QByteArray &path, qint64 until)
    : QObject(socket)
    , m_socket(socket)
    , m_options(options)
    , m_path(path)
    , m_until(until)
    , m_reader({options.largestHead, options.largestBody})
{
    socket->setReadBufferSize(ReadAtOnce);
    connect(socket, &QTcpSocket::readyRead, this, &ListenerConnection::read);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
}

void ListenerConnection::checkTime(qint64 now)
{
    if (m_isAnswered && !m_isLingering) {
        m_isLingering = true;
        m_until = std::min(m_until, now + Lingering);
    }
    if (now < m_until)
        return;
    if (m_isAnswered) {
        m_socket->abort();
        return;
    }
    refuse(408, true);
    m_until = now + Lingering;
    m_isLingering = true;
}

void ListenerConnection::turnAway()
{
    refuse(503, true);
}

void ListenerConnection::end()
{
    m_isAnswered = true;
    m_socket->abort();
}

void ListenerConnection::read()
{
    while (m_socket->bytesAvailable() > 0) {
        const QByteArray bytes = m_socket->read(ReadAtOnce);
        if (!m_isAnswered)
            handle(m_reader.feed(bytes));
        else if (m_isSwallowing)
            swallow(m_reader.feed(bytes));
    }
}

/// What was refused has come to its end: nothing is cut off by closing now.
void ListenerConnection::swallow(RequestReader::State state)
{
    if (state == RequestReader::State::NeedsMore)
        return;
    m_isSwallowing = false;
    if (state == RequestReader::State::Complete)
        m_socket->disconnectFromHost();
}

void ListenerConnection::handle(RequestReader::State state)
{
    switch (state) {
    case RequestReader::State::NeedsMore:
        return;
    case RequestReader::State::HeadDone:
        if (const int status = judgeHead(); status != 200) {
            refuse(status, m_reader.saysLength());
            if (m_reader.saysLength()) {
                m_isSwallowing = true;
                swallow(m_reader.feed({}));
            }
            return;
        }
        if (m_reader.expectsContinue())
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        handle(m_reader.feed({}));
        return;
    case RequestReader::State::Complete:
        take();
        return;
    case RequestReader::State::Malformed:
        refuse(400, true);
        return;
    case RequestReader::State::HeadTooLarge:
        refuse(431, true);
        return;
    case RequestReader::State::BodyTooLarge: {
        // Who doesn't know the path isn't told how much would be taken there.
        const int status = judgeHead();
        refuse(status == 200 ? 413 : status, true);
        return;
    }
    }
}

int ListenerConnection::judgeHead() const
{
    const http::Request &request = m_reader.request();
    if (pathOf(request.target) != m_path)
        return 404;
    if (!request.header("Origin").isEmpty() || !isFromHere(request.header("Host")))
        return 403;
    if (request.method != "POST")
        return 405;
    return m_reader.saysLength() ? 200 : 411;
}

bool ListenerConnection::isFromHere(const QByteArray &host) const
{
    if (m_options.hosts.isEmpty())
        return true;
    const QString name = hostOf(host);
    return name == u"localhost"_s || QHostAddress(name).isLoopback()
        || m_options.hosts.contains(name, Qt::CaseInsensitive);
}

/// Answered first: what is made of it is none of the sender's business, and it may be in a hurry.
void ListenerConnection::take()
{
    Delivery delivery;
    delivery.body = m_reader.request().body;
    delivery.headers = m_reader.request().headers;
    delivery.peer = m_socket->peerAddress().toString().toLatin1() + ':' + QByteArray::number(m_socket->peerPort());
    delivery.time = QDateTime::currentDateTimeUtc();
    answer(200);
    m_socket->disconnectFromHost();
    Q_EMIT received(delivery);
}

void ListenerConnection::answer(int status)
{
    m_isAnswered = true;
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + ' ' + http::statusWords(status)
        + "\r\nContent-Length: 0\r\nConnection: close\r\n";
    if (status == 405)
        head += "Allow: POST\r\n";
    m_socket->write(head + "\r\n");
    m_socket->flush();
}

/// Where more comes, the connection stays for a moment and swallows it: closed at once, the sender would see a reset
/// instead of the answer.
void ListenerConnection::refuse(int status, bool moreComes)
{
    answer(status);
    if (!moreComes)
        m_socket->disconnectFromHost();
    Q_EMIT refused(status);
}

} // namespace marquee::callbacks
