// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/Sandbox.h"

#include "sandbox/AtomCatalogue.h"
#include "sandbox/CallbackSender.h"
#include "sandbox/Connection.h"
#include "sandbox/Desk.h"

#include <QCoreApplication>
#include <QFile>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>

#include <optional>

namespace marquee::sandbox {

using namespace Qt::StringLiterals;

namespace {

Error invalid(const QString &file)
{
    Error error;
    error.code = Error::Code::Invalid;
    error.message = QCoreApplication::translate("Sandbox", "“%1” can't be used for TLS.").arg(file);
    error.nextStep = QCoreApplication::translate("Sandbox", "Give a certificate and its unencrypted key, both as PEM.");
    return error;
}

Expected<QByteArray> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(invalid(path));
    return file.readAll();
}

/// Nothing where no TLS is asked for.
Expected<std::optional<QSslConfiguration>> tlsOf(const SandboxOptions &options)
{
    if (options.certificate.isEmpty())
        return std::nullopt;
    const auto certificate = read(options.certificate);
    const auto pem = read(options.key);
    if (!certificate || !pem)
        return tl::unexpected(certificate ? pem.error() : certificate.error());
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    const QList<QSslCertificate> chain = QSslCertificate::fromData(*certificate);
    QSslKey key(*pem, QSsl::Rsa);
    if (key.isNull())
        key = QSslKey(*pem, QSsl::Ec);
    if (chain.isEmpty() || key.isNull())
        return tl::unexpected(invalid(chain.isEmpty() ? options.certificate : options.key));
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(key);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    if (!options.clientAuthority.isEmpty()) {
        const auto authority = read(options.clientAuthority);
        const QList<QSslCertificate> authorities = QSslCertificate::fromData(authority.value_or(QByteArray()));
        if (authorities.isEmpty())
            return tl::unexpected(invalid(options.clientAuthority));
        tls.setCaCertificates(authorities);
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        tls.setHandshakeMustInterruptOnError(true); // refuses with an alert, as partners do, not by hanging up later
        tls.setMissingCertificateIsFatal(true);
    }
    return tls;
}

} // namespace

class Sandbox::Server : public QObject
{
public:
    explicit Server(const SandboxOptions &options)
        : m_callbackDelay(options.callbackDelay)
    {
        m_desk.prime.setApiKey(options.apiKey);
        m_desk.showtime.setLogin(options.showtimeUser, options.showtimePassword);
        m_desk.playsPrime = options.playsPrime;
        m_desk.playsShowtime = options.playsShowtime;
        m_desk.playsAtom = options.playsAtom;
        m_desk.atom.setApiKey(options.apiKey);
        m_desk.atom.setFirstPage(options.atomFirstPage);
        m_desk.atomRate.setPerSecond(options.atomPerSecond, options.atomBurst);
        m_desk.faults = options.faults;
    }
    Desk &desk() { return m_desk; }

    /// Empty, or why not.
    QString listen(quint16 port, const std::optional<QSslConfiguration> &tls)
    {
        if (tls) {
            auto *safe = new QSslServer(this);
            safe->setSslConfiguration(*tls);
            m_listener = safe;
        } else {
            m_listener = new QTcpServer(this);
        }
        auto *callbacks = new CallbackSender(m_desk, m_callbackDelay);
        callbacks->setParent(this);
        m_desk.onQueued = [callbacks] { callbacks->wake(); };
        connect(m_listener, &QTcpServer::pendingConnectionAvailable, this, [this] {
            while (QTcpSocket *socket = m_listener->nextPendingConnection())
                new Connection(socket, m_desk);
        });
        if (!m_listener->listen(QHostAddress::LocalHost, port))
            return m_listener->errorString();
        m_desk.atom.setAddress((tls ? "https://127.0.0.1:" : "http://127.0.0.1:") + QByteArray::number(m_listener->serverPort()));
        return {};
    }
    quint16 port() const { return m_listener->serverPort(); }

private:
    Desk m_desk;
    std::chrono::milliseconds m_callbackDelay;
    QTcpServer *m_listener = nullptr;
};

/// Done when it returns: the next request that is read meets what was set.
template <class Task>
void Sandbox::onItsThread(Task task) const
{
    QMetaObject::invokeMethod(m_server, [&] { task(*m_server); }, Qt::BlockingQueuedConnection);
}

Expected<std::unique_ptr<Sandbox>> Sandbox::start(const SandboxOptions &options)
{
    const auto tls = tlsOf(options);
    if (!tls)
        return tl::unexpected(tls.error());
    std::unique_ptr<Sandbox> sandbox(new Sandbox);
    sandbox->m_isSafe = tls->has_value();
    sandbox->m_playsPrime = options.playsPrime;
    sandbox->m_playsShowtime = options.playsShowtime;
    sandbox->m_playsAtom = options.playsAtom;
    sandbox->m_server = new Server(options);
    sandbox->m_server->desk().onNews = [told = sandbox.get()] { Q_EMIT told->asked(); };
    sandbox->m_server->moveToThread(&sandbox->m_thread);
    QObject::connect(&sandbox->m_thread, &QThread::finished, sandbox->m_server, &QObject::deleteLater);
    sandbox->m_thread.start();
    QString problem;
    sandbox->onItsThread([&](Server &server) {
        problem = server.listen(options.port, *tls);
        sandbox->m_port = problem.isEmpty() ? server.port() : quint16(0);
    });
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
    return QUrl(u"%1://127.0.0.1:%2/v1"_s.arg(m_isSafe ? u"https"_s : u"http"_s).arg(m_port));
}

QUrl Sandbox::showtimeUrl() const
{
    return QUrl(u"%1://127.0.0.1:%2/data/pos/"_s.arg(m_isSafe ? u"https"_s : u"http"_s).arg(m_port));
}

QUrl Sandbox::atomUrl() const
{
    return QUrl(u"%1://127.0.0.1:%2"_s.arg(m_isSafe ? u"https"_s : u"http"_s).arg(m_port));
}

void Sandbox::setFaults(std::vector<Fault> faults)
{
    onItsThread([&](Server &server) { server.desk().setFaults(std::move(faults)); });
}

std::vector<Fault> Sandbox::faults() const
{
    std::vector<Fault> faults;
    onItsThread([&](Server &server) { faults = server.desk().faults; });
    return faults;
}

void Sandbox::setApiKey(const QByteArray &apiKey)
{
    onItsThread([&](Server &server) {
        server.desk().prime.setApiKey(apiKey);
        server.desk().atom.setApiKey(apiKey);
    });
}

QByteArray Sandbox::apiKey() const
{
    QByteArray apiKey;
    onItsThread([&](Server &server) { apiKey = server.desk().prime.apiKey(); });
    return apiKey;
}

void Sandbox::setShowtimeLogin(const QString &user, const QString &password)
{
    onItsThread([&](Server &server) { server.desk().showtime.setLogin(user, password); });
}

QString Sandbox::showtimeUser() const
{
    QString user;
    onItsThread([&](Server &server) { user = server.desk().showtime.user(); });
    return user;
}

QString Sandbox::showtimePassword() const
{
    QString password;
    onItsThread([&](Server &server) { password = server.desk().showtime.password(); });
    return password;
}

void Sandbox::setRate(int perSecond)
{
    onItsThread([&](Server &server) { server.desk().rate.setPerSecond(perSecond); });
}

int Sandbox::rate() const
{
    int perSecond = 0;
    onItsThread([&](Server &server) { perSecond = server.desk().rate.perSecond(); });
    return perSecond;
}

SandboxHoldings Sandbox::holdings() const
{
    SandboxHoldings holdings;
    onItsThread([&](Server &server) {
        const Desk &desk = server.desk();
        holdings = {desk.prime.avails(), desk.prime.windows(), desk.showtime.performances(), desk.showtime.messages(),
            desk.showtime.waiting(), 0, 0};
        if (desk.playsAtom) {
            holdings.productions = AtomCatalogue::Productions;
            holdings.venues = AtomCatalogue::Venues;
        }
    });
    return holdings;
}

void Sandbox::forgetEverything()
{
    onItsThread([](Server &server) {
        server.desk().prime.forgetEverything();
        server.desk().showtime.forgetEverything();
    });
}

std::vector<AskedRequest> Sandbox::requests(quint64 after) const
{
    return m_server->desk().log.after(after); // which any thread may read
}

} // namespace marquee::sandbox
