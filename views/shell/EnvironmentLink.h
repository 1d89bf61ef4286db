// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Frame.h"
#include "shell/Models.h"

#include <QObject>

class QWidget;

namespace marquee::exchange {
class Secrets;
struct SecretSource;
}

namespace marquee::shell {

class EnvironmentButton;

/// Shows where requests go (picker, status bar, the stripe and the Send button of a protected environment) and lets the user
/// choose and change that.
class EnvironmentLink : public QObject
{
    Q_OBJECT

public:
    EnvironmentLink(const Frame &frame, const Models &models, QObject *parent);

    EnvironmentButton *button() { return m_button; } ///< for the tool bar
    void edit();
    /// So many things go wrong in the sandbox on purpose: said wherever it is the environment.
    void setFaults(int on);
    void show();

Q_SIGNALS:
    void changed(); ///< another is chosen, or it is another than before
    void saved(const QString &folder); ///< the folder's environments are to be read again
    void secretGiven(const marquee::exchange::SecretSource &source, const QByteArray &secret);

private:
    void makeStripe();
    void choose(const QString &name);

    const Frame m_frame;
    const Models m_models;
    EnvironmentButton *m_button;
    QWidget *m_stripe = nullptr; ///< the colour of a protected environment
    int m_faults = 0;
    exchange::Secrets *m_secrets = nullptr; ///< for trying environments out; made when it is wanted
};

} // namespace marquee::shell
