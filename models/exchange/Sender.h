// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Link.h"
#include "partners/Reply.h"
#include "partners/Request.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace marquee::exchange {

class HttpConnection;

/// Sends requests, and tells of each exactly once how it ended. Redirections aren't followed, cookies aren't kept,
/// nothing is sent twice, and the partner's certificate is always checked. Connections that the partner leaves open are
/// used again. Lives on one thread with an event loop; the editor gives it one of its own.
class Sender : public QObject
{
    Q_OBJECT

public:
    /// Above this a reply is cut off.
    static constexpr qint64 LargestReply = 256 * 1024 * 1024;
    using Finished = std::function<void(const partners::Reply &)>;

    explicit Sender(const Link &link = {}, QObject *parent = nullptr);
    ~Sender() override;

    /// Sends, and calls `finished` once, later, on this thread. Returns a number for cancel(). `timeoutMs` is for the
    /// whole exchange.
    int send(const partners::Request &request, int timeoutMs, Finished finished);
    /// Connects, with TLS where the address says so, and hangs up again without having sent a request. Answered, with a
    /// status of 0, where somebody is there and is who they should be.
    void knock(const QUrl &url, int timeoutMs, Finished finished);
    /// Ends a request that still runs; its `finished` is called. Nothing for numbers that are done.
    void cancel(int number);

private:
    HttpConnection &connectionTo(const QUrl &url);
    void sweep();

    Link m_link;
    std::vector<std::unique_ptr<HttpConnection>> m_connections;
    QHash<int, HttpConnection *> m_running; ///< by number
    int m_last = 0;
    bool m_isSweeping = false;
};

} // namespace marquee::exchange
