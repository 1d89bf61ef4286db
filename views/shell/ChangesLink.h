// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Pointer.h"
#include "shell/Frame.h"
#include "shell/Models.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace marquee::changes {
class ChangesPanel;
}
namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::shell {

class ActivityDock;
class SendDesk;

/// What differs between the document in front and its file, another file or the partner's last answer, in the activity dock.
class ChangesLink : public QObject
{
    Q_OBJECT

public:
    ChangesLink(const Frame &frame, const Models &models, ActivityDock &activity, const SendDesk &sending, QObject *parent);

    void setDocument(workspace::OpenDocument *document); ///< the one in front; null: none
    /// An exchange has ended: its answer may be what the document is compared with.
    void takeAnswer(int number);

Q_SIGNALS:
    void fieldWanted(const marquee::payload::Pointer &field);

private:
    void connectActions();
    void chooseFile();
    void showAnswer();

    const Frame m_frame;
    const Models m_models;
    ActivityDock &m_activity;
    const SendDesk &m_sending;
    changes::ChangesPanel *m_panel;
    QPointer<workspace::OpenDocument> m_document;
    QHash<const workspace::OpenDocument *, int> m_answers; ///< the last exchange that fetched each
};

} // namespace marquee::shell
