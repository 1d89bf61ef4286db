// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/Connection.h"

#include "http/StatusWords.h"
#include "sandbox/Desk.h"

#include <QTcpSocket>
#include <QTimer>

namespace marquee::sandbox {

using http::RequestReader;
using Kind = Fault::Kind;

namespace {

/// Atom's gateway has its own words.
std::optional<HttpAnswer> gatewayAnswerOf(Kind fault)
{
    switch (fault) {
    case Kind::Status500:
        return AtomPartner::gatewayAnswer(500);
    case Kind::Status503:
        return AtomPartner::gatewayAnswer(503);
    case Kind::Status429:
        return AtomPartner::gatewayAnswer(429);
    case Kind::Status401:
        return AtomPartner::gatewayAnswer(401);
    default:
        return std::nullopt;
    }
}

/// What a fault answers instead; nothing for those that spoil the connection.
std::optional<HttpAnswer> answerOf(Kind fault, partners::Partner partner)
{
    if (const auto answer = partner == partners::Partner::Atom ? gatewayAnswerOf(fault) : std::nullopt)
        return answer;
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
        handle(m_reader.feed(m_socket->readAll()));
}

void Connection::handle(RequestReader::State state)
{
    switch (state) {
    case RequestReader::State::NeedsMore:
        return;
    case RequestReader::State::HeadDone:
        if (m_reader.expectsContinue())
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        handle(m_reader.feed({}));
        return;
    case RequestReader::State::Complete:
        respond();
        return;
    case RequestReader::State::Malformed:
        refuse({400, "{\"success\":false}", {}});
        return;
    case RequestReader::State::HeadTooLarge:
    case RequestReader::State::BodyTooLarge:
        refuse({413, "{\"success\":false,\"validationErrors\":[{\"errorCode\":\"TOO_LARGE\",\"message\":\"Larger than 10 MB.\"}]}", {}});
        return;
    }
}

/// What can't be read isn't anybody's.
void Connection::refuse(const HttpAnswer &answer)
{
    m_deaf = true;
    m_desk.note(m_reader.request(), {}, answer.status, std::nullopt);
    write(answer, false, std::nullopt);
}

void Connection::respond()
{
    const http::Request request = m_reader.request();
    const Addressee to = m_desk.addressee(request);
    const std::optional<Kind> fault = m_desk.count(to);
    if (fault == Kind::Refuse) {
        m_desk.note(request, to, 0, fault);
        m_socket->abort();
        return;
    }
    if (fault == Kind::Stall) {
        m_desk.note(request, to, 0, fault);
        m_deaf = true;
        return;
    }
    const auto instead = fault ? answerOf(*fault, to.partner) : std::nullopt;
    const HttpAnswer answer = instead ? *instead : m_desk.answer(request, to, fault == Kind::Partial);
    m_desk.note(request, to, fault == Kind::Reset ? 0 : answer.status, fault);
    if (fault == Kind::Reset) {
        m_socket->abort();
        return;
    }
    write(answer, request.keepAlive, fault);
    m_reader.next();
    if (!m_deaf)
        handle(m_reader.feed({}));
}

void Connection::write(const HttpAnswer &answer, bool keepAlive, std::optional<Kind> fault)
{
    static int lastRequest = 0;
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + ' ' + http::statusWords(answer.status)
        + "\r\nContent-Type: " + answer.contentType + "\r\nx-request-id: sandbox-" + QByteArray::number(++lastRequest)
        + "\r\nContent-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    if (!answer.allow.isEmpty())
        head += "Allow: " + answer.allow + "\r\n";
    if (answer.asksBasic)
        head += "WWW-Authenticate: Basic realm=\"Sandbox\", charset=\"UTF-8\"\r\n";
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
