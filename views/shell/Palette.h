// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Pointer.h"
#include "shell/Models.h"

#include <QIcon>
#include <QObject>

#include <functional>
#include <vector>

class QWidget;

namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::shell {

class ActionRegistry;

/// "Find anything": actions, fields and problems of the current document, open documents and files of the workspace, by name.
class Palette : public QObject
{
    Q_OBJECT

public:
    Palette(const Models &models, const ActionRegistry &actions, workspace::OpenDocument *current, QWidget *parent);

    void openBelow(QWidget *anchor);

Q_SIGNALS:
    void fieldWanted(const marquee::payload::Pointer &field);
    void fileWanted(const QString &path);
    void documentWanted(marquee::workspace::OpenDocument *document);

private:
    struct Target
    {
        QString title, note, help;
        QIcon icon;
        std::function<void()> go;
    };
    void addActions();
    void addProblems();
    void addFields();
    void addDocuments();
    void addFiles();

    const Models m_models;
    const ActionRegistry &m_actions;
    workspace::OpenDocument *m_current;
    std::vector<Target> m_targets;
};

} // namespace marquee::shell
