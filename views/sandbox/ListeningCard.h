// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "form/Card.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QUrl;

namespace marquee::sandbox {

class Sandbox;

/// Where the simulated partners listen, whom they let in, and what they keep.
class ListeningCard : public form::Card
{
    Q_OBJECT

public:
    ListeningCard(Sandbox &sandbox, QWidget *parent);

    void showHoldings();

private:
    QWidget *makeAddress(const char *objectName, const QString &title, const QUrl &url);
    QWidget *makeKey();
    QWidget *makeLogin();
    QWidget *makePace();
    QWidget *makeHoldings();
    QWidget *makeCatalogue();
    void addLine(const QString &label, QWidget *content);
    void takeKey();
    void takeLogin();

    Sandbox &m_sandbox;
    QCheckBox *m_asksKey = nullptr;
    QLineEdit *m_key = nullptr;
    QCheckBox *m_asksLogin = nullptr;
    QLineEdit *m_user = nullptr;
    QLineEdit *m_password = nullptr;
    QSpinBox *m_rate = nullptr;
    QLabel *m_holdings = nullptr;
};

} // namespace marquee::sandbox
