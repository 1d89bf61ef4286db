// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "performance/Sources.h"
#include "shell/Frame.h"
#include "shell/Models.h"

#include <QObject>
#include <QUrl>

namespace marquee::callbacks {
class CallbackDesk;
}
namespace marquee::performances {
class WorkspaceSuggestions;
}
namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::shell {

class DocumentTabs;
class MessageNumbers;
class MessageStandings;

/// Messages of performances in the window: their actions, what their forms suggest and ask, what a new one begins with; and the way
/// of one that is sent, from its number to what became of it.
class MessageLink : public QObject
{
    Q_OBJECT

public:
    MessageLink(const Frame &frame, const Models &models, QObject *parent);

    /// What the views of messages ask.
    performance::PerformanceSources sources();
    /// Once there are tabs and callbacks.
    void begin(DocumentTabs &tabs, callbacks::CallbackDesk &callbacks);
    void updateActions();
    void environmentChanged();

    /// See MessageNumbers.
    bool number(workspace::OpenDocument &document);
    /// It was sent, or wasn't: says anew how far it is.
    void sent(workspace::OpenDocument *document);

private:
    void opened(workspace::OpenDocument *document);
    void beginNew(workspace::OpenDocument &document);
    void connectActions();
    QUrl callbackUrl() const;

    const Frame m_frame;
    const Models m_models;
    DocumentTabs *m_tabs = nullptr;
    callbacks::CallbackDesk *m_callbacks = nullptr;
    MessageNumbers *m_numbers;
    MessageStandings *m_standings = nullptr;
    performances::WorkspaceSuggestions *m_suggestions;
};

} // namespace marquee::shell
