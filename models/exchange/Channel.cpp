// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Channel.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <cctype>

namespace marquee::exchange {

using namespace Qt::StringLiterals;

namespace {

/// Gets one secret after the other, then makes the channel.
class Opening
{
public:
    Opening(const Environment &environment, Secrets &secrets, Channel::Opened opened, partners::Partner partner)
        : m_environment(environment)
        , m_secrets(secrets)
        , m_opened(std::move(opened))
        , m_partner(partner)
    {
    }

    static void run(const std::shared_ptr<Opening> &self)
    {
        const Environment &environment = self->m_environment;
        const SecretSource &proxy = environment.proxy.password;
        if (self->isShowtime() && environment.showtime) {
            get(self, {{proxy, &self->m_link.proxyPassword}, {environment.showtime->password, &self->m_key}});
        } else if (self->isAtom() && environment.atom) {
            get(self, {{proxy, &self->m_link.proxyPassword}, {environment.atom->apiKey, &self->m_key}});
        } else if (self->isPrime() && environment.prime) {
            const PrimeSide &side = *environment.prime;
            get(self,
                {{side.clientKeyPassword, &self->m_link.keyPassword}, {proxy, &self->m_link.proxyPassword},
                    {side.apiKey, &self->m_key}});
        } else {
            self->m_opened(tl::unexpected(self->missing()));
        }
    }

private:
    bool isShowtime() const { return m_partner == partners::Partner::Showtime; }
    bool isAtom() const { return m_partner == partners::Partner::Atom; }
    bool isPrime() const { return m_partner == partners::Partner::Prime; }

    Error missing() const
    {
        Error error;
        error.code = Error::Code::Invalid;
        error.message = (isShowtime()
                ? QCoreApplication::translate("Channel", "The environment “%1” has no address for Showtime Analytics.")
                : isAtom()
                ? QCoreApplication::translate("Channel", "The environment “%1” has no address for Atom Tickets.")
                : QCoreApplication::translate("Channel", "The environment “%1” has no address for Prime Video."))
                            .arg(m_environment.name);
        error.nextStep = QCoreApplication::translate("Channel", "Fill in its base URL.");
        return error;
    }

    using Wanted = std::vector<std::pair<SecretSource, QByteArray *>>;

    static void get(const std::shared_ptr<Opening> &self, Wanted wanted)
    {
        if (wanted.empty()) {
            self->make();
            return;
        }
        const auto [source, target] = wanted.front();
        wanted.erase(wanted.begin());
        self->m_secrets.get(
            source, [self, target = target, wanted = std::move(wanted)](const Expected<QByteArray> &secret) {
                if (!secret) {
                    self->m_opened(tl::unexpected(secret.error()));
                    return;
                }
                *target = *secret;
                get(self, wanted);
            });
    }

    void make()
    {
        LinkResult made = isShowtime() ? makeLink(m_environment, *m_environment.showtime, m_link)
            : isAtom()                 ? makeLink(m_environment, *m_environment.atom, m_link)
                                       : makeLink(m_environment, *m_environment.prime, m_link);
        if (hasErrors(made.findings))
            m_opened(tl::unexpected(firstError(made.findings)));
        else if (isShowtime())
            makeShowtime(made.link);
        else if (isAtom())
            makeAtom(made.link);
        else
            makePrime(made.link);
    }

    void makeShowtime(const Link &link)
    {
        const partners::ShowtimeEndpoint endpoint = endpointOf(*m_environment.showtime, m_key);
        if (const auto tried = partners::makeShowtimeRequest(endpoint, {}); !tried) {
            m_opened(tl::unexpected(tried.error()));
            return;
        }
        // What signs in is user and password in one; a partner may send it back in one, too.
        QList<QByteArray> secrets = m_secrets.known();
        secrets << QByteArray(endpoint.user + ':' + endpoint.password);
        m_opened(
            std::make_shared<Channel>(m_environment, endpoint, link, Masking(m_environment.secretHeaders, secrets)));
    }

    void makeAtom(const Link &link)
    {
        const partners::AtomEndpoint endpoint = endpointOf(*m_environment.atom, m_key);
        if (const auto tried = partners::makeAtomRequest(partners::Operation::AtomPing, {}, endpoint); !tried) {
            m_opened(tl::unexpected(tried.error()));
            return;
        }
        m_opened(std::make_shared<Channel>(
            m_environment, endpoint, link, Masking(m_environment.secretHeaders, m_secrets.known())));
    }

    void makePrime(const Link &link)
    {
        const PrimeSide &side = *m_environment.prime;
        const QByteArray keyName = side.apiKey.name.isEmpty() ? QByteArray("PRIME_KEY") : side.apiKey.name.toUtf8();
        m_opened(std::make_shared<Channel>(m_environment, partners::PrimeEndpoint{side.baseUrl, m_key, keyName}, link,
            Masking(m_environment.secretHeaders, m_secrets.known())));
    }

    Environment m_environment;
    Secrets &m_secrets;
    Channel::Opened m_opened;
    partners::Partner m_partner;
    LinkSecrets m_link;
    QByteArray m_key;
};

} // namespace

void Channel::open(const Environment &environment, Secrets &secrets, Opened opened, partners::Partner partner)
{
    Opening::run(std::make_shared<Opening>(environment, secrets, std::move(opened), partner));
}

Expected<std::shared_ptr<Channel>> Channel::openNow(
    const Environment &environment, Secrets &secrets, partners::Partner partner)
{
    std::optional<Expected<std::shared_ptr<Channel>>> result;
    QEventLoop loop;
    open(
        environment, secrets,
        [&](const Expected<std::shared_ptr<Channel>> &channel) {
            result = channel;
            loop.quit();
        },
        partner);
    if (!result)
        loop.exec();
    return *result;
}

Channel::Channel(Environment environment, partners::PrimeEndpoint endpoint, const Link &link, Masking masking)
    : m_environment(std::move(environment))
    , m_endpoint(std::move(endpoint))
    , m_masking(std::move(masking))
    , m_sender(link)
{
    const PrimeSide side = m_environment.prime.value_or(PrimeSide());
    m_pace = Pace::shared(
        m_environment.name + u' ' + m_endpoint.baseUrl.authority(), side.ratePerSecond, side.connections);
}

Channel::Channel(Environment environment, partners::ShowtimeEndpoint endpoint, const Link &link, Masking masking)
    : m_environment(std::move(environment))
    , m_partner(partners::Partner::Showtime)
    , m_showtime(std::move(endpoint))
    , m_masking(std::move(masking))
    , m_sender(link)
{
    // First in, first out: what is posted second must not get there first. Nobody says how many a second.
    m_pace = Pace::shared(m_environment.name + u" showtime "_s + m_showtime.baseUrl.authority(), 0, 1);
}

Channel::Channel(Environment environment, partners::AtomEndpoint endpoint, const Link &link, Masking masking)
    : m_environment(std::move(environment))
    , m_partner(partners::Partner::Atom)
    , m_atom(std::move(endpoint))
    , m_masking(std::move(masking))
    , m_sender(link)
{
    const AtomSide side = m_environment.atom.value_or(AtomSide());
    m_pace = Pace::shared(m_environment.name + u" atom "_s + m_atom.baseUrl.authority(), side.ratePerSecond,
        AtomSide::Connections, side.burst);
}

namespace {

Error forAnother()
{
    Error error;
    error.code = Error::Code::Invalid;
    error.message = QCoreApplication::translate("Channel", "This is for another partner.");
    return error;
}

} // namespace

Expected<partners::Request> Channel::request(
    partners::Operation operation, const partners::AtomTarget &target, const QByteArray &body) const
{
    if (m_partner != partners::Partner::Atom || partners::infoOf(operation).partner != m_partner)
        return tl::unexpected(forAnother());
    return partners::makeAtomRequest(operation, target, m_atom, body);
}

Expected<partners::Request> Channel::request(
    partners::Operation operation, const partners::PrimeTarget &target, const QByteArray &body) const
{
    if (m_partner == partners::Partner::Atom || partners::infoOf(operation).partner != m_partner)
        return tl::unexpected(forAnother());
    return m_partner == partners::Partner::Showtime ? partners::makeShowtimeRequest(m_showtime, body)
                                                    : partners::makePrimeRequest(operation, target, m_endpoint, body);
}

namespace {

/// As a shell names a variable: the request is shown as a command, too.
QByteArray shellName(const QString &text)
{
    QByteArray name = text.toUtf8();
    for (char &c : name) {
        if (!std::isalnum(static_cast<unsigned char>(c)))
            c = '_';
    }
    return name;
}

} // namespace

partners::ShowtimeEndpoint endpointOf(const ShowtimeSide &side, const QByteArray &password)
{
    partners::ShowtimeEndpoint endpoint;
    endpoint.baseUrl = side.baseUrl;
    endpoint.user = side.user.toUtf8();
    endpoint.password = password;
    endpoint.contentType = side.contentType.trimmed().toUtf8();
    if (!side.password.name.isEmpty())
        endpoint.passwordName = shellName(side.password.name);
    return endpoint;
}

partners::AtomEndpoint endpointOf(const AtomSide &side, const QByteArray &apiKey)
{
    partners::AtomEndpoint endpoint;
    endpoint.baseUrl = side.baseUrl;
    endpoint.apiKey = apiKey;
    endpoint.partner = side.partner;
    if (!side.apiKey.name.isEmpty())
        endpoint.apiKeyName = shellName(side.apiKey.name);
    return endpoint;
}

AtomSide sandboxAtom(const QUrl &atomUrl)
{
    AtomSide side;
    side.baseUrl = atomUrl;
    return side;
}

std::shared_ptr<Channel> sandboxAtomChannel(const QUrl &atomUrl, const QByteArray &apiKey)
{
    Environment environment;
    environment.name = QString::fromLatin1(Environment::SandboxName);
    environment.atom = sandboxAtom(atomUrl);
    Link link;
    link.proxyMode = ProxySettings::Mode::None; // it is in this process
    link.connections = AtomSide::Connections;
    partners::AtomEndpoint endpoint = endpointOf(*environment.atom, apiKey);
    endpoint.apiKeyName = "SANDBOX_KEY";
    return std::make_shared<Channel>(
        environment, endpoint, link, Masking({}, apiKey.isEmpty() ? QList<QByteArray>() : QList<QByteArray>{apiKey}));
}

ShowtimeSide sandboxShowtime(const QUrl &showtimeUrl)
{
    ShowtimeSide side;
    side.baseUrl = showtimeUrl;
    side.user = QString::fromLatin1(Environment::SandboxName);
    side.password.name = u"SANDBOX_PASSWORD"_s;
    return side;
}

std::shared_ptr<Channel> sandboxShowtimeChannel(const QUrl &showtimeUrl)
{
    Environment environment;
    environment.name = QString::fromLatin1(Environment::SandboxName);
    environment.showtime = sandboxShowtime(showtimeUrl);
    Link link;
    link.proxyMode = ProxySettings::Mode::None; // it is in this process
    link.connections = 1;
    return std::make_shared<Channel>(
        environment, endpointOf(*environment.showtime, Environment::SandboxName), link, Masking());
}

std::shared_ptr<Channel> sandboxChannel(const QUrl &primeUrl, const QByteArray &apiKey)
{
    Environment environment;
    environment.name = QString::fromLatin1(Environment::SandboxName);
    environment.prime = PrimeSide{};
    environment.prime->baseUrl = primeUrl;
    environment.prime->ratePerSecond = 0;
    Link link;
    link.proxyMode = ProxySettings::Mode::None; // it is in this process
    link.connections = environment.prime->connections;
    return std::make_shared<Channel>(environment, partners::PrimeEndpoint{primeUrl, apiKey, "SANDBOX_KEY"}, link,
        Masking({}, apiKey.isEmpty() ? QList<QByteArray>() : QList<QByteArray>{apiKey}));
}

} // namespace marquee::exchange
