// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Frame.h"

#include <QObject>

namespace marquee::sandbox {
class Sandbox;
class SandboxDialog;
}

namespace marquee::shell {

/// The page of the simulated partner.
class SandboxLink : public QObject
{
    Q_OBJECT

public:
    /// `sandbox` may be null: it couldn't be started, and the page can't be opened.
    SandboxLink(const Frame &frame, sandbox::Sandbox *sandbox, QObject *parent);

Q_SIGNALS:
    /// So many things go wrong there on purpose now.
    void faultsChanged(int on);

private:
    void open();

    const Frame m_frame;
    sandbox::Sandbox *m_sandbox;
    sandbox::SandboxDialog *m_dialog = nullptr;
};

} // namespace marquee::shell
