// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environments/DraftCard.h"
#include "environments/FileField.h"
#include "exchange/Finding.h"

namespace marquee::environments {

class FindingLines;
class SecretField;

/// What one shows to the partner, and by what one knows it. What the files hold is said below them.
class CertificatesCard : public DraftCard
{
    Q_OBJECT

public:
    explicit CertificatesCard(QWidget *parent);

    void take(Draft &draft) const override;
    void setChooser(const FileChooser &chooser);
    /// By their subjects, which are whole paths.
    void showFindings(const exchange::Findings &findings, const exchange::Environment &environment);

Q_SIGNALS:
    /// The files are to be looked into again.
    void filesChanged();
    void helpWanted();

private:
    void fill(const Draft &draft) override;
    FindingLines *addFile(const QString &label, FileField *field, const QString &note);

    FileField *m_certificate;
    FileField *m_key;
    SecretField *m_password;
    FileField *m_authority;
    FindingLines *m_ofCertificate;
    FindingLines *m_ofKey;
    FindingLines *m_ofAuthority;
};

} // namespace marquee::environments
