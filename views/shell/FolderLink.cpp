// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/FolderLink.h"

#include "exchange/EnvironmentList.h"
#include "shell/DocumentTabs.h"
#include "shell/FileDesk.h"
#include "shell/MessageBar.h"
#include "shell/StatusLine.h"
#include "shell/actions/ActionRegistry.h"
#include "templates/SaveTemplateDialog.h"
#include "workspace/FileWork.h"
#include "workspace/FolderModel.h"
#include "workspace/OpenDocuments.h"
#include "workspace/Templates.h"
#include "workspace/WorkspacePanel.h"

#include <QAction>
#include <QDesktopServices>
#include <QDir>
#include <QDockWidget>
#include <QFileInfo>
#include <QMainWindow>
#include <QUrl>

namespace marquee::shell {

using namespace Qt::StringLiterals;
using workspace::FileWork;
using workspace::OpenDocument;
using workspace::WorkspacePanel;

FolderLink::FolderLink(const Frame &frame, const Models &models, DocumentTabs &tabs, FileDesk &files, QObject *parent)
    : QObject(parent)
    , m_frame(frame)
    , m_models(models)
    , m_tabs(tabs)
    , m_files(files)
    , m_work(new FileWork(models.documents, [&folder = models.folder](const QString &alid) { return folder.holdsAlid(alid); }, this))
    , m_panel(new WorkspacePanel(models.folder, &frame.window))
{
    connect(m_work, &FileWork::renamed, &m_models.folder, &workspace::FolderModel::renamed);
    connect(m_work, &FileWork::removed, &m_models.folder, &workspace::FolderModel::removed);
    connect(m_work, &FileWork::added, &m_models.folder, &workspace::FolderModel::checkNow);
    connectPanel();
    connectActions();
}

void FolderLink::connectPanel()
{
    connect(m_panel, &WorkspacePanel::openRequested, this, [this](const QString &path) { m_files.open({path}); });
    connect(m_panel, &WorkspacePanel::chooseFolderRequested, &m_files, &FileDesk::chooseFolder);
    connect(m_panel, &WorkspacePanel::showInFolderRequested, this, [](const QString &path) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
    });
    connect(m_panel, &WorkspacePanel::renameWanted, this, &FolderLink::rename);
    connect(m_panel, &WorkspacePanel::duplicateWanted, this, &FolderLink::duplicate);
    connect(m_panel, &WorkspacePanel::binWanted, this, &FolderLink::moveToBin);
    connect(&m_files, &FileDesk::folderChanged, this, [this](const QString &folder) {
        m_panel->setToolTip(QDir::toNativeSeparators(folder));
        if (const auto loaded = m_models.environments.load(folder); !loaded)
            m_frame.messages.say(MessageBar::Kind::Warning, sentence(loaded.error()));
    });
}

void FolderLink::connectActions()
{
    const auto on = [this](const char *id, auto what) {
        connect(m_frame.actions.action(id), &QAction::triggered, this, [this, what] {
            if (const OpenDocument *document = m_tabs.current())
                what(document->path());
        });
    };
    on("file.rename", [this](const QString &path) {
        for (QWidget *at = m_panel; at; at = at->parentWidget()) {
            if (auto *dock = qobject_cast<QDockWidget *>(at))
                dock->show();
        }
        m_panel->editName(path);
    });
    on("file.duplicate", [this](const QString &path) { duplicate(path); });
    on("file.bin", [this](const QString &path) { moveToBin(path); });
    on("file.saveTemplate", [this](const QString &) { saveTemplate(); });
}

void FolderLink::updateActions(const OpenDocument *current)
{
    const bool hasFile = current && !current->path().isEmpty();
    for (const char *id : {"file.rename", "file.duplicate", "file.bin"})
        m_frame.actions.action(id)->setEnabled(hasFile);
    m_frame.actions.action("file.saveTemplate")->setEnabled(current && current->isPayload() && (current->isMessage() || current->payload().root().member("avail").isObject()));
}

void FolderLink::say(const Error &error)
{
    m_frame.messages.say(MessageBar::Kind::Error, sentence(error));
}

void FolderLink::rename(const QString &path, const QString &name)
{
    const auto renamed = m_work->rename(path, name);
    if (!renamed) {
        say(renamed.error());
        return;
    }
    m_panel->select(*renamed);
    m_frame.status.say(tr("It is “%1” now").arg(QFileInfo(*renamed).fileName()));
}

void FolderLink::duplicate(const QString &path)
{
    const auto made = m_work->duplicate(path);
    if (!made) {
        say(made.error());
        return;
    }
    m_panel->select(made->path);
    m_files.open({made->path});
    m_frame.status.say(tr("“%1” made, with IDs of its own").arg(QFileInfo(made->path).fileName()));
}

void FolderLink::moveToBin(const QString &path)
{
    const auto binned = m_work->moveToBin(path);
    if (!binned) {
        say(binned.error());
        return;
    }
    std::vector<MessageBar::Choice> choices;
    if (!binned->inBin.isEmpty()) {
        choices.push_back({u"undoBin"_s, tr("Put it back"), [this, gone = *binned] {
                               if (const auto back = m_work->putBack(gone); !back)
                                   say(back.error());
                           }});
    }
    m_frame.messages.ask(MessageBar::Kind::Hint, tr("“%1” is in the bin.").arg(QFileInfo(path).fileName()), choices);
}

void FolderLink::saveTemplate()
{
    const OpenDocument *document = m_tabs.current();
    templates::SaveTemplateDialog dialog(m_models.templates.own(), document->payload(), document->title(), &m_frame.window);
    if (dialog.exec() == QDialog::Accepted)
        m_frame.status.say(tr("Kept as the template “%1”").arg(dialog.name()));
}

} // namespace marquee::shell
