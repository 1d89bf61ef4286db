// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ChangesLink.h"

#include "changes/ChangesPanel.h"
#include "exchange/ExchangeList.h"
#include "shell/ActivityDock.h"
#include "shell/Dialogs.h"
#include "shell/MessageBar.h"
#include "shell/SendDesk.h"
#include "shell/actions/ActionRegistry.h"
#include "workspace/Files.h"
#include "workspace/FolderModel.h"
#include "workspace/OpenDocuments.h"

#include <QAction>
#include <QLocale>
#include <QMainWindow>

namespace marquee::shell {

using namespace Qt::StringLiterals;
using changes::ChangesPanel;
using workspace::OpenDocument;

ChangesLink::ChangesLink(const Frame &frame, const Models &models, ActivityDock &activity, const SendDesk &sending, QObject *parent)
    : QObject(parent)
    , m_frame(frame)
    , m_models(models)
    , m_activity(activity)
    , m_sending(sending)
    , m_panel(new ChangesPanel(m_models.rulebook, [](const QString &path) { return workspace::readFile(path); }, &activity))
{
    m_activity.addPage(m_panel, tr("Changes"));
    connect(m_panel, &ChangesPanel::countChanged, this, [this](int count) { m_activity.setCount(m_panel, count); });
    connect(m_panel, &ChangesPanel::fileWanted, this, &ChangesLink::chooseFile);
    connect(m_panel, &ChangesPanel::activated, this, &ChangesLink::fieldWanted);
    connect(m_panel, &ChangesPanel::failed, this, [this](const Error &error) {
        m_frame.messages.say(MessageBar::Kind::Error, sentence(error));
    });
    connect(&m_models.documents, &workspace::OpenDocuments::closing, this, [this](const OpenDocument *document) { m_answers.remove(document); });
    connectActions();
}

void ChangesLink::connectActions()
{
    const auto on = [this](const char *id, changes::Other other) {
        connect(m_frame.actions.action(id), &QAction::triggered, this, [this, other] {
            m_activity.showPage(m_panel);
            m_panel->compareWith(other);
            m_panel->focusFirst();
        });
    };
    on("document.changesSaved", changes::Other::SavedFile);
    on("document.changesAnswer", changes::Other::LastAnswer);
    connect(m_frame.actions.action("document.changesFile"), &QAction::triggered, this, [this] {
        m_activity.showPage(m_panel);
        chooseFile();
    });
}

void ChangesLink::setDocument(OpenDocument *document)
{
    m_document = document;
    m_panel->setDocument(document);
    showAnswer();
}

void ChangesLink::takeAnswer(int number)
{
    const exchange::Exchange *exchange = m_models.exchanges.find(number);
    const OpenDocument *document = m_sending.documentOf(number);
    const bool isFetched = exchange && exchange->outcome.kind == partners::Outcome::Kind::Accepted
        && (partners::infoOf(exchange->operation).method == "GET" || exchange->operation == partners::Operation::BatchGet);
    if (!document || !isFetched)
        return;
    m_answers.insert(document, number);
    showAnswer();
}

void ChangesLink::showAnswer()
{
    const exchange::Exchange *exchange = m_models.exchanges.find(m_answers.value(m_document, 0));
    if (!m_document || !exchange)
        return;
    const QString when = m_frame.window.locale().toString(exchange->began.toLocalTime().time(), u"HH:mm"_s);
    m_panel->setLastReply(exchange->reply.body, tr("%1, %2").arg(exchange::operationTitle(exchange->operation), when));
}

void ChangesLink::chooseFile()
{
    const QStringList files = m_frame.dialogs.openFiles(&m_frame.window, m_models.folder.folder());
    if (!files.isEmpty())
        m_panel->setFile(files.front());
}

} // namespace marquee::shell
