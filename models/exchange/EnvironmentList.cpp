// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/EnvironmentList.h"

namespace marquee::exchange {

Environment EnvironmentList::sandbox()
{
    Environment environment;
    environment.name = QLatin1StringView(Environment::SandboxName);
    return environment;
}

Expected<void> EnvironmentList::load(const QString &folder)
{
    const QString chosen = current().name;
    m_all.resize(1);
    m_current = 0;
    auto read = readEnvironments(folder);
    if (read)
        m_all.insert(m_all.end(), read->begin(), read->end());
    if (!choose(chosen))
        Q_EMIT changed();
    if (!read)
        return tl::unexpected(read.error());
    return {};
}

void EnvironmentList::setSandbox(const QUrl &primeUrl)
{
    m_all.front().prime.emplace().baseUrl = primeUrl;
    Q_EMIT changed();
}

QUrl EnvironmentList::primeUrl(const Environment &environment)
{
    return environment.prime ? environment.prime->baseUrl : QUrl();
}

bool EnvironmentList::choose(const QString &name)
{
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        if (m_all[i].name != name)
            continue;
        m_current = i;
        Q_EMIT changed();
        return true;
    }
    return false;
}

Expected<partners::PrimeEndpoint> EnvironmentList::prime() const
{
    const Environment &environment = current();
    if (primeUrl(environment).isEmpty()) {
        Error error;
        error.code = Error::Code::Invalid;
        error.message = isSandbox() ? tr("The sandbox isn't running.")
                                    : tr("The environment “%1” says nothing of Prime Video.").arg(environment.name);
        error.nextStep = isSandbox() ? tr("Start the program again, or choose another environment.")
                                     : tr("Add \"prime\" with a \"baseUrl\" to it in marquee.json, or choose another environment.");
        return tl::unexpected(error);
    }
    partners::PrimeEndpoint endpoint;
    endpoint.baseUrl = environment.prime->baseUrl;
    if (environment.prime->apiKey.kind != SecretSource::Kind::None) {
        endpoint.apiKeyName = environment.prime->apiKey.name.toUtf8();
        endpoint.apiKey = "hidden"; // shown by its name only
    }
    return endpoint;
}

} // namespace marquee::exchange
