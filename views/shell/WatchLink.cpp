// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/WatchLink.h"

#include "shell/Dialogs.h"
#include "shell/DocumentTabs.h"
#include "shell/FileDesk.h"
#include "shell/MessageBar.h"
#include "shell/StatusLine.h"
#include "shell/actions/ActionRegistry.h"
#include "workspace/FileWatch.h"
#include "workspace/OpenDocuments.h"

#include <QAction>
#include <QGuiApplication>
#include <QMainWindow>
#include <QPointer>

namespace marquee::shell {

using namespace Qt::StringLiterals;
using workspace::FileWatch;
using workspace::OpenDocument;

WatchLink::WatchLink(const Frame &frame, const Models &models, DocumentTabs &tabs, FileDesk &files, QObject *parent)
    : QObject(parent)
    , m_frame(frame)
    , m_tabs(tabs)
    , m_watch(new FileWatch(models.documents, this))
{
    connect(m_watch, &FileWatch::changedOutside, this, [this](OpenDocument *document) {
        if (document == m_tabs.current())
            ask(document);
        else
            m_frame.status.say(tr("The file of “%1” was changed by another program").arg(document->name()));
    });
    connect(m_watch, &FileWatch::goneOutside, this, [this](const OpenDocument *document) {
        m_gone.insert(document);
        m_frame.messages.say(MessageBar::Kind::Warning, tr("The file of “%1” isn't there any more. Save the document to write it again.").arg(document->name()));
    });
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive)
            m_watch->checkNow();
    });
    const auto isThere = [this](const OpenDocument *document) { m_gone.remove(document); };
    connect(m_watch, &FileWatch::sameAgain, this, isThere);
    connect(m_watch, &FileWatch::changedOutside, this, isThere);
    connect(&models.documents, &workspace::OpenDocuments::saved, this, isThere);
    connect(&models.documents, &workspace::OpenDocuments::closing, this, isThere);
    files.setGuard({[this](OpenDocument *document) { return mayWrite(document); }, [this](const OpenDocument *document) { return m_gone.contains(document); }});
}

void WatchLink::setDocument(OpenDocument *document)
{
    if (document && m_watch->outside(document))
        ask(document);
}

void WatchLink::ask(OpenDocument *document)
{
    const QPointer<OpenDocument> asked = document;
    const auto then = [asked](auto what) {
        return [asked, what] {
            if (asked)
                what(asked.data());
        };
    };
    const QString loses = document->isModified() ? u' ' + tr("It has edits here that aren't saved; reloading is a step that Undo takes back.") : QString();
    m_frame.messages.ask(MessageBar::Kind::Warning, tr("The file of “%1” was changed by another program.").arg(document->name()) + loses,
        {{u"reloadFile"_s, tr("Reload"), then([this](OpenDocument *one) { reload(one); })},
            {u"compareFile"_s, tr("Compare"), then([this](OpenDocument *one) {
                 m_tabs.show(one);
                 m_frame.actions.action("document.changesSaved")->trigger();
             })},
            {u"keepMine"_s, tr("Keep mine"), then([this](OpenDocument *one) { m_watch->keep(one); })}});
}

void WatchLink::reload(OpenDocument *document)
{
    if (const auto done = m_watch->reload(document); !done)
        m_frame.messages.say(MessageBar::Kind::Error, sentence(done.error()));
    else
        m_frame.status.say(tr("“%1” is as its file is").arg(document->name()));
}

bool WatchLink::mayWrite(OpenDocument *document)
{
    return !m_watch->isStale(document)
        || m_frame.dialogs.confirm(&m_frame.window, tr("Write over what another program saved?"),
            tr("The file of “%1” was changed by another program since it was read. Saving puts your text in its place.").arg(document->name()), tr("Write over it"));
}

} // namespace marquee::shell
