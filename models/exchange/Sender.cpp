// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Sender.h"

#include <QIODevice>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkReply>
#include <QTimer>

#include <algorithm>
#include <optional>
#include <utility>

namespace marquee::exchange {

using partners::Reply;
using Transport = partners::Reply::Transport;

namespace {

/// Keeps no cookie and sends none.
class NoCookies : public QNetworkCookieJar
{
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

/// A body that can be read once. The network layer sends a request again, unasked, when a connection closes before the
/// reply; what can't be read twice it can't send twice. Lives as long as the reply, its parent.
class OnceReadable : public QIODevice
{
public:
    explicit OnceReadable(const QByteArray &bytes)
        : m_bytes(bytes)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    bool atEnd() const override { return m_at == m_bytes.size(); }
    qint64 bytesAvailable() const override { return m_bytes.size() - m_at + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 count = std::min<qint64>(most, m_bytes.size() - m_at);
        if (count == 0)
            return -1;
        std::copy_n(m_bytes.constData() + m_at, count, data);
        m_at += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_at = 0;
};

/// Errors that come before a single byte of the request went out.
bool neverReached(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::ProtocolUnknownError:
        return true;
    default:
        return false;
    }
}

} // namespace

struct Sender::Running
{
    int number = 0;
    QNetworkReply *reply = nullptr;
    Finished finished;
    QElapsedTimer clock;
    qint64 bodySize = 0;
    bool sent = false; ///< the request is on the wire, as far as can be told
    std::optional<Transport> ended; ///< why we ended it ourselves
    bool done = false;
};

Sender::Sender(QObject *parent)
    : QObject(parent)
    , m_network(this) // goes to another thread with the sender
{
    m_network.setCookieJar(new NoCookies(&m_network));
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

int Sender::send(const partners::Request &request, int timeoutMs, Finished finished)
{
    QNetworkRequest outgoing(request.url);
    outgoing.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    outgoing.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    outgoing.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    outgoing.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    outgoing.setRawHeader("Accept-Encoding", "identity");
    outgoing.setRawHeader("User-Agent", "Marquee");
    for (const partners::Header &header : request.headers)
        outgoing.setRawHeader(header.name, header.value);

    auto running = std::make_shared<Running>();
    running->number = ++m_last;
    running->finished = std::move(finished);
    running->bodySize = request.body.size();
    running->clock.start();
    if (request.method == "GET") {
        running->reply = m_network.sendCustomRequest(outgoing, request.method); // may be sent again: it changes nothing
    } else {
        outgoing.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        outgoing.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        auto *body = new OnceReadable(request.body);
        running->reply = m_network.sendCustomRequest(outgoing, request.method, body);
        body->setParent(running->reply);
    }
    m_running.push_back(running);
    QNetworkReply *reply = running->reply;
    connect(reply, &QNetworkReply::requestSent, this, [running] { running->sent = true; });
    connect(reply, &QNetworkReply::uploadProgress, this, [running](qint64 bytes, qint64) { running->sent = running->sent || bytes > 0; });
    connect(reply, &QNetworkReply::downloadProgress, this, [running](qint64 bytes, qint64) {
        if (bytes <= LargestReply || running->done)
            return;
        running->ended = Transport::TooLarge;
        running->reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, running] { finish(running); });
    QTimer::singleShot(timeoutMs, reply, [running] {
        if (running->done)
            return;
        running->ended = Transport::TimedOut;
        running->reply->abort();
    });
    return running->number;
}

void Sender::cancel(int number)
{
    for (const auto &running : m_running) {
        if (running->number != number || running->done)
            continue;
        running->ended = running->sent ? Transport::Cancelled : Transport::CancelledBefore;
        running->reply->abort();
        return;
    }
}

void Sender::finish(const std::shared_ptr<Running> &running)
{
    if (std::exchange(running->done, true))
        return;
    QNetworkReply *source = running->reply;
    Reply reply;
    reply.elapsedMs = running->clock.elapsed();
    reply.status = source->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    for (const auto &[name, value] : source->rawHeaderPairs())
        reply.headers.emplace_back(name, value);
    if (source->isOpen())
        reply.body = source->readAll();
    reply.bytesReceived = reply.body.size();
    reply.bytesSent = running->sent ? running->bodySize : 0;
    const QNetworkReply::NetworkError error = source->error();
    const QByteArray length = reply.header("Content-Length");
    const bool whole = length.isEmpty() || reply.body.size() == length.toLongLong();
    reply.problem = source->errorString();
    if (running->ended)
        reply.transport = *running->ended;
    else if (neverReached(error))
        reply.transport = Transport::NotReached;
    else if (error == QNetworkReply::SslHandshakeFailedError)
        reply.transport = Transport::Refused;
    else if (reply.status != 0 && whole && error != QNetworkReply::RemoteHostClosedError)
        reply.transport = Transport::Answered;
    else
        reply.transport = Transport::Lost;
    if (reply.transport == Transport::Answered)
        reply.problem.clear();
    source->deleteLater();
    std::erase(m_running, running);
    running->finished(reply);
}

} // namespace marquee::exchange
