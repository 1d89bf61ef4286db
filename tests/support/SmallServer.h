// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

namespace marquee::test {

/// A server on this computer that answers whatever a test wants. Lives on the test's thread, so that needs an event
/// loop.
class SmallServer
{
public:
    struct Asked
    {
        QByteArray line; ///< "GET /path HTTP/1.1"
        QByteArray head; ///< all headers
        QByteArray body;

        QByteArray path() const { return line.split(' ').value(1); }
    };
    /// The whole answer, status line and all. An empty one: the connection is closed.
    using Answer = std::function<QByteArray(const Asked &)>;

    explicit SmallServer(Answer answer)
        : m_answer(std::move(answer))
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection())
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(socket); });
        });
    }

    QUrl url(const QString &path = {}) const
    {
        QUrl url;
        url.setScheme(QStringLiteral("http"));
        url.setHost(QStringLiteral("127.0.0.1"));
        url.setPort(m_server.serverPort());
        url.setPath(path);
        return url;
    }
    const std::vector<Asked> &asked() const { return m_asked; }

    static QByteArray reply(const QByteArray &body, const QByteArray &type = "application/json", int status = 200,
        const QByteArray &more = {})
    {
        QByteArray text = "HTTP/1.1 " + QByteArray::number(status)
            + " X\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + more;
        if (!type.isEmpty())
            text += "Content-Type: " + type + "\r\n";
        return text + "\r\n" + body;
    }

private:
    void read(QTcpSocket *socket)
    {
        const QByteArray text = socket->peek(1024 * 1024);
        const qsizetype head = text.indexOf("\r\n\r\n");
        if (head < 0)
            return;
        Asked asked;
        asked.line = text.left(text.indexOf("\r\n"));
        asked.head = text.left(head);
        const qsizetype at = asked.head.toLower().indexOf("content-length:");
        const qsizetype length
            = at < 0 ? 0 : asked.head.mid(at + 15, asked.head.indexOf("\r\n", at) - at - 15).trimmed().toLongLong();
        if (text.size() < head + 4 + length)
            return;
        asked.body = text.mid(head + 4, length);
        socket->readAll();
        m_asked.push_back(asked);
        socket->write(m_answer(asked));
        socket->disconnectFromHost();
    }

    Answer m_answer;
    QTcpServer m_server;
    std::vector<Asked> m_asked;
};

} // namespace marquee::test
