// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Frame.h"
#include "shell/Models.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class QStackedWidget;

namespace marquee::inventory {
class Inventory;
class InventoryPage;
}

namespace marquee::shell {

class DocumentTabs;
class FileDesk;
class Navigator;

/// All windows of the workspace, as a page among the documents. Nothing is read before it is shown for the first time.
class InventoryLink : public QObject
{
    Q_OBJECT

public:
    InventoryLink(const Frame &frame, const Models &models, DocumentTabs &tabs, FileDesk &files, Navigator &navigator, QStackedWidget &centre, QObject *parent);
    ~InventoryLink() override;

    bool isInFront() const;
    bool canUndo() const;
    void undo();

Q_SIGNALS:
    void stateChanged(); ///< canUndo may be another

private:
    void show();
    void build();
    void feed();

    const Frame m_frame;
    const Models m_models;
    DocumentTabs &m_tabs;
    FileDesk &m_files;
    Navigator &m_navigator;
    QStackedWidget &m_centre;
    inventory::Inventory *m_inventory = nullptr;
    QPointer<inventory::InventoryPage> m_page; ///< the tabs' while it is shown, else ours
    QTimer m_feed; ///< files come and go in crowds
};

} // namespace marquee::shell
