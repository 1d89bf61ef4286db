// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "callbacks/Delivery.h"
#include "payload/Error.h"

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QUrl>

#include <functional>

class QTcpServer;

namespace marquee::callbacks {

class ListenerConnection;

/// How much the listener takes, and from whom. Sizes in bytes, times in milliseconds.
struct ListenerOptions
{
    qsizetype largestHead = 16 * 1024; ///< the request's line and its headers
    qint64 largestBody = 1024 * 1024; ///< as it comes, whatever was announced
    qint64 patience = 15'000; ///< for a whole request
    int connections = 16; ///< at once
    /// What the Host header may say besides this machine: a tunnel's public name. Empty: anything, because who doesn't
    /// know the path gets nowhere.
    QStringList hosts;
};

/// Takes callbacks that a partner posts: on 127.0.0.1, on a path that can't be guessed, one request a connection. It
/// answers 200 before anybody looks at what came. Off until started. The thread it lives on.
///
/// Refused: another path (404), a browser's request (403: it says its Origin), another method than POST (405), no
/// length (411), too large (413, 431), too slow (408), what isn't HTTP (400), too many at once (503).
class CallbackListener : public QObject
{
    Q_OBJECT

public:
    explicit CallbackListener(ListenerOptions options = {}, QObject *parent = nullptr);
    ~CallbackListener() override;

    /// Port 0: the one it had last, else any that is free. Network where the port can't be had. Does nothing where it
    /// listens already.
    Expected<void> start(quint16 port = 0);
    void stop(); ///< ends connections, too
    bool isListening() const;
    /// Where callbacks are to be posted: http://127.0.0.1:PORT/cb/TOKEN. The same as long as the object lives, so that
    /// a message that was sent while it listened can be answered after a break. Empty while it never listened.
    QUrl url() const;
    quint16 port() const { return m_port; }

    /// Milliseconds that never go back, in place of the listener's own clock; for tests, which call checkTimes then.
    void setClock(std::function<qint64()> now) { m_now = std::move(now); }
    void checkTimes(); ///< ends connections whose time is over; else called by itself

Q_SIGNALS:
    void listeningChanged();
    void received(const marquee::callbacks::Delivery &delivery);
    void refused(int status); ///< somebody posted something else than a callback

private:
    void takeConnections();

    ListenerOptions m_options;
    QTcpServer *m_server;
    QByteArray m_path;
    quint16 m_port = 0;
    QElapsedTimer m_clock;
    std::function<qint64()> m_now;
    QTimer m_watch; ///< runs while there are connections
};

} // namespace marquee::callbacks
