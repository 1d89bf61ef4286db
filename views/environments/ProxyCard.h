// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environments/DraftCard.h"

class QComboBox;

namespace marquee::environments {

class SecretField;

/// How one gets out of the house.
class ProxyCard : public DraftCard
{
    Q_OBJECT

public:
    explicit ProxyCard(QWidget *parent);

    void take(Draft &draft) const override;

private:
    void fill(const Draft &draft) override;
    void arrange();

    QComboBox *m_mode;
    QLineEdit *m_address;
    QLineEdit *m_user;
    SecretField *m_password;
};

} // namespace marquee::environments
