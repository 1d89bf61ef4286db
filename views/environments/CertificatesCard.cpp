// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/CertificatesCard.h"

#include "environments/FindingLines.h"
#include "environments/SecretField.h"

#include <QPushButton>

namespace marquee::environments {

using namespace Qt::StringLiterals;
using exchange::Environment;
using exchange::Finding;
using exchange::Findings;

CertificatesCard::CertificatesCard(QWidget *parent)
    : DraftCard(tr("Certificates for Prime Video"), parent)
    , m_certificate(new FileField(u"clientCertificate"_s, tr("Client certificate"), this))
    , m_key(new FileField(u"clientKey"_s, tr("Client key"), this))
    , m_password(new SecretField(u"clientKeyPassword"_s, tr("Password of the key"), this))
    , m_authority(new FileField(u"caCertificate"_s, tr("CA certificate"), this))
{
    setObjectName(u"certificatesCard"_s);
    auto *help = new QPushButton(tr("How do I get a certificate?"), this);
    help->setObjectName(u"certificateHelp"_s);
    help->setAccessibleName(help->text());
    help->setProperty("role", u"link"_s);
    help->setAutoDefault(false);
    addToHeading(help);
    connect(help, &QPushButton::clicked, this, &CertificatesCard::helpWanted);
    m_ofCertificate = addFile(
        tr("Client certificate"), m_certificate, tr("A .pem or .crt file, or a .p12 file that holds the key too."));
    m_ofKey = addFile(tr("Client key"), m_key, {});
    addLine(Place::KeyPassword, tr("Password"), m_password);
    connect(m_password, &SecretField::edited, this, &CertificatesCard::tell);
    m_ofAuthority = addFile(tr("CA certificate"), m_authority, tr("Trusted beside those of the system."));
    setTabOrder(m_authority, help);
}

FindingLines *CertificatesCard::addFile(const QString &label, FileField *field, const QString &note)
{
    addLine(label, field, note);
    auto *lines = new FindingLines(this);
    lines->setObjectName(field->objectName() + u"Findings"_s);
    addBelow(field, lines);
    connect(field, &FileField::edited, this, &CertificatesCard::tell);
    connect(field, &FileField::settled, this, [this] {
        if (!isShowing())
            Q_EMIT filesChanged();
    });
    return lines;
}

void CertificatesCard::setChooser(const FileChooser &chooser)
{
    for (FileField *field : {m_certificate, m_key, m_authority})
        field->setChooser(chooser);
}

void CertificatesCard::showFindings(const Findings &findings, const Environment &environment)
{
    const exchange::PrimeSide &side = *environment.prime;
    const auto put = [&](FindingLines *lines, const QString &written) {
        const QString path = environment.pathOf(written);
        Findings own;
        std::copy_if(findings.begin(), findings.end(), std::back_inserter(own),
            [&](const Finding &finding) { return !path.isEmpty() && finding.subject == path; });
        lines->show(own, false);
    };
    put(m_ofCertificate, side.clientCertificate);
    put(m_ofKey, side.clientKey);
    put(m_ofAuthority, side.caCertificate);
}

void CertificatesCard::fill(const Draft &draft)
{
    for (FileField *field : {m_certificate, m_key, m_authority})
        field->setFolder(draft.environment.folder);
    const exchange::PrimeSide &side = *draft.environment.prime;
    m_certificate->setValue(side.clientCertificate);
    m_key->setValue(side.clientKey);
    m_authority->setValue(side.caCertificate);
    m_password->setSuggestion(u"key-"_s + draft.environment.name.trimmed());
    m_password->setValue(draft.secret(SecretUse::KeyPassword));
}

void CertificatesCard::take(Draft &draft) const
{
    exchange::PrimeSide &side = *draft.environment.prime;
    side.clientCertificate = m_certificate->value();
    side.clientKey = m_key->value();
    side.caCertificate = m_authority->value();
    draft.secret(SecretUse::KeyPassword) = m_password->value();
    m_password->setSuggestion(u"key-"_s + draft.environment.name.trimmed());
}

} // namespace marquee::environments
