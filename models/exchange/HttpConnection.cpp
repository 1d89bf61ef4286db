// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/HttpConnection.h"

#include "exchange/TlsWords.h"

#include <QCoreApplication>
#include <QSslSocket>

#include <sys/socket.h>
#include <utility>

namespace marquee::exchange {

using namespace Qt::StringLiterals;
using partners::Reply;
using Transport = Reply::Transport;

namespace {

QNetworkProxy proxyFor(const Link &link, const QUrl &url)
{
    if (link.proxyMode == ProxySettings::Mode::None)
        return QNetworkProxy::NoProxy;
    if (link.proxyMode == ProxySettings::Mode::Manual)
        return link.proxy;
    const QList<QNetworkProxy> found = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    QNetworkProxy proxy = found.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : found.first();
    if (proxy.type() == QNetworkProxy::HttpCachingProxy || proxy.type() == QNetworkProxy::FtpCachingProxy)
        proxy.setType(QNetworkProxy::HttpProxy);
    return proxy;
}

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

} // namespace

HttpConnection::HttpConnection(const QUrl &url, const Link &link, qint64 largestReply, QObject *parent)
    : QObject(parent)
    , m_url(url)
    , m_link(link)
    , m_largestReply(largestReply)
    , m_isSafe(url.scheme() == "https"_L1)
{
    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this, [this] { end(Transport::TimedOut, tr("No answer came in time.")); });
    if (m_isSafe) {
        auto *socket = new QSslSocket(this);
        socket->setSslConfiguration(m_link.tls);
        connect(socket, &QSslSocket::sslErrors, this, [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
        connect(socket, &QSslSocket::encrypted, this, &HttpConnection::write);
        m_socket = socket;
    } else {
        m_socket = new QTcpSocket(this);
        connect(m_socket, &QTcpSocket::connected, this, &HttpConnection::write);
    }
    m_socket->setProxy(proxyFor(m_link, url));
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::read);
    connect(m_socket, &QTcpSocket::errorOccurred, this, &HttpConnection::lost);
    connect(m_socket, &QTcpSocket::disconnected, this, &HttpConnection::lost);
}

HttpConnection::~HttpConnection()
{
    m_finished = {};
    m_socket->disconnect(this);
}

bool HttpConnection::leadsTo(const QUrl &url) const
{
    return url.scheme() == m_url.scheme() && url.host() == m_url.host() && portOf(url) == portOf(m_url);
}

bool HttpConnection::isReady() const
{
    if (m_state != State::Ready || m_socket->state() != QAbstractSocket::ConnectedState)
        return false;
    // The partner may have hung up without that having been heard yet: what is sent then is lost, and nobody knows.
    // Anything that waits to be read, the end among it, makes the connection unfit. (Behind a proxy there may be no
    // descriptor to ask.)
    const qintptr descriptor = m_socket->socketDescriptor();
    char byte = 0;
    return descriptor < 0 || ::recv(static_cast<int>(descriptor), &byte, 1, MSG_PEEK | MSG_DONTWAIT) < 0;
}

void HttpConnection::ask(const QByteArray &wire, qint64 bodySize, int timeoutMs, Finished finished)
{
    m_wire = wire;
    m_bodySize = bodySize;
    m_finished = std::move(finished);
    m_isSent = false;
    m_reader.emplace(m_largestReply);
    m_clock.start();
    m_timeout.start(timeoutMs);
    connectOrWrite();
}

void HttpConnection::knock(int timeoutMs, Finished finished)
{
    m_isKnock = true;
    ask({}, 0, timeoutMs, std::move(finished));
}

void HttpConnection::connectOrWrite()
{
    if (m_state == State::Ready) {
        write();
        return;
    }
    m_state = State::Connecting;
    if (auto *safe = qobject_cast<QSslSocket *>(m_socket))
        safe->connectToHostEncrypted(m_url.host(), static_cast<quint16>(portOf(m_url)));
    else
        m_socket->connectToHost(m_url.host(), static_cast<quint16>(portOf(m_url)));
}

void HttpConnection::cancel()
{
    end(m_isSent ? Transport::Cancelled : Transport::CancelledBefore, tr("Cancelled."));
}

void HttpConnection::write()
{
    if (!m_finished)
        return;
    if (m_isKnock) {
        end(Transport::Answered);
        return;
    }
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_state = State::Asking;
    m_isSent = true;
    m_socket->write(m_wire);
    m_wire.clear();
    m_socket->flush();
}

void HttpConnection::read()
{
    if (m_state != State::Asking || !m_reader)
        return; // isReady finds it
    switch (m_reader->feed(m_socket->readAll())) {
    case HttpReader::State::NeedsMore:
        return;
    case HttpReader::State::Complete:
        end(Transport::Answered);
        return;
    case HttpReader::State::TooLarge:
        end(Transport::TooLarge, tr("The answer is too large."));
        return;
    case HttpReader::State::Malformed:
        end(Transport::Lost, tr("What answered doesn't speak HTTP."));
        return;
    }
}

/// What an error means that ends the connection.
Transport HttpConnection::transportOfError() const
{
    const bool isTls = !m_tlsErrors.isEmpty() || m_socket->error() == QAbstractSocket::SslHandshakeFailedError
        || m_socket->error() == QAbstractSocket::SslInternalError
        || m_socket->error() == QAbstractSocket::SslInvalidUserDataError;
    if (!m_isSent) {
        // A partner that hangs up in the middle of the handshake didn't like who called.
        const auto *safe = qobject_cast<const QSslSocket *>(m_socket);
        const bool inHandshake = safe && safe->mode() == QSslSocket::SslClientMode && !safe->isEncrypted();
        const bool hungUp = inHandshake && m_socket->error() == QAbstractSocket::RemoteHostClosedError;
        return isTls || hungUp ? Transport::Refused : Transport::NotReached;
    }
    const bool hasHead = m_reader && m_reader->hasHead();
    return !hasHead && !tlsAlert(m_socket->errorString()).isEmpty() ? Transport::Refused : Transport::Lost;
}

void HttpConnection::lost()
{
    if (!m_finished) {
        if (m_state != State::Closed) {
            m_state = State::Closed;
            Q_EMIT freed();
        }
        return;
    }
    read(); // what came in front of the end
    if (!m_finished)
        return;
    if (m_state == State::Asking && m_socket->error() == QAbstractSocket::RemoteHostClosedError
        && m_reader->close() == HttpReader::State::Complete) {
        end(Transport::Answered);
        return;
    }
    const Transport transport = transportOfError();
    const QString alert = tlsAlert(m_socket->errorString());
    QString problem = !m_tlsErrors.isEmpty() ? tlsProblem(m_tlsErrors, m_url.host())
        : !alert.isEmpty()                   ? alert
                                             : m_socket->errorString();
    if (transport == Transport::Refused && m_socket->error() == QAbstractSocket::RemoteHostClosedError
        && alert.isEmpty())
        problem = tr("the partner hung up during the handshake. It may ask for a client certificate.");
    end(transport, problem);
}

void HttpConnection::end(Transport transport, const QString &problem)
{
    if (!m_finished)
        return;
    m_timeout.stop();
    Reply reply;
    reply.transport = transport;
    reply.problem = problem;
    reply.elapsedMs = m_clock.elapsed();
    reply.bytesSent = m_isSent ? m_bodySize : 0;
    if (m_reader->hasHead()) {
        reply.status = m_reader->status();
        reply.headers = m_reader->headers();
        reply.body = m_reader->body();
        reply.bytesReceived = reply.body.size();
    }
    const bool staysOpen = transport == Transport::Answered && !m_isKnock && m_reader->keepsAlive()
        && !m_reader->hasRest() && m_socket->bytesToWrite() == 0
        && m_socket->state() == QAbstractSocket::ConnectedState;
    const Finished finished = std::exchange(m_finished, {});
    m_reader.reset();
    m_state = staysOpen ? State::Ready : State::Closed;
    if (!staysOpen)
        m_socket->abort();
    Q_EMIT freed();
    finished(reply);
}

} // namespace marquee::exchange
