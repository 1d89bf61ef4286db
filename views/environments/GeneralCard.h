// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environments/DraftCard.h"

class QCheckBox;

namespace marquee::environments {

class ColourField;

/// What the environment is called, how it is told apart, and how long one waits for it.
class GeneralCard : public DraftCard
{
    Q_OBJECT

public:
    explicit GeneralCard(QWidget *parent);

    void take(Draft &draft) const override;

private:
    void fill(const Draft &draft) override;

    QLineEdit *m_name;
    ColourField *m_colour;
    QCheckBox *m_protected;
    QLineEdit *m_timeout;
};

} // namespace marquee::environments
