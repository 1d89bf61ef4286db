// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Link.h"
#include "partners/Reply.h"
#include "partners/Request.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QObject>

#include <functional>
#include <memory>

class QNetworkReply;

namespace marquee::exchange {

/// Sends requests, and tells of each exactly once how it ended. Redirections aren't followed, cookies aren't kept, and
/// the partner's certificate is always checked. Lives on one thread with an event loop; the editor gives it one of its
/// own.
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
    /// Ends a request that still runs; its `finished` is called. Nothing for numbers that are done.
    void cancel(int number);

private:
    struct Running;
    void finish(const std::shared_ptr<Running> &running);
    static partners::Reply replyOf(const Running &running);
    QNetworkAccessManager &manager();

    QSslConfiguration m_tls;
    /// One keeps six connections to a host at most.
    std::vector<std::unique_ptr<QNetworkAccessManager>> m_managers;
    std::size_t m_nextManager = 0;
    std::vector<std::shared_ptr<Running>> m_running;
    int m_last = 0;
};

} // namespace marquee::exchange
