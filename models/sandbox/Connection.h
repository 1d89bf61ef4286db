// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/RequestReader.h"
#include "sandbox/Answer.h"
#include "sandbox/Fault.h"

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
    void handle(http::RequestReader::State state);
    void refuse(const HttpAnswer &answer);
    void respond();
    void write(const HttpAnswer &answer, bool keepAlive, std::optional<Fault::Kind> fault);
    void drip(const QByteArray &bytes);

    QTcpSocket *m_socket;
    Desk &m_desk;
    http::RequestReader m_reader;
    QByteArray m_dripping;
    bool m_deaf = false; ///< nothing more is read or answered here
};

} // namespace marquee::sandbox
