// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environments/DraftCard.h"
#include "environments/FileField.h"
#include "exchange/Finding.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace marquee::environments {

class CertificatesCard;
class FindingLines;

/// One environment: its cards, and what came of trying it.
class EnvironmentPage : public QWidget
{
    Q_OBJECT

public:
    explicit EnvironmentPage(QWidget *parent);

    void show(const Draft &draft);
    void take(Draft &draft) const;
    void complain(const std::vector<Complaint> &complaints);
    void focus(Place place);
    void setChooser(const FileChooser &chooser);
    void setTitle(const QString &title);

    void showCertificates(const exchange::Findings &findings, const exchange::Environment &environment);
    void showTrying();
    void showTrial(const exchange::Findings &findings);
    void forgetTrial();

Q_SIGNALS:
    void edited();
    void filesChanged();
    void tryWanted();
    void helpWanted();

private:
    QWidget *makeHead();
    QWidget *makeTrial();

    QLabel *m_title = nullptr;
    QPushButton *m_try = nullptr;
    QWidget *m_trial = nullptr;
    QLabel *m_trying = nullptr;
    FindingLines *m_findings = nullptr;
    form::Card *m_sandbox = nullptr;
    QLabel *m_sandboxWords = nullptr;
    CertificatesCard *m_certificates = nullptr;
    std::vector<DraftCard *> m_cards;
};

} // namespace marquee::environments
