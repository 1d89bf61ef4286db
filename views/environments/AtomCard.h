// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environments/DraftCard.h"

class QComboBox;

namespace marquee::environments {

class SecretField;

/// Where Atom Tickets is, who one is there, and how fast one may ask.
class AtomCard : public DraftCard
{
    Q_OBJECT

public:
    explicit AtomCard(QWidget *parent);

    void take(Draft &draft) const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const Draft &draft) override;

    QComboBox *m_address;
    SecretField *m_apiKey;
    QLineEdit *m_partner;
    QLineEdit *m_rate;
    QLineEdit *m_burst;
};

} // namespace marquee::environments
