// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/BatchDocumentLink.h"

#include "batchdocument/BatchDocumentView.h"
#include "shell/Dialogs.h"
#include "shell/DocumentTabs.h"
#include "shell/MessageBar.h"
#include "shell/actions/ActionRegistry.h"
#include "workspace/Files.h"
#include "workspace/FolderModel.h"
#include "workspace/OpenDocuments.h"

#include <QAction>
#include <QFileInfo>
#include <QMainWindow>
#include <QPointer>
#include <QThreadPool>

namespace marquee::shell {

using batchdocument::BatchDocumentView;
using batchdocument::ItemsPage;
using workspace::OpenDocument;

BatchDocumentLink::BatchDocumentLink(const Frame &frame, const Models &models, DocumentTabs &tabs, QObject *parent)
    : QObject(parent)
    , m_frame(frame)
    , m_models(models)
    , m_tabs(tabs)
{
    on("item.add", &ItemsPage::addItem);
    on("item.duplicate", &ItemsPage::duplicateItem);
    on("item.remove", &ItemsPage::removeItems);
    move("item.moveUp", -1);
    move("item.moveDown", 1);
    connect(m_frame.actions.action("item.addDocuments"), &QAction::triggered, this, [this] { addDocuments(m_tabs.currentBatch()); });
    connect(m_frame.actions.action("file.newBatch"), &QAction::triggered, this, &BatchDocumentLink::makeNew);
    connect(&m_tabs, &DocumentTabs::documentWanted, this, [this](const QByteArray &text, const QString &name) {
        m_models.documents.take(text, OpenDocument::Origin::Pasted, name);
    });
}

void BatchDocumentLink::updateActions()
{
    if (const BatchDocumentView *view = m_tabs.currentBatch()) {
        view->items()->showActions();
        return;
    }
    for (const char *id : {"item.addDocuments", "item.add", "item.duplicate", "item.remove", "item.moveUp", "item.moveDown"})
        m_frame.actions.action(id)->setEnabled(false);
}

void BatchDocumentLink::on(const char *action, void (ItemsPage::*what)())
{
    connect(m_frame.actions.action(action), &QAction::triggered, this, [this, what] {
        BatchDocumentView *view = m_tabs.currentBatch();
        view->showPage(BatchDocumentView::Page::Items);
        (view->items()->*what)();
    });
}

void BatchDocumentLink::move(const char *action, int by)
{
    connect(m_frame.actions.action(action), &QAction::triggered, this, [this, by] { m_tabs.currentBatch()->items()->moveItems(by); });
}

void BatchDocumentLink::makeNew()
{
    m_models.documents.take("{\n  \"requestItems\": []\n}\n", OpenDocument::Origin::Pasted, tr("Batch"));
}

void BatchDocumentLink::addDocuments(BatchDocumentView *view)
{
    const QStringList files = m_frame.dialogs.openFiles(&m_frame.window, m_models.folder.folder());
    if (files.isEmpty())
        return;
    QThreadPool::globalInstance()->start([this, files, stands = QPointer(this), view = QPointer(view)] {
        ItemsPage::NamedTexts texts;
        QString problem;
        for (const QString &file : files) {
            if (auto bytes = workspace::readFile(file))
                texts.emplace_back(QFileInfo(file).completeBaseName(), *std::move(bytes));
            else
                problem = sentence(bytes.error());
        }
        QMetaObject::invokeMethod(qApp, [this, stands, view, texts = std::move(texts), problem] {
            if (!stands || !view)
                return;
            if (!problem.isEmpty())
                m_frame.messages.say(MessageBar::Kind::Error, problem);
            view->addDocuments(texts);
        });
    });
}

} // namespace marquee::shell
