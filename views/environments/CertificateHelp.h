// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QVBoxLayout;

namespace marquee::environments {

/// The steps from nothing to a certificate, with what to type.
class CertificateHelp : public QDialog
{
    Q_OBJECT

public:
    explicit CertificateHelp(QWidget *parent);

private:
    void addStep(QVBoxLayout *layout, const QString &text, const QString &command = {});

    int m_steps = 0;
};

} // namespace marquee::environments
