// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Environment.h"
#include "exchange/Finding.h"

#include <QByteArray>
#include <QNetworkProxy>
#include <QSslConfiguration>

namespace marquee::exchange {

/// How one gets to a partner: certificates, proxy, connections. The partner's certificate is always verified; nothing
/// here can turn that off. A value.
struct Link
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    ProxySettings::Mode proxyMode = ProxySettings::Mode::System;
    QNetworkProxy proxy; ///< Manual
    int connections = 5; ///< at a time
};

/// The passwords that a link needs, already got.
struct LinkSecrets
{
    QByteArray keyPassword;
    QByteArray proxyPassword;
};

struct LinkResult
{
    Link link;
    Findings findings; ///< of the certificates; with an error among them the link can't be used
};

/// Reads the environment's certificates and puts a link together. Any thread.
LinkResult makeLink(const Environment &environment, const PrimeSide &side, const LinkSecrets &secrets);
/// One connection: messages go one after the other.
LinkResult makeLink(const Environment &environment, const ShowtimeSide &side, const LinkSecrets &secrets);

/// Atom Tickets asks for no certificate, so only the proxy is read.
LinkResult makeLink(const Environment &environment, const AtomSide &side, const LinkSecrets &secrets);

/// What Mode::Manual means.
QNetworkProxy manualProxy(const ProxySettings &settings, const QByteArray &password);

/// Of findings with errors: the first, as an error to show.
Error firstError(const Findings &findings);

} // namespace marquee::exchange
