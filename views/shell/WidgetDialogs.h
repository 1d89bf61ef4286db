// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Dialogs.h"

namespace marquee::shell {

/// The questions as windows.
class WidgetDialogs : public Dialogs
{
public:
    std::optional<NewAvail> chooseTemplate(QWidget *parent, const workspace::Templates &templates) override;
    QStringList openFiles(QWidget *parent, const QString &folder) override;
    QString chooseFolder(QWidget *parent, const QString &folder) override;
    QString saveFile(QWidget *parent, const QString &suggested) override;
    Unsaved askUnsaved(QWidget *parent, const QStringList &names) override;
    Recovery askRecovery(QWidget *parent, const QStringList &entries) override;
    HeldAnswer askHeld(QWidget *parent, const Held &held) override;
    bool confirm(QWidget *parent, const QString &question, const QString &explanation, const QString &button) override;
    bool confirmProtected(QWidget *parent, const QString &environment, const QString &operation) override;
    bool acceptRepair(QWidget *parent, const QString &summary, const QByteArray &before, const QByteArray &after) override;
};

} // namespace marquee::shell
