// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environments/DraftCard.h"

namespace marquee::environments {

class SecretField;

/// Where Prime Video is, who one is there, and how fast one may be.
class PrimeCard : public DraftCard
{
    Q_OBJECT

public:
    explicit PrimeCard(QWidget *parent);

    void take(Draft &draft) const override;

private:
    void fill(const Draft &draft) override;

    QLineEdit *m_address;
    QLineEdit *m_licensor;
    SecretField *m_apiKey;
    QLineEdit *m_rate;
    QLineEdit *m_connections;
};

} // namespace marquee::environments
