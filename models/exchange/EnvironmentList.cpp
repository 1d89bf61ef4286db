// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/EnvironmentList.h"

#include "exchange/Channel.h"

namespace marquee::exchange {

using namespace Qt::StringLiterals;

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

void EnvironmentList::setSandbox(const QUrl &primeUrl, const QUrl &showtimeUrl, const QUrl &atomUrl)
{
    m_all.front().prime.emplace().baseUrl = primeUrl;
    m_all.front().showtime.reset();
    if (!showtimeUrl.isEmpty())
        m_all.front().showtime = sandboxShowtime(showtimeUrl);
    m_all.front().atom.reset();
    if (!atomUrl.isEmpty())
        m_all.front().atom = sandboxAtom(atomUrl);
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
    if (primeUrl(environment).isEmpty())
        return tl::unexpected(missing(tr("Prime Video"), u"prime"_s));
    partners::PrimeEndpoint endpoint;
    endpoint.baseUrl = environment.prime->baseUrl;
    if (environment.prime->apiKey.kind != SecretSource::Kind::None) {
        endpoint.apiKeyName = environment.prime->apiKey.name.toUtf8();
        endpoint.apiKey = "hidden"; // shown by its name only
    }
    return endpoint;
}

Expected<partners::ShowtimeEndpoint> EnvironmentList::showtime() const
{
    const Environment &environment = current();
    if (!environment.showtime || environment.showtime->baseUrl.isEmpty())
        return tl::unexpected(missing(tr("Showtime Analytics"), u"showtime"_s));
    return endpointOf(*environment.showtime, "hidden"); // shown by its name only
}

Expected<partners::AtomEndpoint> EnvironmentList::atom() const
{
    const Environment &environment = current();
    if (!environment.atom || environment.atom->baseUrl.isEmpty())
        return tl::unexpected(missing(tr("Atom Tickets"), u"atom"_s));
    const bool hasKey = environment.atom->apiKey.kind != SecretSource::Kind::None;
    return endpointOf(*environment.atom, hasKey ? "hidden" : ""); // shown by its name only
}

Error EnvironmentList::missing(const QString &partner, const QString &member) const
{
    Error error;
    error.code = Error::Code::Invalid;
    error.message = isSandbox() ? tr("The sandbox isn't running.")
                                : tr("The environment “%1” says nothing of %2.").arg(current().name, partner);
    error.nextStep = isSandbox()
        ? tr("Start the program again, or choose another environment.")
        : tr("Add \"%1\" with a \"baseUrl\" to it in marquee.json, or choose another environment.").arg(member);
    return error;
}

} // namespace marquee::exchange
