// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "form/Card.h"
#include "sandbox/Fault.h"

#include <vector>

class QLabel;
class QPushButton;

namespace marquee::sandbox {

class FaultRow;

/// All that can go wrong, a row each, and the command line's flags for what is on.
class FaultsCard : public form::Card
{
    Q_OBJECT

public:
    explicit FaultsCard(QWidget *parent);

    /// Of several of one kind, the first is shown.
    void show(const std::vector<Fault> &faults);
    /// Those that are on, in the order of the rows: where several fit a request, the first one hits it.
    std::vector<Fault> faults() const;

Q_SIGNALS:
    void changed(); ///< by the user

private:
    QWidget *makeFlags();
    void showFlags();

    std::vector<FaultRow *> m_rows;
    QWidget *m_flagsBox;
    QLabel *m_flags;
    QPushButton *m_off;
};

} // namespace marquee::sandbox
