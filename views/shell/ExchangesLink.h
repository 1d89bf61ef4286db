// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payload/Pointer.h"
#include "shell/Frame.h"
#include "shell/Models.h"

#include <QObject>

namespace marquee::exchange {
struct Exchange;
class JournalList;
}
namespace marquee::exchanges {
class ExchangesPanel;
}
namespace marquee::partners {
struct PartnerError;
}
namespace marquee::workspace {
class OpenDocument;
}

namespace marquee::shell {

class ActivityDock;
class FileDesk;
class SendDesk;

/// What was sent, in the activity dock: what the user asks of an exchange there is done by the desks.
class ExchangesLink : public QObject
{
    Q_OBJECT

public:
    ExchangesLink(const Frame &frame, const Models &models, ActivityDock &activity, SendDesk &sending, FileDesk &files, QObject *parent);

    void showPage();

Q_SIGNALS:
    /// The answer is to be looked at in full.
    void inspectWanted(const marquee::exchange::Exchange &exchange);
    /// What the partner complains about stands there.
    void placeWanted(marquee::workspace::OpenDocument *document, const marquee::payload::Pointer &field);

private:
    void connectStored();
    void showPartnerError(int number, const partners::PartnerError &error);

    const Frame m_frame;
    const Models m_models;
    ActivityDock &m_activity;
    SendDesk &m_sending;
    FileDesk &m_files;
    exchanges::ExchangesPanel *m_panel;
    exchange::JournalList *m_journal; ///< of all sessions
};

} // namespace marquee::shell
