// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ProductionDesk.h"

#include "exchange/Prepare.h"

namespace marquee::exchange {

using partners::Outcome;
using partners::Reply;

ProductionDesk::ProductionDesk(Dispatcher &dispatcher, const ExchangeList &list, QObject *parent)
    : QObject(parent)
    , m_dispatcher(dispatcher)
    , m_list(list)
{
    connect(&m_dispatcher, &Dispatcher::finished, this, &ProductionDesk::ended);
}

bool ProductionDesk::start(partners::Operation operation, const partners::AtomTarget &target, bool allPages,
    const Environment &environment, const QByteArray &body)
{
    if (isActive()) {
        m_problem = tr("A question is being asked already. Wait for its answer, or cancel it.");
        return false;
    }
    m_environment = environment;
    m_isCancelled = false;
    m_coming = {};
    m_coming.operation = operation;
    m_coming.asked = target;
    m_pages = std::make_unique<AllPages>(operation, target, body, allPages);
    if (ask())
        return true;
    m_pages.reset();
    return false;
}

bool ProductionDesk::ask()
{
    auto exchange = prepareQuery(m_coming.operation, m_pages->target(), m_environment, m_pages->body());
    if (!exchange) {
        m_problem = sentence(exchange.error());
        return false;
    }
    m_problem.clear();
    m_number
        = m_dispatcher.send(std::move(*exchange), m_environment, static_cast<int>(m_environment.timeoutSeconds * 1000));
    return true;
}

void ProductionDesk::cancel()
{
    if (!isActive())
        return;
    m_isCancelled = true;
    m_dispatcher.cancel(m_number);
}

void ProductionDesk::ended(int number)
{
    if (!isActive() || number != m_number)
        return;
    m_number = 0;
    const Exchange *exchange = m_list.find(number);
    Outcome outcome = exchange ? exchange->outcome : Outcome();
    Reply reply = exchange ? exchange->reply : Reply();
    if (m_isCancelled && outcome.kind == Outcome::Kind::Accepted) { // its answer came before it could be stopped
        reply = {};
        reply.transport = Reply::Transport::Cancelled;
        outcome = partners::atomOutcome(m_coming.operation, reply);
    }
    const bool goesOn = m_pages->take(outcome, reply, exchange ? exchange->attempts : 0);
    Q_EMIT progressed(m_pages->pages(), m_pages->total());
    if (!goesOn) {
        finish();
        return;
    }
    if (m_isCancelled || !ask()) { // cancelled by whoever heard of the progress
        reply = {};
        reply.transport = Reply::Transport::CancelledBefore;
        outcome = partners::atomOutcome(m_coming.operation, reply);
        if (!m_isCancelled)
            outcome.message = m_problem;
        m_pages->take(outcome, reply, 0);
        finish();
    }
}

void ProductionDesk::finish()
{
    m_coming.outcome = m_pages->outcome();
    m_coming.reply = m_pages->reply();
    m_coming.pages = m_pages->pages();
    m_coming.notes = m_pages->notes();
    m_result = std::move(m_coming);
    m_coming = {};
    m_pages.reset();
    Q_EMIT finished();
}

} // namespace marquee::exchange
