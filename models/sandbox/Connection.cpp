// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/Connection.h"

#include "sandbox/Desk.h"

#include <QTcpSocket>
#include <QTimer>

namespace marquee::sandbox {

using Kind = Fault::Kind;

namespace {

QByteArray reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 302:
        return "Found";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 413:
        return "Content Too Large";
    case 429:
        return "Too Many Requests";
    case 503:
        return "Service Unavailable";
    default:
        return "Internal Server Error";
    }
}

/// What a fault answers instead; nothing for those that spoil the connection.
std::optional<HttpAnswer> answerOf(Kind fault)
{
    switch (fault) {
    case Kind::Status500:
        return HttpAnswer{500, "{\"message\":\"Simulated failure\"}", {}};
    case Kind::Status503:
        return HttpAnswer{503, "{\"message\":\"Simulated overload\"}", {}};
    case Kind::Status429:
        return HttpAnswer{429, "{\"message\":\"Simulated limit\"}", {}};
    case Kind::Status401:
        return HttpAnswer{401, "{\"message\":\"Simulated refusal\"}", {}};
    case Kind::Garbage:
        return HttpAnswer{200, "\x07 not what you asked for", {}};
    case Kind::Html:
        return HttpAnswer{200, "<!doctype html><title>Sign in</title><p>Please sign in to the network.", {}, "text/html"};
    case Kind::Redirect:
        return HttpAnswer{302, {}, {}};
    default:
        return std::nullopt;
    }
}

} // namespace

Connection::Connection(QTcpSocket *socket, Desk &desk)
    : QObject(socket)
    , m_socket(socket)
    , m_desk(desk)
{
    connect(socket, &QTcpSocket::readyRead, this, &Connection::read);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
}

void Connection::read()
{
    if (!m_deaf)
        handle(m_parser.feed(m_socket->readAll()));
}

void Connection::handle(HttpParser::State state)
{
    switch (state) {
    case HttpParser::State::NeedsMore:
        return;
    case HttpParser::State::HeadersDone:
        if (m_parser.expectsContinue())
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        handle(m_parser.feed({}));
        return;
    case HttpParser::State::Complete:
        respond();
        return;
    case HttpParser::State::Malformed:
        m_deaf = true;
        m_desk.note(m_parser.request(), {}, 400, std::nullopt);
        write({400, "{\"success\":false}", {}}, false, std::nullopt);
        return;
    case HttpParser::State::TooLarge:
        m_deaf = true;
        m_desk.note(m_parser.request(), {}, 413, std::nullopt);
        write({413, "{\"success\":false,\"validationErrors\":[{\"errorCode\":\"TOO_LARGE\",\"message\":\"Larger than 10 MB.\"}]}", {}},
              false, std::nullopt);
        return;
    }
}

void Connection::respond()
{
    const HttpRequest request = m_parser.request();
    const Route route = PrimePartner::route(request);
    const std::optional<Kind> fault = m_desk.count(route.operation);
    if (fault == Kind::Refuse) {
        m_desk.note(request, route, 0, fault);
        m_socket->abort();
        return;
    }
    if (fault == Kind::Stall) {
        m_desk.note(request, route, 0, fault);
        m_deaf = true;
        return;
    }
    const auto instead = fault ? answerOf(*fault) : std::nullopt;
    const HttpAnswer answer = instead ? *instead : m_desk.partner.answer(request, route, fault == Kind::Partial);
    m_desk.note(request, route, fault == Kind::Reset ? 0 : answer.status, fault);
    if (fault == Kind::Reset) {
        m_socket->abort();
        return;
    }
    write(answer, request.keepAlive, fault);
    m_parser.next();
    if (!m_deaf)
        handle(m_parser.feed({}));
}

void Connection::write(const HttpAnswer &answer, bool keepAlive, std::optional<Kind> fault)
{
    static int lastRequest = 0;
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + ' ' + reason(answer.status)
        + "\r\nContent-Type: " + answer.contentType + "\r\nx-request-id: sandbox-" + QByteArray::number(++lastRequest)
        + "\r\nContent-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    if (!answer.allow.isEmpty())
        head += "Allow: " + answer.allow + "\r\n";
    if (answer.status == 429)
        head += "Retry-After: 1\r\n";
    if (answer.status == 302)
        head += "Location: http://elsewhere.invalid/\r\n";
    head += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    if (fault == Kind::Slow) {
        m_deaf = true;
        drip(head + answer.body);
        return;
    }
    const bool cut = fault == Kind::Truncate;
    m_socket->write(head + (cut ? answer.body.left(answer.body.size() / 2) : answer.body));
    if (cut || !keepAlive) {
        m_deaf = true;
        m_socket->disconnectFromHost();
    }
}

void Connection::drip(const QByteArray &bytes)
{
    m_dripping = bytes;
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, [this, timer] {
        if (m_dripping.isEmpty()) {
            timer->stop();
            m_socket->disconnectFromHost();
            return;
        }
        m_socket->write(m_dripping.left(1));
        m_dripping.remove(0, 1);
    });
    timer->start(1000);
}

} // namespace marquee::sandbox
