// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Frame.h"
#include "shell/Models.h"

#include <QObject>

namespace marquee::search {
class FindPanel;
}
namespace marquee::workspace {
class FindInFiles;
struct FindHit;
struct FoundDocument;
}

namespace marquee::shell {

class ActivityDock;
class DocumentTabs;
class FileDesk;
class Navigator;

/// Finding text in all documents, in the activity dock.
class FindLink : public QObject
{
    Q_OBJECT

public:
    FindLink(const Frame &frame, const Models &models, ActivityDock &activity, DocumentTabs &tabs, FileDesk &files, Navigator &navigator, QObject *parent);

private:
    void show(const workspace::FoundDocument &document, const workspace::FindHit &hit);

    DocumentTabs &m_tabs;
    Navigator &m_navigator;
    workspace::FindInFiles *m_find;
    search::FindPanel *m_panel;
};

} // namespace marquee::shell
