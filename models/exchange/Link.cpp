// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Link.h"

#include "exchange/Certificates.h"

#include <QCoreApplication>

namespace marquee::exchange {

using namespace Qt::StringLiterals;

QNetworkProxy manualProxy(const ProxySettings &settings, const QByteArray &password)
{
    const bool isSocks = settings.url.scheme() == "socks5"_L1;
    return {isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, settings.url.host(),
        static_cast<quint16>(settings.url.port(isSocks ? 1080 : 3128)), settings.user, QString::fromUtf8(password)};
}

namespace {

LinkResult linkWith(
    const Environment &environment, const CertificateFiles &files, int connections, const LinkSecrets &secrets)
{
    LinkResult result;
    result.link.connections = connections;
    result.link.proxyMode = environment.proxy.mode;
    if (environment.proxy.mode == ProxySettings::Mode::Manual)
        result.link.proxy = manualProxy(environment.proxy, secrets.proxyPassword);
    Certificates certificates = readCertificates(files);
    result.findings = std::move(certificates.findings);
    QSslConfiguration &tls = result.link.tls;
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!certificates.authorities.isEmpty())
        tls.setCaCertificates(QSslConfiguration::systemCaCertificates() + certificates.authorities);
    if (!certificates.chain.isEmpty()) {
        tls.setLocalCertificateChain(certificates.chain);
        tls.setPrivateKey(certificates.key);
    }
    return result;
}

} // namespace

LinkResult makeLink(const Environment &environment, const PrimeSide &side, const LinkSecrets &secrets)
{
    return linkWith(environment,
        {environment.pathOf(side.clientCertificate), environment.pathOf(side.clientKey),
            environment.pathOf(side.caCertificate), secrets.keyPassword},
        side.connections, secrets);
}

LinkResult makeLink(const Environment &environment, const ShowtimeSide &side, const LinkSecrets &secrets)
{
    return linkWith(environment, {{}, {}, environment.pathOf(side.caCertificate), {}}, 1, secrets);
}

LinkResult makeLink(const Environment &environment, const AtomSide &, const LinkSecrets &secrets)
{
    return linkWith(environment, {}, AtomSide::Connections, secrets);
}

Error firstError(const Findings &findings)
{
    Error error;
    error.code = Error::Code::Invalid;
    for (const Finding &finding : findings) {
        if (finding.severity != Finding::Severity::Error)
            continue;
        error.message = QCoreApplication::translate("Link", "“%1”: %2").arg(finding.subject, finding.message);
        error.nextStep = finding.nextStep;
        break;
    }
    return error;
}

} // namespace marquee::exchange
