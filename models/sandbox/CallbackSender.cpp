// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/CallbackSender.h"

#include "sandbox/Desk.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>

namespace marquee::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int PatienceMs = 10'000;

} // namespace

CallbackSender::CallbackSender(Desk &desk, std::chrono::milliseconds delay)
    : m_desk(desk)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(delay);
    connect(&m_timer, &QTimer::timeout, this, &CallbackSender::process);
}

void CallbackSender::wake()
{
    if (!m_timer.isActive() && !m_isPosting && m_desk.showtime.isWaiting())
        m_timer.start();
}

bool CallbackSender::mayPostTo(const QUrl &url)
{
    if (!url.isValid() || url.scheme() != u"http"_s)
        return false;
    const QHostAddress address(url.host());
    return url.host() == u"localhost"_s || (!address.isNull() && address.isLoopback());
}

void CallbackSender::process()
{
    if (!m_desk.showtime.isWaiting())
        return;
    const ShowtimePartner::Callback callback = m_desk.showtime.processNext();
    QUrl url(callback.url, QUrl::StrictMode);
    if (callback.url.isEmpty()) {
        settle();
    } else if (!mayPostTo(url)) {
        m_desk.noteCallback(callback.url.toUtf8(), 0, false);
        settle();
    } else {
        if (url.host() == u"localhost"_s)
            url.setHost(u"127.0.0.1"_s); // whatever a resolver would make of the name
        post(url, callback.body);
    }
}

void CallbackSender::post(const QUrl &url, const QByteArray &body)
{
    if (!m_network) {
        m_network = new QNetworkAccessManager(this);
        m_network->setProxy(QNetworkProxy::NoProxy);
    }
    m_isPosting = true;
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"text/xml; charset=UTF-8"_s);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(PatienceMs);
    QNetworkReply *reply = m_network->post(request, body);
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        m_desk.noteCallback(reply->url().toEncoded(), status, true);
        reply->deleteLater();
        m_isPosting = false;
        settle();
    });
}

/// The next one, where there is one.
void CallbackSender::settle()
{
    wake();
    if (m_desk.onNews)
        m_desk.onNews(); // what is kept has changed, whether or not somebody heard
}

} // namespace marquee::sandbox
