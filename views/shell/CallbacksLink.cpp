// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/CallbacksLink.h"

#include "callbacks/CallbackDesk.h"
#include "callbacks/CallbacksPanel.h"
#include "callbacks/JournalMessages.h"
#include "callbacks/ListenIndicator.h"
#include "shell/ActivityDock.h"
#include "shell/Dialogs.h"
#include "shell/MessageBar.h"
#include "shell/Navigator.h"
#include "shell/StatusLine.h"
#include "shell/actions/ActionRegistry.h"
#include "workspace/FolderModel.h"
#include "workspace/Home.h"
#include "workspace/OpenDocuments.h"

#include <QAction>
#include <QFileInfo>
#include <QMainWindow>
#include <QTimer>

namespace marquee::shell {

using namespace Qt::StringLiterals;
using callbacks::CallbackDesk;
using callbacks::CallbacksPanel;
using workspace::OpenDocument;

CallbacksLink::CallbacksLink(const Frame &frame, const Models &models, ActivityDock &activity, QObject *parent)
    : QObject(parent)
    , m_frame(frame)
    , m_models(models)
    , m_activity(activity)
    , m_messages(std::make_unique<callbacks::JournalMessages>())
    , m_desk(new CallbackDesk(workspace::homeFolder() + u"/callbacks"_s, {}, this))
    , m_panel(new CallbacksPanel(*m_desk, &activity))
{
    m_desk->setMessages(m_messages.get());
    activity.addPage(m_panel, tr("Callbacks"));
    auto *indicator = new callbacks::ListenIndicator(*m_desk, &m_frame.status);
    m_frame.status.addPermanentWidget(indicator);
    connect(indicator, &callbacks::ListenIndicator::clicked, this, [this, indicator] {
        m_activity.showPage(m_panel);
        indicator->forgetNews();
    });
    connectPanel();
    connectActions();
    QTimer::singleShot(0, m_desk, &CallbackDesk::load); // the window comes first
}

CallbacksLink::~CallbacksLink()
{
    m_desk->setMessages(nullptr);
}

void CallbacksLink::connectPanel()
{
    const auto complain = [this](const Error &error) { m_frame.messages.say(MessageBar::Kind::Error, sentence(error)); };
    connect(m_panel, &CallbacksPanel::problem, this, complain);
    connect(m_desk, &CallbackDesk::failed, this, complain);
    connect(m_panel, &CallbacksPanel::said, &m_frame.status, &StatusLine::say);
    connect(m_panel, &CallbacksPanel::openFileWanted, this, &CallbacksLink::chooseFile);
    connect(m_panel, &CallbacksPanel::goWanted, this, &CallbacksLink::go);
    connect(m_desk, &CallbackDesk::taken, this, &CallbacksLink::told);
}

void CallbacksLink::connectActions()
{
    const ActionRegistry &actions = m_frame.actions;
    QAction *listen = actions.action("callbacks.listen");
    listen->setCheckable(true);
    connect(listen, &QAction::triggered, this, [this](bool on) {
        m_activity.showPage(m_panel);
        if (on)
            m_panel->startListening();
        else
            m_panel->stopListening();
    });
    const auto show = [this, listen] {
        listen->setChecked(m_desk->isListening());
        m_frame.actions.action("callbacks.copyAddress")->setEnabled(m_desk->isListening());
    };
    connect(m_desk, &CallbackDesk::listeningChanged, this, show);
    show();
    connect(actions.action("callbacks.copyAddress"), &QAction::triggered, m_panel, &CallbacksPanel::copyUrl);
    connect(actions.action("callbacks.paste"), &QAction::triggered, this, [this] {
        m_activity.showPage(m_panel);
        m_panel->pasteCallback();
    });
    connect(actions.action("callbacks.open"), &QAction::triggered, this, &CallbacksLink::chooseFile);
}

void CallbacksLink::chooseFile()
{
    for (const QString &path : m_frame.dialogs.openFiles(&m_frame.window, m_models.folder.folder())) {
        if (const auto taken = m_desk->takeFile(path); !taken)
            m_frame.messages.say(MessageBar::Kind::Error, sentence(taken.error()));
    }
    m_activity.showPage(m_panel);
}

void CallbacksLink::told(const QString &id, bool isRepeat)
{
    const int row = m_desk->model().rowOf(id);
    if (row < 0)
        return;
    const callbacks::CallbackEntry &entry = m_desk->model().entry(row);
    const QString which = entry.callback ? u"%1/%2"_s.arg(entry.callback->supplier, entry.callback->sequence) : QString();
    m_frame.status.say(isRepeat                ? tr("The same callback came again: %1").arg(which)
                           : !entry.callback   ? tr("Something came that can't be read as a callback")
                           : entry.message     ? tr("Callback for %1").arg(which)
                                               : tr("A callback for %1 came, which was never sent from here").arg(which));
}

/// Into the document that it was sent from, where there still is one; else into what was sent.
void CallbacksLink::go(const QString &document, qint64 journalRow, const payload::Pointer &place)
{
    for (OpenDocument *open : m_models.documents.all()) {
        if (open->path() == document || open->name() == document) {
            m_navigator->showField(open, place);
            return;
        }
    }
    if (QFileInfo(document).isAbsolute() && QFileInfo::exists(document)) {
        m_navigator->openField(document, place);
        return;
    }
    const auto sent = m_messages->at(journalRow);
    if (!sent || sent->body.isEmpty()) {
        m_frame.messages.say(MessageBar::Kind::Hint, tr("The message isn't open, and what was sent isn't kept any more. Open its file, and try again."));
        return;
    }
    m_navigator->openText(sent->body, tr("%1, as it was sent").arg(document), place);
}

} // namespace marquee::shell
