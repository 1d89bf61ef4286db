// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/FindLink.h"

#include "search/FindPanel.h"
#include "shell/ActivityDock.h"
#include "shell/DocumentTabs.h"
#include "shell/FileDesk.h"
#include "shell/Navigator.h"
#include "shell/actions/ActionRegistry.h"
#include "workspace/FindInFiles.h"

#include <QAction>

namespace marquee::shell {

using search::FindPanel;

FindLink::FindLink(
    const Frame &frame, const Models &models, ActivityDock &activity, DocumentTabs &tabs, FileDesk &files, Navigator &navigator, QObject *parent)
    : QObject(parent)
    , m_tabs(tabs)
    , m_navigator(navigator)
    , m_find(new workspace::FindInFiles(models.rulebook, models.documents, this))
    , m_panel(new FindPanel(*m_find, &activity))
{
    activity.addPage(m_panel, tr("Find"));
    connect(frame.actions.action("edit.findAll"), &QAction::triggered, this, [this, &activity] {
        activity.showPage(m_panel);
        m_panel->focusField();
    });
    connect(m_panel, &FindPanel::countChanged, this, [this, &activity] { activity.setCount(m_panel, m_panel->hitCount()); });
    connect(m_panel, &FindPanel::placeWanted, this, &FindLink::show);
    connect(&files, &FileDesk::folderChanged, this, [this](const QString &folder) {
        m_find->setFolder(folder);
        m_panel->clear();
    });
}

void FindLink::show(const workspace::FoundDocument &document, const workspace::FindHit &hit)
{
    const auto lead = [this, hit](workspace::OpenDocument *opened) {
        m_tabs.show(opened);
        if (opened->isPayload())
            m_navigator.goTo(hit.pointer);
        else
            m_tabs.showOffset(hit.offset);
    };
    if (document.document)
        lead(document.document);
    else
        m_navigator.openFile(document.path, lead);
}

} // namespace marquee::shell
