// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/Sandbox.h"

#include "sandbox/Connection.h"

#include <QCoreApplication>
#include <QTcpServer>
#include <QTcpSocket>

namespace marquee::sandbox {

class Sandbox::Server : public QTcpServer
{
public:
    explicit Server(const SandboxOptions &options)
        : m_desk{PrimePartner(options.apiKey), options.faults, {}}
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection())
                new Connection(socket, m_desk);
        });
    }

private:
    Desk m_desk;
};

Expected<std::unique_ptr<Sandbox>> Sandbox::start(const SandboxOptions &options)
{
    std::unique_ptr<Sandbox> sandbox(new Sandbox);
    sandbox->m_server = new Server(options);
    sandbox->m_server->moveToThread(&sandbox->m_thread);
    QObject::connect(&sandbox->m_thread, &QThread::finished, sandbox->m_server, &QObject::deleteLater);
    sandbox->m_thread.start();
    QString problem;
    QMetaObject::invokeMethod(
        sandbox->m_server,
        [&] {
            if (sandbox->m_server->listen(QHostAddress::LocalHost, options.port))
                sandbox->m_port = sandbox->m_server->serverPort();
            else
                problem = sandbox->m_server->errorString();
        },
        Qt::BlockingQueuedConnection);
    if (sandbox->m_port != 0)
        return sandbox;
    Error error;
    error.code = Error::Code::Network;
    error.message = QCoreApplication::translate("Sandbox", "The sandbox can't listen on port %1: %2.").arg(options.port).arg(problem);
    error.nextStep = QCoreApplication::translate("Sandbox", "Choose another port, or none.");
    return tl::unexpected(error);
}

Sandbox::~Sandbox()
{
    m_thread.quit();
    m_thread.wait();
}

QUrl Sandbox::primeUrl() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1/v1").arg(m_port));
}

} // namespace marquee::sandbox
