// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ExchangesLink.h"

#include "exchange/Dispatcher.h"
#include "exchange/JournalList.h"
#include "exchanges/ExchangesPanel.h"
#include "partners/PartnerPlace.h"
#include "shell/ActivityDock.h"
#include "shell/FileDesk.h"
#include "shell/MessageBar.h"
#include "shell/SendDesk.h"
#include "shell/StatusLine.h"

namespace marquee::shell {

using exchanges::ExchangesPanel;

ExchangesLink::ExchangesLink(const Frame &frame, const Models &models, ActivityDock &activity, SendDesk &sending, FileDesk &files, QObject *parent)
    : QObject(parent)
    , m_frame(frame)
    , m_models(models)
    , m_activity(activity)
    , m_sending(sending)
    , m_files(files)
    , m_panel(new ExchangesPanel(m_models.exchanges, &m_activity))
    , m_journal(new exchange::JournalList({}, m_panel))
{
    m_activity.addPage(m_panel, tr("Exchanges"));
    m_panel->setJournal(*m_journal);
    connectStored();
    connect(m_panel, &ExchangesPanel::cancelWanted, &m_models.dispatcher, &exchange::Dispatcher::cancel);
    connect(m_panel, &ExchangesPanel::openReplyWanted, &m_sending, qOverload<int>(&SendDesk::openReply));
    connect(m_panel, &ExchangesPanel::inspectWanted, this, &ExchangesLink::inspectWanted);
    connect(m_panel, &ExchangesPanel::said, &m_frame.status, &StatusLine::say);
    connect(m_panel, &ExchangesPanel::saveReplyWanted, this, [this](int number) {
        if (const exchange::Exchange *exchange = m_models.exchanges.find(number))
            m_files.saveBytes(exchange->reply.body, tr("answer-%1.json").arg(number));
    });
    connect(m_panel, &ExchangesPanel::partnerErrorActivated, this, &ExchangesLink::showPartnerError);
    connect(&m_sending, &SendDesk::ended, m_panel, &ExchangesPanel::select);
    connect(&m_frame.messages, &MessageBar::action, this, &ExchangesLink::showPage);
}

void ExchangesLink::connectStored()
{
    using exchange::Exchange;
    connect(m_panel, &ExchangesPanel::sendAgainWanted, &m_sending, &SendDesk::sendAgain);
    connect(m_panel, &ExchangesPanel::askBackWanted, &m_sending, &SendDesk::askBack);
    connect(m_panel, &ExchangesPanel::openStoredReplyWanted, this, [this](const Exchange &stored) { m_sending.openReply(stored); });
    connect(m_panel, &ExchangesPanel::saveStoredReplyWanted, this, [this](const Exchange &stored) { m_files.saveBytes(stored.reply.body, tr("answer.json")); });
    connect(m_panel, &ExchangesPanel::exportWanted, this, [this](const QByteArray &har, int) { m_files.saveBytes(har, tr("exchanges.har")); });
}

void ExchangesLink::showPage()
{
    m_activity.showPage(m_panel);
}

void ExchangesLink::showPartnerError(int number, const partners::PartnerError &error)
{
    workspace::OpenDocument *document = m_sending.documentOf(number);
    const auto place = document && document->isPayload() ? partners::placeIn(error, document->payload()) : std::nullopt;
    if (place)
        Q_EMIT placeWanted(document, *place);
    else
        m_frame.messages.say(MessageBar::Kind::Hint, tr("The partner names no place that can be found in the document."));
}

} // namespace marquee::shell
