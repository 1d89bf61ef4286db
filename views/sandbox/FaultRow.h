// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/Fault.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QSpinBox;

namespace marquee::sandbox {

/// One kind of fault: on or off, which requests it hits, and what is to be expected of it.
class FaultRow : public QWidget
{
    Q_OBJECT

public:
    FaultRow(Fault::Kind kind, QWidget *parent);

    bool isOn() const;
    Fault fault() const;
    /// Switches it on with those requests, or off; says nothing.
    void show(const Fault &fault);
    void showOff();

Q_SIGNALS:
    void changed(); ///< by the user

private:
    QWidget *makeWhich(const QString &title);
    void settle();
    void dress();

    Fault::Kind m_kind;
    QCheckBox *m_on;
    QLabel *m_outcome;
    QLabel *m_expect;
    QWidget *m_which;
    QComboBox *m_operation;
    QSpinBox *m_from;
    QSpinBox *m_times;
};

} // namespace marquee::sandbox
