// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/SandboxLink.h"

#include "sandbox/Sandbox.h"
#include "sandbox/SandboxDialog.h"
#include "shell/actions/ActionRegistry.h"

#include <QAction>
#include <QMainWindow>

namespace marquee::shell {

SandboxLink::SandboxLink(const Frame &frame, sandbox::Sandbox *sandbox, QObject *parent)
    : QObject(parent)
    , m_frame(frame)
    , m_sandbox(sandbox)
{
    QAction *action = m_frame.actions.action("exchange.sandbox");
    action->setEnabled(m_sandbox);
    connect(action, &QAction::triggered, this, &SandboxLink::open);
}

void SandboxLink::open()
{
    if (!m_dialog) {
        m_dialog = new sandbox::SandboxDialog(*m_sandbox, &m_frame.window);
        connect(m_dialog, &sandbox::SandboxDialog::faultsChanged, this, &SandboxLink::faultsChanged);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

} // namespace marquee::shell
