// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Trial.h"

#include "exchange/Channel.h"
#include "partners/Atom.h"
#include "partners/Outcome.h"
#include "partners/Prime.h"

#include <QCoreApplication>
#include <QHostAddress>

namespace marquee::exchange {

using namespace Qt::StringLiterals;
using partners::Operation;
using partners::Reply;
using Severity = Finding::Severity;

void tryEnvironment(const Environment &environment, Secrets &secrets, Trial::Done done)
{
    auto *trial = new Trial(environment, secrets, std::move(done));
    QMetaObject::invokeMethod(
        trial, [trial] { trial->begin(); }, Qt::QueuedConnection);
}

Trial::Trial(const Environment &environment, Secrets &secrets, Done done)
    : QObject(&secrets) // what it waits for comes from there, and goes with it
    , m_environment(environment)
    , m_secrets(secrets)
    , m_done(std::move(done))
{
}

void Trial::begin()
{
    if (m_environment.prime) {
        getSecret(m_environment.prime->clientKeyPassword, tr("Password of the client key"), &Trial::haveKeyPassword);
    } else if (m_environment.showtime || m_environment.atom) {
        getSecret(m_environment.proxy.password, tr("Password of the proxy"), &Trial::haveProxyPassword);
    } else {
        tell(Severity::Error, m_environment.name, tr("There is no address of a partner yet."),
            tr("Fill in a base URL."));
        end();
    }
}

void Trial::tell(Severity severity, const QString &subject, const QString &message, const QString &nextStep)
{
    m_findings.push_back({severity, subject, message, nextStep});
}

/// A secret that can't be had is told, and the trial goes on without: more may be wrong.
void Trial::getSecret(const SecretSource &source, const QString &subject, void (Trial::*next)(const QByteArray &))
{
    m_secrets.get(source, [this, source, subject, next](const Expected<QByteArray> &secret) {
        if (!secret)
            tell(Severity::Error, source.name, secret.error().message, secret.error().nextStep);
        else if (!secret->isEmpty())
            tell(Severity::Good, source.name, tr("%1: found.").arg(subject));
        (this->*next)(secret.value_or(QByteArray()));
    });
}

void Trial::haveKeyPassword(const QByteArray &password)
{
    m_linkSecrets.keyPassword = password;
    getSecret(m_environment.proxy.password, tr("Password of the proxy"), &Trial::haveProxyPassword);
}

void Trial::haveProxyPassword(const QByteArray &password)
{
    m_linkSecrets.proxyPassword = password;
    if (!m_environment.prime) {
        tryShowtime();
        return;
    }
    const SecretSource &key = m_environment.prime->apiKey;
    if (key.kind == SecretSource::Kind::None)
        tell(Severity::Warning, m_environment.name, tr("No API key is named, so none is sent."),
            tr("Name the one that the partner sent you."));
    getSecret(key, tr("API key"), &Trial::haveApiKey);
}

void Trial::haveApiKey(const QByteArray &key)
{
    const PrimeSide &side = *m_environment.prime;
    LinkResult made = makeLink(m_environment, side, m_linkSecrets);
    m_findings.insert(m_findings.end(), made.findings.begin(), made.findings.end());
    tellProtection(side.baseUrl, tr("This address isn't protected: everybody on the way can read the key."));
    if (hasErrors(m_findings)) {
        tryShowtime();
        return;
    }
    const QString licensor = side.licensor.isEmpty() ? u"marquee"_s : side.licensor;
    const auto request = partners::makePrimeRequest(
        Operation::GetFull, {licensor, u"marquee-connection-check"_s, {}, {}, {}, {}}, {side.baseUrl, key, "KEY"});
    if (!request) {
        tell(Severity::Error, side.baseUrl.toString(), request.error().message, request.error().nextStep);
        tryShowtime();
        return;
    }
    m_sender = std::make_unique<Sender>(made.link);
    m_sender->send(*request, static_cast<int>(m_environment.timeoutSeconds * 1000),
        [this](const Reply &reply) { answered(reply); });
}

void Trial::answered(const Reply &reply)
{
    const QString address = m_environment.prime->baseUrl.toString();
    switch (reply.transport) {
    case Reply::Transport::Refused:
    case Reply::Transport::NotReached:
        tellUnreached(m_environment.prime->baseUrl, reply);
        break;
    case Reply::Transport::Answered: {
        const partners::Outcome outcome = partners::primeOutcome(Operation::GetFull, reply);
        const bool isJudgement
            = outcome.kind == partners::Outcome::Kind::Accepted || outcome.kind == partners::Outcome::Kind::Rejected;
        if (isJudgement)
            tell(Severity::Good, address,
                tr("The partner answers, and takes key and certificate (%1 ms).").arg(reply.elapsedMs));
        else
            tell(Severity::Error, address, outcome.message, tr("Look at the address, the key and the certificate."));
        break;
    }
    default:
        tell(Severity::Error, address, tr("The connection was made, but no answer came: %1").arg(reply.problem),
            tr("Try again; if it stays so, ask the partner."));
        break;
    }
    tryShowtime();
}

void Trial::tryShowtime()
{
    if (!m_environment.showtime || m_environment.showtime->baseUrl.isEmpty()) {
        tryAtom();
        return;
    }
    const ShowtimeSide &side = *m_environment.showtime;
    const bool isSandbox = m_environment.name == QLatin1StringView(Environment::SandboxName);
    if (side.user.isEmpty())
        tell(Severity::Warning, m_environment.name,
            tr("There is no user for Showtime, and it takes nothing without one."),
            tr("Fill in the one that Showtime gave you."));
    if (side.password.kind == SecretSource::Kind::None && !isSandbox)
        tell(Severity::Warning, m_environment.name, tr("No password for Showtime is named."),
            tr("Name where the one that Showtime gave you is kept."));
    getSecret(side.password, tr("Password of Showtime"), &Trial::haveShowtimePassword);
}

void Trial::haveShowtimePassword(const QByteArray &)
{
    const ShowtimeSide &side = *m_environment.showtime;
    LinkResult made = makeLink(m_environment, side, m_linkSecrets);
    const bool isUsable = !hasErrors(made.findings);
    m_findings.insert(m_findings.end(), made.findings.begin(), made.findings.end());
    tellProtection(side.baseUrl, tr("This address isn't protected: everybody on the way can read the password."));
    if (!isUsable) {
        tryAtom();
        return;
    }
    m_sender = std::make_unique<Sender>(made.link);
    m_sender->knock(side.baseUrl, static_cast<int>(m_environment.timeoutSeconds * 1000),
        [this](const Reply &reply) { knocked(reply); });
}

/// Whoever posts changes something, so it ends with the connection.
void Trial::knocked(const Reply &reply)
{
    const QUrl &address = m_environment.showtime->baseUrl;
    if (reply.transport == Reply::Transport::Answered) {
        const bool isSafe = address.scheme() == "https"_L1;
        tell(Severity::Good, address.toString(),
            isSafe ? tr("Showtime can be reached, and the connection is safe (%1 ms).").arg(reply.elapsedMs)
                   : tr("Showtime can be reached (%1 ms).").arg(reply.elapsedMs));
        tell(Severity::Good, address.host(),
            tr("Nothing was sent. Whether Showtime takes user and password shows with the first message that you send: "
               "it has no "
               "way to ask."));
    } else if (reply.transport == Reply::Transport::TimedOut) {
        tell(Severity::Error, address.toString(), tr("Not reached: no answer came in time."),
            tr("Check the address, the network and the proxy."));
    } else {
        tellUnreached(address, reply);
    }
    tryAtom();
}

void Trial::tryAtom()
{
    if (!m_environment.atom || m_environment.atom->baseUrl.isEmpty()) {
        end();
        return;
    }
    const bool isSandbox = m_environment.name == QLatin1StringView(Environment::SandboxName);
    if (m_environment.atom->apiKey.kind == SecretSource::Kind::None && !isSandbox)
        tell(Severity::Warning, m_environment.name,
            tr("No key for Atom Tickets is named, and it answers nobody without one."),
            tr("Name where the one that Atom Tickets gave you is kept."));
    getSecret(m_environment.atom->apiKey, tr("Key of Atom Tickets"), &Trial::haveAtomKey);
}

void Trial::haveAtomKey(const QByteArray &key)
{
    const AtomSide &side = *m_environment.atom;
    tellProtection(side.baseUrl, tr("This address isn't protected: everybody on the way can read the key."));
    const auto request = partners::makeAtomRequest(Operation::AtomPing, {}, endpointOf(side, key));
    if (!request) {
        tell(Severity::Error, side.baseUrl.toString(), request.error().message, request.error().nextStep);
        end();
        return;
    }
    m_sender = std::make_unique<Sender>(makeLink(m_environment, side, m_linkSecrets).link);
    m_sender->send(
        *request, static_cast<int>(m_environment.timeoutSeconds * 1000), [this](const Reply &reply) { pinged(reply); });
}

void Trial::pinged(const Reply &reply)
{
    const QUrl &address = m_environment.atom->baseUrl;
    const partners::Outcome outcome = partners::atomOutcome(Operation::AtomPing, reply);
    if (reply.transport == Reply::Transport::Refused || reply.transport == Reply::Transport::NotReached)
        tellUnreached(address, reply);
    else if (outcome.kind == partners::Outcome::Kind::Accepted)
        tell(Severity::Good, address.toString(),
            tr("Atom Tickets answers, and takes the key (%1 ms).").arg(reply.elapsedMs));
    else
        tell(Severity::Error, address.toString(), outcome.message, tr("Look at the address and the key."));
    end();
}

void Trial::tellProtection(const QUrl &address, const QString &words)
{
    if (address.scheme() != "https"_L1 && !QHostAddress(address.host()).isLoopback()
        && address.host() != "localhost"_L1)
        tell(Severity::Warning, address.toString(), words, tr("Begin it with https://."));
}

void Trial::tellUnreached(const QUrl &address, const Reply &reply)
{
    const QString proxy
        = m_environment.proxy.mode == ProxySettings::Mode::Manual ? m_environment.proxy.url.toString() : QString();
    if (reply.transport == Reply::Transport::Refused)
        tell(Severity::Error, address.host(), tr("No safe connection: %1").arg(reply.problem), tr("Nothing was sent."));
    else
        tell(Severity::Error, proxy.isEmpty() ? address.toString() : proxy, tr("Not reached: %1").arg(reply.problem),
            proxy.isEmpty() ? tr("Check the address, the network and the proxy.")
                            : tr("Check the proxy, its user and its password."));
}

void Trial::end()
{
    deleteLater();
    m_done(m_findings);
}

} // namespace marquee::exchange
