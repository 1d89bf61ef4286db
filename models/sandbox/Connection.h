// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/Fault.h"
#include "sandbox/HttpParser.h"
#include "sandbox/PrimePartner.h"

#include <QObject>

#include <optional>

class QTcpSocket;

namespace marquee::sandbox {

struct Desk;

/// One client's connection: reads requests, and answers or spoils them. Deletes itself when the client is gone.
class Connection : public QObject
{
    Q_OBJECT

public:
    Connection(QTcpSocket *socket, Desk &desk);

private:
    void read();
    void handle(HttpParser::State state);
    void respond();
    void write(const HttpAnswer &answer, bool keepAlive, std::optional<Fault::Kind> fault);
    void drip(const QByteArray &bytes);

    QTcpSocket *m_socket;
    Desk &m_desk;
    HttpParser m_parser;
    QByteArray m_dripping;
    bool m_deaf = false; ///< nothing more is read or answered here
};

} // namespace marquee::sandbox
