// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/InspectorLink.h"

#include "exchange/EnvironmentList.h"
#include "exchange/ExchangeList.h"
#include "inspector/Inspection.h"
#include "inspector/InspectorView.h"
#include "shell/Dialogs.h"
#include "shell/DocumentTabs.h"
#include "shell/EnvironmentButton.h"
#include "shell/FileDesk.h"
#include "shell/MessageBar.h"
#include "shell/Navigator.h"
#include "shell/actions/ActionRegistry.h"
#include "workspace/FolderModel.h"
#include "workspace/OpenDocuments.h"

#include <QAction>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QFileInfo>
#include <QStackedWidget>

namespace marquee::shell {

using namespace Qt::StringLiterals;
using inspector::InspectorView;
using workspace::OpenDocument;

namespace {

constexpr int AgainMs = 400;

inspector::Source sourceOf(const OpenDocument &document)
{
    inspector::Source source;
    source.title = document.title();
    source.fileName = document.path().isEmpty() ? QString(document.name() + (document.isXml() ? u".xml"_s : u".json"_s)) : QFileInfo(document.path()).fileName();
    source.origin = document.path().isEmpty() ? QCoreApplication::translate("InspectorLink", "An open document") : QFileInfo(document.path()).fileName();
    return source;
}

} // namespace

InspectorLink::InspectorLink(
    const Frame &frame, const Models &models, DocumentTabs &tabs, FileDesk &files, Navigator &navigator, QStackedWidget &centre, QObject *parent)
    : QObject(parent)
    , m_frame(frame)
    , m_models(models)
    , m_tabs(tabs)
    , m_files(files)
    , m_navigator(navigator)
    , m_centre(centre)
{
    m_again.setSingleShot(true);
    m_again.setInterval(AgainMs);
    connect(&m_again, &QTimer::timeout, this, &InspectorLink::showAgain);
    connect(m_frame.actions.action("tools.inspectFile"), &QAction::triggered, this, &InspectorLink::chooseFile);
    connect(m_frame.actions.action("tools.inspect"), &QAction::triggered, this, [this] {
        if (OpenDocument *document = m_tabs.current())
            inspectDocument(*document);
    });
    connect(&m_tabs, &DocumentTabs::pageClosed, this, &InspectorLink::closed);
    connect(&m_tabs, &QTabWidget::currentChanged, this, &InspectorLink::showAgain);
}

InspectorLink::~InspectorLink()
{
    for (const Inspected &one : m_open)
        delete one.page;
}

InspectorView *InspectorLink::open(const QString &name)
{
    auto *page = new InspectorView(m_models.rulebook);
    page->setSeverities(m_models.documents.severities());
    page->inspect(new inspector::Inspection(page));
    m_open.push_back({page, nullptr, false});
    connectPage(page);
    m_centre.setCurrentIndex(1);
    m_tabs.showPage(page, name, [page] { page->openFind(); });
    page->setFocus();
    return page;
}

void InspectorLink::connectPage(InspectorView *page)
{
    const auto title = [page]() -> QString { return page->inspection()->source().title; };
    const auto bytes = [page]() -> QByteArray { return page->inspection()->bytes(); };
    connect(page, &InspectorView::saveWanted, &m_files, &FileDesk::saveBytes);
    connect(page, &InspectorView::compareWanted, this, [this, title, bytes] { Q_EMIT compareWanted(title(), bytes()); });
    connect(page, &InspectorView::askWanted, this, [this, title, bytes] { Q_EMIT askWanted(title(), bytes()); });
    connect(page, &InspectorView::maskWanted, this, [this, title, bytes] { Q_EMIT maskWanted(title(), bytes()); });
    connect(page, &InspectorView::openAsDocumentWanted, this,
        [this, title, bytes] { m_models.documents.take(bytes(), OpenDocument::Origin::Reply, title()); });
    connect(page, &InspectorView::openLinkWanted, this, [this](const QUrl &url) {
        if (!QDesktopServices::openUrl(url))
            m_frame.messages.say(MessageBar::Kind::Error, tr("No browser opened %1.").arg(url.toDisplayString()));
    });
    connect(page, &InspectorView::timelineWanted, this, [this, page] {
        if (OpenDocument *document = documentOf(page)) {
            m_tabs.show(document);
            m_frame.actions.action("document.showTimeline")->trigger();
        } else {
            connect(&m_models.documents, &workspace::OpenDocuments::opened, this,
                [this] { m_frame.actions.action("document.showTimeline")->trigger(); }, Qt::SingleShotConnection);
            m_models.documents.take(page->inspection()->bytes(), OpenDocument::Origin::Reply, page->inspection()->source().title);
        }
    });
    connect(page, &InspectorView::placeWanted, this, [this, page](const payload::Pointer &place) {
        if (OpenDocument *document = documentOf(page))
            m_navigator.showField(document, place);
    });
}

OpenDocument *InspectorLink::documentOf(const InspectorView *page) const
{
    const auto it = std::find_if(m_open.begin(), m_open.end(), [page](const Inspected &one) { return one.page == page; });
    return it == m_open.end() ? nullptr : it->document.data();
}

void InspectorLink::inspect(const inspector::Source &source, const QByteArray &bytes, const payload::Pointer &place)
{
    InspectorView *page = open(source.title);
    if (!place.isRoot())
        connect(page->inspection(), &inspector::Inspection::ready, page, [page, place] { page->goTo(place); }, Qt::SingleShotConnection);
    page->inspection()->begin(source, bytes);
}

void InspectorLink::inspectFile(const QString &path)
{
    InspectorView *page = open(QFileInfo(path).fileName());
    page->inspection()->beginFile(path);
}

/// Without what the environment, or a header's name, says is secret.
exchange::Masking::Headers InspectorLink::maskedHeaders(const partners::Reply &reply, const QString &environment) const
{
    const auto &all = m_models.environments.all();
    const auto there = std::find_if(all.begin(), all.end(), [&](const exchange::Environment &one) { return one.name == environment; });
    return exchange::Masking(there == all.end() ? QStringList() : there->secretHeaders, {}).headers(reply.headers);
}

void InspectorLink::inspectExchange(const exchange::Exchange &exchange)
{
    inspector::Source source;
    source.title = exchange.document.isEmpty() ? exchange::operationTitle(exchange.operation) : exchange.document;
    source.origin = tr("Answer to %1 · %2").arg(exchange::operationTitle(exchange.operation), environmentTitle(exchange.environment));
    source.fileName = tr("answer.json");
    source.headers = maskedHeaders(exchange.reply, exchange.environment);
    source.status = exchange.reply.status;
    source.attempts = exchange.attempts;
    source.began = exchange.began;
    source.elapsedMs = exchange.reply.elapsedMs;
    source.bytesSent = exchange.reply.bytesSent;
    source.bytesReceived = exchange.reply.bytesReceived;
    source.askedIds = exchange.atom.ids;
    inspect(source, exchange.reply.body);
}

void InspectorLink::inspectDocument(OpenDocument &document)
{
    document.finishTyping();
    for (const Inspected &one : m_open) {
        if (one.document == &document && one.page) {
            m_tabs.showPage(one.page, {});
            return;
        }
    }
    InspectorView *page = open(tr("%1, inspected").arg(document.name()));
    page->inspection()->begin(sourceOf(document), document.textToSave().toByteArray());
    follow(page, document);
}

void InspectorLink::follow(InspectorView *page, OpenDocument &document)
{
    m_open.back().document = &document;
    page->setHasDocument(true);
    const auto stale = [this, page] {
        for (Inspected &one : m_open)
            one.isStale = one.isStale || one.page == page;
        m_again.start();
    };
    connect(&document, &OpenDocument::changed, page, stale);
    connect(&document, &OpenDocument::pendingChanged, page, stale);
}

/// Only what is in front is read again: the rest waits until somebody looks.
void InspectorLink::showAgain()
{
    for (Inspected &one : m_open) {
        if (!one.isStale || !one.document || !one.page || m_tabs.currentPage() != one.page)
            continue;
        one.isStale = false;
        one.page->inspection()->begin(sourceOf(*one.document), one.document->textToSave().toByteArray());
    }
}

void InspectorLink::chooseFile()
{
    for (const QString &path : m_frame.dialogs.openFiles(&m_frame.window, m_models.folder.folder()))
        inspectFile(path);
}

void InspectorLink::closed(QWidget *page)
{
    const auto it = std::find_if(m_open.begin(), m_open.end(), [page](const Inspected &one) { return one.page == page; });
    if (it == m_open.end())
        return;
    m_open.erase(it);
    page->deleteLater();
}

} // namespace marquee::shell
