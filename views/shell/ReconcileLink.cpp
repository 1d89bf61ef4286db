// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ReconcileLink.h"

#include "exchange/EnvironmentList.h"
#include "reconcile/ReconcileDesk.h"
#include "reconcile/ReconcilePage.h"
#include "shell/Dialogs.h"
#include "shell/DocumentTabs.h"
#include "shell/EnvironmentButton.h"
#include "shell/FileDesk.h"
#include "shell/MessageBar.h"
#include "shell/Navigator.h"
#include "shell/actions/ActionRegistry.h"
#include "workspace/Files.h"
#include "workspace/FolderModel.h"
#include "workspace/OpenDocuments.h"

#include <QAction>
#include <QFileInfo>
#include <QMainWindow>
#include <QStackedWidget>
#include <QThreadPool>

namespace marquee::shell {

using namespace Qt::StringLiterals;
using reconcile::ReconcileDesk;
using reconcile::ReconcilePage;
using reconcile::Source;
using workspace::OpenDocument;

namespace {

QString keyOf(const OpenDocument &document)
{
    return document.path().isEmpty() ? QString(u"open:"_s + QString::number(reinterpret_cast<quintptr>(&document), 16)) : document.path();
}

bool isReconciled(const OpenDocument &document)
{
    return document.isPayload() && (document.kind() == rules::DocumentKind::Avail || document.kind() == rules::DocumentKind::Batch);
}

Source sourceOf(OpenDocument &document)
{
    document.finishTyping();
    return {keyOf(document), document.name(), document.textToSave().toByteArray(), {}};
}

} // namespace

ReconcileLink::ReconcileLink(
    const Frame &frame, const Models &models, DocumentTabs &tabs, FileDesk &files, Navigator &navigator, QStackedWidget &centre, QObject *parent)
    : QObject(parent)
    , m_frame(frame)
    , m_models(models)
    , m_tabs(tabs)
    , m_files(files)
    , m_navigator(navigator)
    , m_centre(centre)
    , m_desk(new ReconcileDesk(m_models.dispatcher, m_models.rulebook, {}, this))
{
    connect(m_frame.actions.action("exchange.reconcile"), &QAction::triggered, this, &ReconcileLink::show);
    connect(&m_models.environments, &exchange::EnvironmentList::changed, this, &ReconcileLink::setStage);
}

ReconcileLink::~ReconcileLink()
{
    delete m_page;
}

void ReconcileLink::build()
{
    m_page = new ReconcilePage(*m_desk);
    connect(m_page.data(), &ReconcilePage::fetchWanted, this, &ReconcileLink::fetch);
    connect(m_page.data(), &ReconcilePage::sendWanted, this, &ReconcileLink::send);
    connect(m_page.data(), &ReconcilePage::placeWanted, this, &ReconcileLink::goTo);
    connect(m_page.data(), &ReconcilePage::folderWanted, &m_files, &FileDesk::chooseFolder);
    connect(&m_files, &FileDesk::folderChanged, this, &ReconcileLink::setStage);
    setStage();
}

void ReconcileLink::show()
{
    const bool isNew = !m_page;
    if (isNew)
        build();
    setStage();
    if (isNew)
        m_page->setWholeWorkspace(!m_document);
    m_centre.setCurrentIndex(1);
    m_tabs.showPage(m_page, tr("Match the partner"));
    m_page->focusFirst();
}

void ReconcileLink::setDocument(OpenDocument *document)
{
    if (!document || !isReconciled(*document) || document == m_document)
        return;
    m_document = document;
    connect(document, &QObject::destroyed, this, &ReconcileLink::setStage);
    setStage();
}

void ReconcileLink::setStage()
{
    if (!m_page)
        return;
    const exchange::Environment &environment = m_models.environments.current();
    const QString folder = m_models.folder.folder();
    m_page->setStage({m_document ? m_document->name() : QString(), folder.isEmpty() ? QString() : QFileInfo(folder).fileName(),
        environmentTitle(environment.name), environment.isProtected});
    m_page->setSeverities(m_models.documents.severities());
}

void ReconcileLink::giveSecret(const exchange::SecretSource &source, const QByteArray &secret)
{
    m_desk->giveSecret(source, secret);
}

bool ReconcileLink::mayEnd()
{
    return m_desk->state() != ReconcileDesk::State::Sending
        || m_frame.dialogs.confirm(&m_frame.window, tr("End while changes are being sent?"),
            tr("What was sent stays sent. Fetch again later to see what is left."), tr("End it"));
}

void ReconcileLink::fetch(bool wholeWorkspace)
{
    if (!wholeWorkspace) {
        if (m_document)
            fetchThese({sourceOf(*m_document)});
        return;
    }
    std::vector<Source> open;
    QSet<QString> taken;
    for (OpenDocument *document : m_models.documents.all()) {
        taken << document->path();
        if (isReconciled(*document))
            open.push_back(sourceOf(*document));
    }
    QStringList paths;
    for (const QString &path : m_models.folder.paths()) {
        if (!taken.contains(path))
            paths << path;
    }
    const int gathering = ++m_gathering;
    QThreadPool::globalInstance()->start([self = QPointer(this), gathering, paths, open = std::move(open)]() mutable {
        for (const QString &path : paths) {
            auto bytes = workspace::readFile(path);
            open.push_back({path, workspace::withoutPayloadEnding(QFileInfo(path).fileName()), bytes.value_or(QByteArray()), bytes ? QString() : sentence(bytes.error())});
        }
        QMetaObject::invokeMethod(qApp, [self, gathering, read = std::move(open)]() mutable {
            if (self && self->m_gathering == gathering)
                self->fetchThese(std::move(read));
        }, Qt::QueuedConnection);
    });
}

void ReconcileLink::fetchThese(std::vector<Source> sources)
{
    if (!m_desk->fetch(std::move(sources), m_models.environments.current()) && !m_desk->problem().isEmpty())
        m_frame.messages.say(MessageBar::Kind::Error, m_desk->problem());
}

/// Protected environments ask for their name, and what can't be taken back is asked about.
void ReconcileLink::send(int requests, int deletions, int replacements)
{
    const exchange::Environment &environment = m_desk->place();
    const QString what = tr("%n request(s) to make the partner match", nullptr, requests);
    if (environment.isProtected) {
        if (m_frame.dialogs.confirmProtected(&m_frame.window, environment.name, what))
            m_page->send();
        return;
    }
    if (deletions + replacements > 0) {
        QStringList parts;
        if (deletions > 0)
            parts << tr("%n of them delete(s) a window at the partner.", nullptr, deletions);
        if (replacements > 0)
            parts << tr("%n of them replace(s) all that the partner has of an avail.", nullptr, replacements);
        if (!m_frame.dialogs.confirm(&m_frame.window, tr("Send %n change(s) to “%1”?", nullptr, requests).arg(environmentTitle(environment.name)), parts.join(u' '), tr("Send")))
            return;
    }
    m_page->send();
}

void ReconcileLink::goTo(const QString &key, const payload::Pointer &place)
{
    for (OpenDocument *document : m_models.documents.all()) {
        if (keyOf(*document) == key) {
            m_navigator.showField(document, place);
            return;
        }
    }
    if (!key.startsWith(u"open:"_s))
        m_navigator.openField(key, place);
}

} // namespace marquee::shell
