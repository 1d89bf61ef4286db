// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/InventoryLink.h"

#include "inventory/Inventory.h"
#include "inventory/InventoryPage.h"
#include "shell/DocumentTabs.h"
#include "shell/FileDesk.h"
#include "shell/Navigator.h"
#include "shell/actions/ActionRegistry.h"
#include "workspace/FolderModel.h"
#include "workspace/OpenDocuments.h"

#include <QAction>
#include <QStackedWidget>

namespace marquee::shell {

using inventory::Inventory;
using inventory::InventoryPage;
using workspace::FolderModel;
using workspace::OpenDocument;

namespace {

constexpr int FeedDelayMs = 200;

} // namespace

InventoryLink::InventoryLink(
    const Frame &frame, const Models &models, DocumentTabs &tabs, FileDesk &files, Navigator &navigator, QStackedWidget &centre, QObject *parent)
    : QObject(parent)
    , m_frame(frame)
    , m_models(models)
    , m_tabs(tabs)
    , m_files(files)
    , m_navigator(navigator)
    , m_centre(centre)
{
    m_feed.setSingleShot(true);
    m_feed.setInterval(FeedDelayMs);
    connect(&m_feed, &QTimer::timeout, this, &InventoryLink::feed);
    connect(m_frame.actions.action("view.allWindows"), &QAction::triggered, this, &InventoryLink::show);
}

InventoryLink::~InventoryLink()
{
    delete m_page;
}

void InventoryLink::build()
{
    m_inventory = new Inventory(m_models.rulebook, rules::systemClock, this);
    m_inventory->setSeverities(m_models.documents.severities());
    m_page = new InventoryPage(*m_inventory, editor::Lookup{m_models.rulebook.catalog, m_models.rulebook.vocabularies});
    connect(m_page, &InventoryPage::placeWanted, &m_navigator, &Navigator::openField);
    connect(m_page, &InventoryPage::folderWanted, &m_files, &FileDesk::chooseFolder);
    connect(m_page, &InventoryPage::stateChanged, this, &InventoryLink::stateChanged);
    for (OpenDocument *document : m_models.documents.all())
        m_inventory->follow(document);
    connect(&m_models.documents, &workspace::OpenDocuments::opened, m_inventory, &Inventory::follow);
    connect(&m_models.documents, &workspace::OpenDocuments::saved, m_inventory, [this](const OpenDocument *document) { m_inventory->refresh(document->path()); });
    connect(&m_files, &FileDesk::folderChanged, m_inventory, [this] { m_inventory->setSeverities(m_models.documents.severities()); });
    const auto soon = [this] { m_feed.start(); };
    connect(&m_models.folder, &FolderModel::settled, this, soon);
    connect(&m_models.folder, &QAbstractItemModel::rowsInserted, this, soon);
    connect(&m_models.folder, &QAbstractItemModel::rowsRemoved, this, soon);
    connect(&m_models.folder, &QAbstractItemModel::modelReset, this, soon);
}

void InventoryLink::feed()
{
    if (m_inventory)
        m_inventory->setFiles(m_models.folder.paths(), m_models.folder.folder());
}

void InventoryLink::show()
{
    if (!m_page) {
        build();
        feed();
    }
    m_centre.setCurrentIndex(1);
    m_tabs.showPage(m_page, tr("All windows"), [this] { m_page->focusSearch(); });
    m_page->focusSearch();
}

bool InventoryLink::isInFront() const
{
    return m_page && m_tabs.currentPage() == m_page;
}

bool InventoryLink::canUndo() const
{
    return isInFront() && m_page->canUndoChange();
}

void InventoryLink::undo()
{
    m_page->undoChange();
}

} // namespace marquee::shell
