// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Finding.h"

#include <QByteArray>
#include <QDateTime>
#include <QSslCertificate>
#include <QSslKey>
#include <QString>

namespace marquee::exchange {

/// What an environment names; paths are absolute or empty.
struct CertificateFiles
{
    QString certificate; ///< PEM, DER, or PKCS#12 that holds the key too
    QString key; ///< PEM; empty where the certificate's file holds it
    QString authority; ///< PEM or DER
    QByteArray password; ///< of the key or the PKCS#12
};

/// What stood in the files, and what was found wrong: expired, not yet valid, within 30 days of it, swapped, encrypted
/// without a password, a key that belongs to another certificate, a signing request, not a certificate at all.
struct Certificates
{
    static constexpr int DaysAhead = 30;

    QList<QSslCertificate> chain; ///< the client's own first; empty where none was asked for, or none can be used
    QSslKey key;
    QList<QSslCertificate> authorities;
    Findings findings;

    bool usable() const { return !hasErrors(findings); }
};

/// Reads and checks. No errors but as findings. Any thread.
Certificates readCertificates(const CertificateFiles &files, const QDateTime &now = QDateTime::currentDateTimeUtc());

} // namespace marquee::exchange
