// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/TlsWords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSslCertificate>

namespace marquee::exchange {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Tls", text);
}

QString names(const QSslCertificate &certificate)
{
    QStringList all = certificate.subjectAlternativeNames().values();
    if (all.isEmpty())
        all = certificate.subjectInfo(QSslCertificate::CommonName);
    return all.join(u", "_s);
}

} // namespace

QString tlsProblem(const QList<QSslError> &errors, const QString &host)
{
    if (errors.isEmpty())
        return {};
    const QSslError &first = errors.first();
    const QSslCertificate &certificate = first.certificate();
    switch (first.error()) {
    case QSslError::HostNameMismatch:
        return tr("the certificate of %1 is made out to %2. Check the address, or ask the partner.")
            .arg(host, names(certificate));
    case QSslError::CertificateExpired:
        return tr("the certificate of %1 expired on %2. Only the partner can renew it.")
            .arg(host, QLocale::c().toString(certificate.expiryDate().toUTC(), u"d MMM yyyy"_s));
    case QSslError::CertificateNotYetValid:
        return tr("the certificate of %1 isn't valid yet. Look whether this computer's clock is right.").arg(host);
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return tr("nobody that this computer trusts vouches for %1; its certificate is from “%2”. If that is the "
                  "partner's own authority, "
                  "name its CA certificate in the environment.")
            .arg(host, certificate.issuerDisplayName());
    case QSslError::CertificateRevoked:
        return tr("the certificate of %1 was revoked. Ask the partner.").arg(host);
    default:
        return tr("the certificate of %1 can't be relied on: %2.").arg(host, first.errorString());
    }
}

QString tlsAlert(const QString &words)
{
    const auto says
        = [&words](const char *part) { return words.contains(QLatin1StringView(part), Qt::CaseInsensitive); };
    if (!says("alert"))
        return {};
    if (says("certificate required") || says("handshake failure"))
        return tr("the partner asks for a client certificate. Name yours and its key in the environment.");
    if (says("unknown ca"))
        return tr("the partner doesn't know who signed the client certificate. Use the one that it sent you.");
    if (says("certificate expired"))
        return tr("the partner finds the client certificate expired. Ask for a new one.");
    if (says("certificate revoked"))
        return tr("the partner has revoked the client certificate. Ask for a new one.");
    if (says("certificate") || says("access denied") || says("decrypt error"))
        return tr("the partner refuses the client certificate. Use the one that it sent you for this environment.");
    return {};
}

} // namespace marquee::exchange
