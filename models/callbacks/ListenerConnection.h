// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "callbacks/Delivery.h"
#include "http/RequestReader.h"

#include <QObject>

class QTcpSocket;

namespace marquee::callbacks {

struct ListenerOptions;

/// One sender's connection: reads one request, answers it, and ends. Deletes itself with its socket.
class ListenerConnection : public QObject
{
    Q_OBJECT

public:
    /// `until`: when its time is over, on the listener's clock. The options and the path have to outlive it.
    ListenerConnection(QTcpSocket *socket, const ListenerOptions &options, const QByteArray &path, qint64 until);

    /// Says 408 where the request isn't there yet; closes in any case once time is over.
    void checkTime(qint64 now);
    /// No more connections are taken: says so and ends.
    void turnAway();
    void end(); ///< at once, without a word

Q_SIGNALS:
    void received(const marquee::callbacks::Delivery &delivery);
    void refused(int status);

private:
    void read();
    void handle(http::RequestReader::State state);
    void swallow(http::RequestReader::State state);
    int judgeHead() const;
    bool isFromHere(const QByteArray &host) const;
    void take();
    void answer(int status);
    void refuse(int status, bool moreComes);

    QTcpSocket *m_socket;
    const ListenerOptions &m_options;
    const QByteArray &m_path;
    qint64 m_until;
    http::RequestReader m_reader;
    bool m_isAnswered = false; ///< what still comes is thrown away
    bool m_isSwallowing = false; ///< and its end is waited for
    bool m_isLingering = false; ///< the time to wait for it was set
};

} // namespace marquee::callbacks
