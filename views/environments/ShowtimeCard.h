// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environments/DraftCard.h"

namespace marquee::environments {

class SecretField;

/// Where Showtime Analytics is, who one is there, and what new messages begin with.
class ShowtimeCard : public DraftCard
{
    Q_OBJECT

public:
    explicit ShowtimeCard(QWidget *parent);

    void take(Draft &draft) const override;

private:
    void fill(const Draft &draft) override;

    QLineEdit *m_address;
    QLineEdit *m_user;
    SecretField *m_password;
    QLineEdit *m_supplier;
    QLineEdit *m_callback;
    QLineEdit *m_contentType;
};

} // namespace marquee::environments
