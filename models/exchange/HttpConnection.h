// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/HttpReader.h"
#include "exchange/Link.h"
#include "partners/Reply.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSslError>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

class QTcpSocket;

namespace marquee::exchange {

/// One connection to a partner: one request at a time, and then, where the partner agrees, the next. Says of each
/// exactly once how it ended, and never sends one again by itself: that is why it isn't QNetworkAccessManager's.
class HttpConnection : public QObject
{
    Q_OBJECT

public:
    using Finished = std::function<void(const partners::Reply &)>;

    HttpConnection(const QUrl &url, const Link &link, qint64 largestReply, QObject *parent = nullptr);
    ~HttpConnection() override; ///< without a word to who waits

    /// Same host, port and scheme.
    bool leadsTo(const QUrl &url) const;
    /// Nothing is asked at present, and as far as can be told the partner listens.
    bool isReady() const;
    bool isFinished() const { return m_state == State::Closed; }

    /// Connects where it isn't yet, and sends. Only where nothing is asked. `wire`: the request as bytes; `bodySize` of
    /// them are body.
    void ask(const QByteArray &wire, qint64 bodySize, int timeoutMs, Finished finished);
    /// Connects, shakes hands, and hangs up: nothing of HTTP is sent. Answered, with a status of 0, where that works.
    void knock(int timeoutMs, Finished finished);
    void cancel();

Q_SIGNALS:
    /// It can take another request, or is closed for good.
    void freed();

private:
    enum class State : std::uint8_t
    {
        New,
        Connecting,
        Ready,
        Asking,
        Closed
    };

    void connectOrWrite();
    void write();
    void read();
    void lost();
    void end(partners::Reply::Transport transport, const QString &problem = {});
    partners::Reply::Transport transportOfError() const;

    QUrl m_url;
    Link m_link;
    qint64 m_largestReply;
    QTcpSocket *m_socket = nullptr;
    State m_state = State::New;
    bool m_isSafe = false;
    QList<QSslError> m_tlsErrors;
    QByteArray m_wire;
    qint64 m_bodySize = 0;
    bool m_isKnock = false; ///< nothing is to be sent
    bool m_isSent = false; ///< something of the request may be on the wire
    Finished m_finished;
    std::optional<HttpReader> m_reader;
    QElapsedTimer m_clock;
    QTimer m_timeout;
};

} // namespace marquee::exchange
