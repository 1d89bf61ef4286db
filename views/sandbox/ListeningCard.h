// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "form/Card.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace marquee::sandbox {

class Sandbox;

/// Where the sandbox listens, whom it lets in, and what it keeps.
class ListeningCard : public form::Card
{
    Q_OBJECT

public:
    ListeningCard(Sandbox &sandbox, QWidget *parent);

    void showHoldings();

private:
    QWidget *makeAddress();
    QWidget *makeKey();
    QWidget *makePace();
    QWidget *makeHoldings();
    void addLine(const QString &label, QWidget *content);
    void takeKey();

    Sandbox &m_sandbox;
    QCheckBox *m_asksKey = nullptr;
    QLineEdit *m_key = nullptr;
    QSpinBox *m_rate = nullptr;
    QLabel *m_holdings = nullptr;
};

} // namespace marquee::sandbox
