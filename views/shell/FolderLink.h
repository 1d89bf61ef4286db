// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Frame.h"
#include "shell/Models.h"

#include <QObject>

namespace marquee::workspace {
class FileWork;
class OpenDocument;
class WorkspacePanel;
}

namespace marquee::shell {

class DocumentTabs;
class FileDesk;

/// The workspace's tree, and what is done to whole files: opened, renamed, duplicated, moved to the bin, kept as templates.
class FolderLink : public QObject
{
    Q_OBJECT

public:
    FolderLink(const Frame &frame, const Models &models, DocumentTabs &tabs, FileDesk &files, QObject *parent);

    workspace::WorkspacePanel *panel() const { return m_panel; }
    void updateActions(const workspace::OpenDocument *current);

private:
    void connectPanel();
    void connectActions();
    void rename(const QString &path, const QString &name);
    void duplicate(const QString &path);
    void moveToBin(const QString &path);
    void saveTemplate();
    void say(const Error &error);

    const Frame m_frame;
    const Models m_models;
    DocumentTabs &m_tabs;
    FileDesk &m_files;
    workspace::FileWork *m_work;
    workspace::WorkspacePanel *m_panel;
};

} // namespace marquee::shell
