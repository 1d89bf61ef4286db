// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Sender.h"

#include "exchange/TlsWords.h"

#include <QIODevice>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkProxyFactory>
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

/// What the desktop says, asked for each address; the process's own setting stays as it is.
class SystemProxy : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override { return systemProxyForQuery(query); }
};

/// Errors that come before a single byte of the request went out.
bool neverReached(QNetworkReply::NetworkError error, bool sent)
{
    switch (error) {
    case QNetworkReply::TimeoutError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError:
    case QNetworkReply::UnknownProxyError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyConnectionClosedError:
        return !sent;
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
    QList<QSslError> tlsErrors;
    bool sent = false; ///< the request is on the wire, as far as can be told
    std::optional<Transport> ended; ///< why we ended it ourselves
    bool done = false;
};

Sender::Sender(const Link &link, QObject *parent)
    : QObject(parent)
    , m_tls(link.tls)
{
    constexpr int perManager = 6;
    for (int i = 0; i * perManager < std::max(1, link.connections); ++i) {
        auto network = std::make_unique<QNetworkAccessManager>();
        network->setCookieJar(new NoCookies(network.get()));
        network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        if (link.proxyMode == ProxySettings::Mode::System)
            network->setProxyFactory(new SystemProxy);
        else
            network->setProxy(
                link.proxyMode == ProxySettings::Mode::Manual ? link.proxy : QNetworkProxy(QNetworkProxy::NoProxy));
        m_managers.push_back(std::move(network));
    }
}

Sender::~Sender()
{
    for (const auto &running : m_running)
        running->done = true; // nobody is left to be told
}

QNetworkAccessManager &Sender::manager()
{
    m_nextManager = (m_nextManager + 1) % m_managers.size();
    return *m_managers[m_nextManager];
}

int Sender::send(const partners::Request &request, int timeoutMs, Finished finished)
{
    QNetworkRequest outgoing(request.url);
    outgoing.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    outgoing.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    outgoing.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    outgoing.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    if (request.url.scheme() == QLatin1StringView("https"))
        outgoing.setSslConfiguration(m_tls);
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
        running->reply = manager().sendCustomRequest(outgoing, request.method); // may be sent again: it changes nothing
    } else {
        outgoing.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        outgoing.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        auto *body = new OnceReadable(request.body);
        running->reply = manager().sendCustomRequest(outgoing, request.method, body);
        body->setParent(running->reply);
    }
    m_running.push_back(running);
    QNetworkReply *reply = running->reply;
    connect(reply, &QNetworkReply::sslErrors, this,
        [running](const QList<QSslError> &errors) { running->tlsErrors = errors; });
    connect(reply, &QNetworkReply::requestSent, this, [running] { running->sent = true; });
    connect(reply, &QNetworkReply::uploadProgress, this,
        [running](qint64 bytes, qint64) { running->sent = running->sent || bytes > 0; });
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

Reply Sender::replyOf(const Running &running)
{
    QNetworkReply *source = running.reply;
    Reply reply;
    reply.elapsedMs = running.clock.elapsed();
    reply.status = source->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    for (const auto &[name, value] : source->rawHeaderPairs())
        reply.headers.emplace_back(name, value);
    if (source->isOpen())
        reply.body = source->readAll();
    reply.bytesReceived = reply.body.size();
    reply.bytesSent = running.sent ? running.bodySize : 0;
    const QNetworkReply::NetworkError error = source->error();
    const QByteArray length = reply.header("Content-Length");
    const bool whole = length.isEmpty() || reply.body.size() == length.toLongLong();
    const QString alert = reply.status == 0 ? tlsAlert(source->errorString()) : QString();
    reply.problem = !running.tlsErrors.isEmpty() ? tlsProblem(running.tlsErrors, source->url().host())
        : !alert.isEmpty()                       ? alert
                                                 : source->errorString();
    if (running.ended)
        reply.transport = *running.ended;
    else if (neverReached(error, running.sent))
        reply.transport = Transport::NotReached;
    else if (error == QNetworkReply::SslHandshakeFailedError || !alert.isEmpty())
        reply.transport = Transport::Refused;
    else if (reply.status != 0 && whole && error != QNetworkReply::RemoteHostClosedError)
        reply.transport = Transport::Answered;
    else
        reply.transport = Transport::Lost;
    if (reply.transport == Transport::Answered)
        reply.problem.clear();
    return reply;
}

void Sender::finish(const std::shared_ptr<Running> &running)
{
    if (std::exchange(running->done, true))
        return;
    const Reply reply = replyOf(*running);
    running->reply->deleteLater();
    std::erase(m_running, running);
    running->finished(reply);
}

} // namespace marquee::exchange
