// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Prepare.h"
#include "shell/Dialogs.h"
#include "shell/Models.h"
#include "workspace/OpenDocument.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>

#include <functional>

namespace marquee::shell {

class MessageBar;

/// Carries out what is asked of the partner: looks at our own errors first, asks where it has to, sends, and says how it ended.
class SendDesk : public QObject
{
    Q_OBJECT

public:
    static constexpr int TimeoutMs = 30000;

    SendDesk(const Models &models, Dialogs &dialogs, MessageBar &messages, QWidget *window);

    void run(exchange::Intent intent, workspace::OpenDocument *document);
    /// Who gives messages their numbers; called with one that is to be sent. False: it isn't.
    void setNumbering(std::function<bool(workspace::OpenDocument &)> numbering) { m_numbering = std::move(numbering); }
    /// GET or DELETE of one window of a full extract, by its ID.
    void runForWindow(exchange::Intent intent, workspace::OpenDocument *document, int window);
    void cancel();

    /// What sending it would send, the key by its name.
    Expected<exchange::Exchange> preview(const workspace::OpenDocument &document) const;
    /// The document that an exchange was about; null where it was closed.
    workspace::OpenDocument *documentOf(int number) const;
    void openReply(int number);
    void openReply(const exchange::Exchange &exchange); ///< of one that only the journal has
    /// What was sent as a document, to be sent anew; what has no body is sent at once, in the chosen environment.
    void sendAgain(const exchange::Exchange &earlier);
    /// Asks the partner what became of one whose outcome is unknown.
    void askBack(const exchange::Exchange &unknown);

Q_SIGNALS:
    void problemsWanted(marquee::workspace::OpenDocument *document);
    void ended(int number);

private:
    void run(partners::Operation operation, workspace::OpenDocument *document, const partners::PrimeTarget &target);
    /// Our errors speak against it, and the user doesn't send it all the same.
    bool isWellFormed(workspace::OpenDocument &document); ///< or says why it can't be sent
    bool isHeld(partners::Operation operation, workspace::OpenDocument *document);
    /// A protected environment and what can't be taken back are asked about.
    bool isConfirmed(partners::Operation operation, const QString &name);
    bool isBusy(); ///< and says so
    void send(exchange::Exchange exchange);
    void tell(int number);
    void placeRemarks(const exchange::Exchange &exchange);

    const Models m_models;
    Dialogs &m_dialogs;
    MessageBar &m_messages;
    QWidget *m_window;
    QHash<int, QPointer<workspace::OpenDocument>> m_documents; ///< by exchange
    QSet<int> m_mine; ///< exchanges that were sent or asked back from here; others' answers are theirs to show
    int m_running = 0;
    std::function<bool(workspace::OpenDocument &)> m_numbering;
};

} // namespace marquee::shell
