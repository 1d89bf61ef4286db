// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/AskLink.h"

#include "ask/DocumentAsk.h"
#include "ask/WorkspaceAsk.h"
#include "shell/DocumentTabs.h"
#include "shell/Navigator.h"
#include "shell/actions/ActionRegistry.h"
#include "workspace/FolderModel.h"
#include "workspace/OpenDocuments.h"

#include <QAction>
#include <QStackedWidget>

namespace marquee::shell {

using namespace Qt::StringLiterals;
using ask::AskPage;
using ask::Scope;
using workspace::OpenDocument;

namespace {

constexpr auto ReplyKey = "reply:"_L1;

QString keyOf(const OpenDocument &document)
{
    return u"open:"_s + QString::number(reinterpret_cast<quintptr>(&document), 16);
}

bool isAsked(const OpenDocument &document)
{
    const rules::DocumentKind kind = document.kind();
    return kind == rules::DocumentKind::Avail || kind == rules::DocumentKind::AvailReply || kind == rules::DocumentKind::Batch
        || kind == rules::DocumentKind::BatchReply;
}

} // namespace

AskLink::AskLink(const Frame &frame, const Models &models, DocumentTabs &tabs, Navigator &navigator, QStackedWidget &centre, QObject *parent)
    : QObject(parent)
    , m_frame(frame)
    , m_models(models)
    , m_tabs(tabs)
    , m_navigator(navigator)
    , m_centre(centre)
{
    connect(m_frame.actions.action("tools.ask"), &QAction::triggered, this, &AskLink::show);
}

AskLink::~AskLink()
{
    delete m_page;
}

void AskLink::build()
{
    m_page = new AskPage(m_models.rulebook);
    m_one = new ask::DocumentAsk(m_models.rulebook, this);
    m_all = new ask::WorkspaceAsk(m_models.rulebook, m_models.documents, this);
    connect(m_page.data(), &AskPage::askWanted, this, &AskLink::ask);
    connect(m_page.data(), &AskPage::cancelWanted, m_all, &ask::WorkspaceAsk::cancel);
    connect(m_page.data(), &AskPage::placeWanted, this, &AskLink::goTo);
    connect(m_one, &ask::DocumentAsk::finished, this, &AskLink::showDocumentAnswers);
    connect(m_all, &ask::WorkspaceAsk::answered, this, &AskLink::showWorkspaceAnswers);
    connect(m_all, &ask::WorkspaceAsk::progressed, m_page.data(), [this] { m_page->setProgress(m_all->state().looked, m_all->state().documents); });
    connect(m_all, &ask::WorkspaceAsk::finished, this, &AskLink::finishWorkspace);
}

void AskLink::show()
{
    if (!m_page)
        build();
    offer();
    m_centre.setCurrentIndex(1);
    m_tabs.showPage(m_page, tr("What may be shown"), [this] { m_page->focusQuestion(); });
    m_page->focusQuestion();
}

void AskLink::setDocument(OpenDocument *document)
{
    if (!document || document == m_document || !document->isPayload() || !isAsked(*document))
        return;
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    const auto again = [this] {
        if (m_page)
            m_page->askAgain();
    };
    connect(document, &OpenDocument::changed, this, again);
    connect(document, &OpenDocument::stateChanged, this, &AskLink::offer);
    connect(document, &QObject::destroyed, this, &AskLink::offer);
    offer();
    again();
}

void AskLink::offer()
{
    if (!m_page)
        return;
    m_page->setScope(Scope::Document, m_document, m_document ? m_document->name() : QString());
    m_page->setScope(Scope::Reply, !m_reply.isEmpty(), m_replyName);
    m_page->setScope(Scope::Workspace, true);
}

void AskLink::askReply(const QString &title, const QByteArray &bytes)
{
    m_replyName = title;
    m_reply = bytes;
    show();
    m_page->chooseScope(Scope::Reply);
    m_page->askAgain();
}

void AskLink::ask(const ask::Question &question, Scope scope)
{
    m_asked = scope;
    if (scope == Scope::Workspace) {
        m_one->cancel();
        m_keys.clear();
        m_page->begin();
        m_all->setFolder(m_models.folder.folder());
        m_all->start(question);
        return;
    }
    m_all->cancel();
    if (scope == Scope::Reply)
        m_one->start(payload::Text(m_reply), question);
    else if (m_document)
        m_one->start(m_document->text(), question);
}

void AskLink::showDocumentAnswers()
{
    if (m_one->error()) {
        m_page->fail(*m_one->error());
        return;
    }
    const bool isReply = m_asked == Scope::Reply;
    if (!isReply && !m_document)
        return;
    const QString key = isReply ? QString(ReplyKey) : keyOf(*m_document);
    if (!isReply)
        m_keys.insert(key, m_document);
    m_page->showAnswers({{key, {}, m_one->answers()}});
}

void AskLink::showWorkspaceAnswers(const std::vector<ask::AskedDocument> &documents)
{
    std::vector<ask::ShownAnswers> shown;
    shown.reserve(documents.size());
    for (const ask::AskedDocument &one : documents) {
        const QString key = one.path.isEmpty() && one.document ? keyOf(*one.document) : one.path;
        m_keys.insert(key, one.document);
        shown.push_back({key, one.name, one.answers});
    }
    m_page->add(shown);
}

void AskLink::finishWorkspace()
{
    const ask::AskState &state = m_all->state();
    QStringList notes;
    if (state.isCancelled)
        notes << tr("Cancelled: not everything was looked at.");
    if (state.unread > 0)
        notes << tr("%n document(s) couldn't be read.", nullptr, state.unread);
    if (state.isCut)
        notes << tr("There are more avails than are listed here.");
    m_page->finish(notes.join(u' '));
}

void AskLink::goTo(const QString &key, const payload::Pointer &place)
{
    if (key == ReplyKey)
        m_navigator.openText(m_reply, m_replyName, place);
    else if (OpenDocument *document = m_keys.value(key))
        m_navigator.showField(document, place);
    else if (!key.startsWith(u"open:"_s))
        m_navigator.openField(key, place);
}

} // namespace marquee::shell
