// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Channel.h"

#include <QCoreApplication>
#include <QEventLoop>

namespace marquee::exchange {

using namespace Qt::StringLiterals;

namespace {

/// Gets one secret after the other, then makes the channel.
class Opening
{
public:
    Opening(const Environment &environment, Secrets &secrets, Channel::Opened opened)
        : m_environment(environment)
        , m_secrets(secrets)
        , m_opened(std::move(opened))
    {
    }

    static void run(const std::shared_ptr<Opening> &self)
    {
        if (!self->m_environment.prime) {
            Error error;
            error.code = Error::Code::Invalid;
            error.message
                = QCoreApplication::translate("Channel", "The environment “%1” has no address for Prime Video.")
                      .arg(self->m_environment.name);
            error.nextStep = QCoreApplication::translate("Channel", "Fill in its base URL.");
            self->m_opened(tl::unexpected(error));
            return;
        }
        const PrimeSide &side = *self->m_environment.prime;
        get(self,
            {{side.clientKeyPassword, &self->m_link.keyPassword},
                {self->m_environment.proxy.password, &self->m_link.proxyPassword}, {side.apiKey, &self->m_key}});
    }

private:
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
        const PrimeSide &side = *m_environment.prime;
        LinkResult made = makeLink(m_environment, side, m_link);
        if (hasErrors(made.findings)) {
            m_opened(tl::unexpected(firstError(made.findings)));
            return;
        }
        const QByteArray keyName = side.apiKey.name.isEmpty() ? QByteArray("PRIME_KEY") : side.apiKey.name.toUtf8();
        m_opened(std::make_shared<Channel>(m_environment, partners::PrimeEndpoint{side.baseUrl, m_key, keyName},
            made.link, Masking(m_environment.secretHeaders, m_secrets.known())));
    }

    Environment m_environment;
    Secrets &m_secrets;
    Channel::Opened m_opened;
    LinkSecrets m_link;
    QByteArray m_key;
};

} // namespace

void Channel::open(const Environment &environment, Secrets &secrets, Opened opened)
{
    Opening::run(std::make_shared<Opening>(environment, secrets, std::move(opened)));
}

Expected<std::shared_ptr<Channel>> Channel::openNow(const Environment &environment, Secrets &secrets)
{
    std::optional<Expected<std::shared_ptr<Channel>>> result;
    QEventLoop loop;
    open(environment, secrets, [&](const Expected<std::shared_ptr<Channel>> &channel) {
        result = channel;
        loop.quit();
    });
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
