// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ImageFetch.h"

#include "exchange/Link.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

namespace marquee::exchange {

using namespace Qt::StringLiterals;

struct ImageFetch::Running
{
    int number = 0;
    QUrl url; ///< where it is asked for now
    QNetworkReply *reply = nullptr; ///< the network's; null before it began
    QTimer timer;
    QByteArray bytes;
};

namespace {

bool isWeb(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
}

QNetworkRequest requestFor(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setRawHeader("Accept", "image/*");
    request.setRawHeader("Accept-Encoding", "identity"); // what comes is what is counted
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::UserVerifiedRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setMaximumRedirectsAllowed(ImageFetch::MostRedirects);
    return request;
}

/// The way that an environment's requests take.
class Proxies : public QNetworkProxyFactory
{
public:
    Proxies(ProxySettings::Mode mode, QNetworkProxy proxy)
        : m_mode(mode)
        , m_proxy(std::move(proxy))
    {
    }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        const QString host = query.peerHostName();
        const bool isHere = QHostAddress(host).isLoopback() || host == "localhost"_L1;
        if (isHere || m_mode == ProxySettings::Mode::None)
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return m_mode == ProxySettings::Mode::Manual ? QList<QNetworkProxy>{m_proxy} : systemProxyForQuery(query);
    }

private:
    ProxySettings::Mode m_mode;
    QNetworkProxy m_proxy;
};

} // namespace

ImageFetch::ImageFetch(QObject *parent)
    : QObject(parent)
    , m_network(std::make_unique<QNetworkAccessManager>())
{
    setProxy({});
}

void ImageFetch::setProxy(const ProxySettings &settings, const QByteArray &password)
{
    QNetworkProxy proxy(QNetworkProxy::NoProxy);
    if (settings.mode == ProxySettings::Mode::Manual)
        proxy = manualProxy(settings, password);
    m_network->setProxyFactory(new Proxies(settings.mode, proxy)); // which is the network's from then on
}

ImageFetch::~ImageFetch()
{
    cancelAll();
}

int ImageFetch::fetch(const QUrl &url, int timeoutMs)
{
    auto running = std::make_shared<Running>();
    running->number = ++m_last;
    m_running.insert(running->number, running);
    QMetaObject::invokeMethod(
        this, [this, running, url, timeoutMs] { begin(running, url, timeoutMs); }, Qt::QueuedConnection);
    return running->number;
}

void ImageFetch::cancel(int number)
{
    const Pointer running = m_running.take(number);
    if (!running || !running->reply)
        return;
    running->timer.stop();
    running->timer.disconnect(this);
    running->reply->disconnect(this);
    // Not now: it may be in the middle of telling us something.
    QMetaObject::invokeMethod(
        running->reply,
        [reply = running->reply] {
            reply->abort();
            reply->deleteLater();
        },
        Qt::QueuedConnection);
    running->reply = nullptr;
}

void ImageFetch::cancelAll()
{
    const QList<int> numbers = m_running.keys();
    for (const int number : numbers)
        cancel(number);
}

void ImageFetch::begin(const Pointer &running, const QUrl &url, int timeoutMs)
{
    if (!m_running.contains(running->number))
        return;
    if (!isWeb(url)) {
        end(running, tr("This isn't an address on the web, so it isn't fetched."));
        return;
    }
    running->url = url;
    running->url.setUserInfo({}); // a sign-in in the address isn't for us to use
    running->reply = m_network->get(requestFor(running->url));
    running->reply->setReadBufferSize(256 * 1024);
    connect(
        running->reply, &QNetworkReply::redirected, this, [this, running](const QUrl &to) { redirected(running, to); });
    connect(running->reply, &QNetworkReply::metaDataChanged, this, [this, running] { headed(running); });
    connect(running->reply, &QNetworkReply::readyRead, this, [this, running] { read(running); });
    connect(running->reply, &QNetworkReply::finished, this, [this, running] { replied(running); });
    running->timer.setSingleShot(true);
    connect(&running->timer, &QTimer::timeout, this,
        [this, running] { end(running, tr("The image didn't come in time. Try it again later.")); });
    running->timer.start(timeoutMs);
}

void ImageFetch::redirected(const Pointer &running, const QUrl &to)
{
    const QUrl target = running->url.resolved(to);
    const bool isLessSafe = running->url.scheme() == "https"_L1 && target.scheme() != "https"_L1;
    if (!isWeb(target) || isLessSafe || !target.userInfo().isEmpty()) {
        end(running, tr("The address sends on to %1, which isn't followed.").arg(target.toDisplayString()));
        return;
    }
    running->url = target;
    Q_EMIT running->reply->redirectAllowed();
}

void ImageFetch::headed(const Pointer &running)
{
    const int status = running->reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 300 && status < 400)
        return;
    const QByteArray type = running->reply->rawHeader("Content-Type").trimmed().toLower();
    if (status >= 200 && status < 300 && !type.isEmpty() && !type.startsWith("image/")) {
        end(running, tr("This isn't an image: the address answers with %1.").arg(QString::fromLatin1(type)));
        return;
    }
    if (running->reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > MostBytes)
        end(running, tr("The image is larger than %1 MB, so it isn't fetched.").arg(MostBytes / 1024 / 1024));
}

void ImageFetch::read(const Pointer &running)
{
    if (!running->reply)
        return;
    running->bytes += running->reply->read(MostBytes + 1 - running->bytes.size());
    if (running->bytes.size() > MostBytes)
        end(running, tr("The image is larger than %1 MB, so it isn't fetched.").arg(MostBytes / 1024 / 1024));
}

void ImageFetch::replied(const Pointer &running)
{
    read(running);
    if (!running->reply)
        return;
    const int status = running->reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 400)
        end(running, tr("There is no image at this address (%1).").arg(status));
    else if (running->reply->error() == QNetworkReply::TooManyRedirectsError)
        end(running, tr("The address sends on from one to the next without an end."));
    else if (running->reply->error() != QNetworkReply::NoError)
        end(running, tr("The image couldn't be fetched: %1.").arg(running->reply->errorString()));
    else if (running->bytes.isEmpty())
        end(running, tr("The address answers, and sends nothing."));
    else
        end(running, {});
}

void ImageFetch::end(const Pointer &running, const QString &problem)
{
    const QByteArray bytes = problem.isEmpty() ? running->bytes : QByteArray();
    if (!m_running.contains(running->number))
        return;
    cancel(running->number);
    Q_EMIT fetched(running->number, bytes, problem);
}

} // namespace marquee::exchange
