// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Sender.h"

#include "exchange/HttpConnection.h"

#include <QUrl>

#include <algorithm>
#include <utility>

namespace marquee::exchange {

namespace {

/// The request as it goes over the wire.
QByteArray wireOf(const partners::Request &request)
{
    QByteArray target = request.url.path(QUrl::FullyEncoded).toUtf8();
    if (target.isEmpty())
        target = "/";
    if (request.url.hasQuery())
        target += '?' + request.url.query(QUrl::FullyEncoded).toUtf8();
    QByteArray wire;
    wire.reserve(request.body.size() + 1024);
    wire += request.method + ' ' + target
        + " HTTP/1.1\r\nHost: " + request.url.authority(QUrl::FullyEncoded | QUrl::RemoveUserInfo).toUtf8()
        + "\r\nUser-Agent: Marquee\r\nAccept-Encoding: identity\r\n";
    for (const partners::Header &header : request.headers) {
        // A line break in a value would begin a header of its own.
        QByteArray value = header.value;
        value.removeIf([](char c) { return c == '\r' || c == '\n'; });
        wire += header.name + ": " + value + "\r\n";
    }
    if (!request.body.isEmpty() || request.method == "PUT" || request.method == "POST")
        wire += "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n";
    wire += "\r\n";
    return wire += request.body;
}

} // namespace

Sender::Sender(const Link &link, QObject *parent)
    : QObject(parent)
    , m_link(link)
{
}

Sender::~Sender() = default;

/// One that is free and leads there, or a new one.
HttpConnection &Sender::connectionTo(const QUrl &url)
{
    for (const auto &connection : m_connections) {
        if (connection->leadsTo(url) && connection->isReady())
            return *connection;
    }
    m_connections.push_back(std::make_unique<HttpConnection>(url, m_link, LargestReply));
    connect(m_connections.back().get(), &HttpConnection::freed, this, [this, connection = m_connections.back().get()] {
        if (connection->isFinished() && !std::exchange(m_isSweeping, true))
            QMetaObject::invokeMethod(this, &Sender::sweep, Qt::QueuedConnection); // not while it is still talking
    });
    return *m_connections.back();
}

void Sender::sweep()
{
    m_isSweeping = false;
    std::erase_if(m_connections, [](const auto &connection) { return connection->isFinished(); });
}

int Sender::send(const partners::Request &request, int timeoutMs, Finished finished)
{
    const int number = ++m_last;
    HttpConnection &connection = connectionTo(request.url);
    m_running.insert(number, &connection);
    connection.ask(wireOf(request), request.body.size(), timeoutMs,
        [this, number, finished = std::move(finished)](const partners::Reply &reply) {
            m_running.remove(number);
            finished(reply);
        });
    return number;
}

void Sender::knock(const QUrl &url, int timeoutMs, Finished finished)
{
    connectionTo(url).knock(timeoutMs, std::move(finished));
}

void Sender::cancel(int number)
{
    if (HttpConnection *connection = m_running.value(number))
        connection->cancel();
}

} // namespace marquee::exchange
