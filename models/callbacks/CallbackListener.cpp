// SPDX-License-Identifier: GPL-3.0-or-later
#include "callbacks/CallbackListener.h"

#include "callbacks/ListenerConnection.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>

#include <array>

namespace marquee::callbacks {

using namespace Qt::StringLiterals;

namespace {

constexpr int WatchMs = 500;

/// 192 bits of the platform's randomness.
QByteArray makeToken()
{
    std::array<quint32, 6> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    const QByteArray bytes(reinterpret_cast<const char *>(words.data()), sizeof words);
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

CallbackListener::CallbackListener(ListenerOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_server(new QTcpServer(this))
    , m_path("/cb/" + makeToken())
{
    m_clock.start();
    m_now = [this] { return m_clock.elapsed(); };
    m_watch.setInterval(WatchMs);
    connect(&m_watch, &QTimer::timeout, this, &CallbackListener::checkTimes);
    connect(m_server, &QTcpServer::pendingConnectionAvailable, this, &CallbackListener::takeConnections);
}

CallbackListener::~CallbackListener() = default;

Expected<void> CallbackListener::start(quint16 port)
{
    if (isListening())
        return {};
    bool good = m_server->listen(QHostAddress::LocalHost, port != 0 ? port : m_port);
    if (!good && port == 0 && m_port != 0)
        good = m_server->listen(QHostAddress::LocalHost, 0); // somebody took it meanwhile
    if (!good) {
        return tl::unexpected(makeError(Error::Code::Network,
            tr("Callbacks can't be received on port %1: %2.").arg(port).arg(m_server->errorString()),
            tr("Choose another port, or none.")));
    }
    m_port = m_server->serverPort();
    Q_EMIT listeningChanged();
    return {};
}

void CallbackListener::stop()
{
    if (!isListening())
        return;
    m_server->close();
    for (ListenerConnection *connection : m_server->findChildren<ListenerConnection *>())
        connection->end();
    m_watch.stop();
    Q_EMIT listeningChanged();
}

bool CallbackListener::isListening() const
{
    return m_server->isListening();
}

QUrl CallbackListener::url() const
{
    return m_port == 0 ? QUrl() : QUrl(u"http://127.0.0.1:%1"_s.arg(m_port) + QString::fromLatin1(m_path));
}

void CallbackListener::takeConnections()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        const auto open = m_server->findChildren<ListenerConnection *>().size();
        auto *connection = new ListenerConnection(socket, m_options, m_path, m_now() + m_options.patience);
        connect(connection, &ListenerConnection::received, this, &CallbackListener::received);
        connect(connection, &ListenerConnection::refused, this, &CallbackListener::refused);
        if (open >= m_options.connections)
            connection->turnAway();
        m_watch.start();
    }
}

void CallbackListener::checkTimes()
{
    const QList<ListenerConnection *> connections = m_server->findChildren<ListenerConnection *>();
    if (connections.isEmpty())
        m_watch.stop();
    for (ListenerConnection *connection : connections)
        connection->checkTime(m_now());
}

} // namespace marquee::callbacks
