// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Error.h"
#include "sandbox/Fault.h"

#include <QByteArray>
#include <QThread>
#include <QUrl>

#include <memory>
#include <vector>

namespace marquee::sandbox {

struct SandboxOptions
{
    quint16 port = 0; ///< 0: any that is free
    QByteArray apiKey; ///< asked for as x-api-key; empty: none is
    std::vector<Fault> faults;
    QString certificate; ///< PEM; with one it speaks TLS
    QString key; ///< PEM, not encrypted
    QString clientAuthority; ///< PEM; with one, a client has to show a certificate that it signed
};

/// The simulated partner, listening on 127.0.0.1 and nowhere else, on a thread of its own. Ends with the object.
class Sandbox
{
public:
    /// Network where the port can't be had, Invalid where certificate and key can't be used.
    static Expected<std::unique_ptr<Sandbox>> start(const SandboxOptions &options = {});
    ~Sandbox();

    quint16 port() const { return m_port; }
    QUrl primeUrl() const; ///< http://127.0.0.1:PORT/v1, https with TLS

private:
    Sandbox() = default;
    class Server;

    QThread m_thread;
    Server *m_server = nullptr; ///< lives on the thread
    quint16 m_port = 0;
    bool m_isSafe = false;
};

} // namespace marquee::sandbox
