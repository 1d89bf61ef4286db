// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/SendDesk.h"

#include "exchange/Dispatcher.h"
#include "exchange/EnvironmentList.h"
#include "exchange/Repeat.h"
#include "partners/PartnerPlace.h"
#include "rules/PlaceName.h"
#include "shell/EnvironmentButton.h"
#include "shell/MessageBar.h"
#include "workspace/OpenDocuments.h"

#include <QLocale>

namespace marquee::shell {

using namespace Qt::StringLiterals;
using exchange::Intent;
using partners::Operation;
using partners::Outcome;
using workspace::OpenDocument;

namespace {

constexpr std::size_t MostHeldMessages = 8;

bool deletes(Operation operation)
{
    return operation == Operation::DeleteFull || operation == Operation::DeletePartial || operation == Operation::BatchDelete;
}

MessageBar::Kind kindOf(Outcome::Kind kind)
{
    switch (kind) {
    case Outcome::Kind::Accepted:
        return MessageBar::Kind::Good;
    case Outcome::Kind::Unknown:
        return MessageBar::Kind::Warning;
    default:
        return MessageBar::Kind::Error;
    }
}

} // namespace

SendDesk::SendDesk(const Models &models, Dialogs &dialogs, MessageBar &messages, QWidget *window)
    : QObject(window)
    , m_models(models)
    , m_dialogs(dialogs)
    , m_messages(messages)
    , m_window(window)
{
    connect(&models.dispatcher, &exchange::Dispatcher::finished, this, &SendDesk::tell);
    connect(&models.dispatcher, &exchange::Dispatcher::waiting, this, [this](int number, int attempts, qint64 forMs) {
        if (number == m_running)
            m_messages.sayBusy(tr("No luck yet (attempt %1). Sent again in %2 s.").arg(attempts).arg(static_cast<double>(forMs) / 1000, 0, 'f', 1));
    });
    connect(&messages, &MessageBar::cancelled, this, &SendDesk::cancel);
}

void SendDesk::run(Intent intent, OpenDocument *document)
{
    if (document && document->isPayload() && isWellFormed(*document))
        run(exchange::operationFor(intent, document->payload()), document, {});
}

void SendDesk::runForWindow(Intent intent, OpenDocument *document, int window)
{
    if (!document || !document->isAvail() || window < 0 || !isWellFormed(*document))
        return;
    const payload::Value value = document->payload().root().member("avail").member("Transaction").at(static_cast<std::uint32_t>(window));
    partners::PrimeTarget target;
    target.transaction = QString::fromStdString(value.member("_TransactionID").string());
    if (target.transaction.isEmpty()) {
        m_messages.say(MessageBar::Kind::Error, tr("This window has no ID, so the partner can't be asked for it. Make one first."));
        return;
    }
    run(intent == Intent::Delete ? Operation::DeletePartial : Operation::GetPartial, document, target);
}

Expected<exchange::Exchange> SendDesk::preview(const OpenDocument &document) const
{
    return exchange::prepare(exchange::operationFor(Intent::Put, document.payload()), document.payload(), m_models.environments);
}

bool SendDesk::isWellFormed(OpenDocument &document)
{
    document.finishTyping();
    if (!document.hasPendingText())
        return true;
    m_messages.say(MessageBar::Kind::Error, tr("The text isn't well-formed, so it can't be sent. %1").arg(sentence(document.pendingError())));
    return false;
}

bool SendDesk::isHeld(Operation operation, OpenDocument *document)
{
    if (!partners::infoOf(operation).hasBody)
        return false;
    document->validateForSending();
    const rules::Validator &validator = document->validator();
    Dialogs::Held held{exchange::operationTitle(operation), document->counts().errors, {}};
    if (held.errors == 0)
        return false;
    const rules::Context context = validator.context();
    for (const rules::Problem &problem : validator.problems(200)) {
        if (problem.severity == rules::Severity::Error && held.messages.size() < static_cast<qsizetype>(MostHeldMessages))
            held.messages << rules::placeName(context, problem.rule->field(problem, context)) + u": "_s + problem.rule->message(problem, context);
    }
    const Dialogs::HeldAnswer answer = m_dialogs.askHeld(m_window, held);
    if (answer == Dialogs::HeldAnswer::ShowProblems)
        Q_EMIT problemsWanted(document);
    return answer != Dialogs::HeldAnswer::SendAnyway;
}

bool SendDesk::isConfirmed(Operation operation, const QString &name)
{
    const QString title = exchange::operationTitle(operation);
    const exchange::Environment &environment = m_models.environments.current();
    if (environment.isProtected && partners::infoOf(operation).changes)
        return m_dialogs.confirmProtected(m_window, environment.name, title);
    if (!deletes(operation))
        return true;
    return m_dialogs.confirm(m_window, tr("Delete “%1” at the partner?").arg(name),
                             tr("In “%1”: %2. The document here stays as it is.").arg(environmentTitle(environment.name), title), tr("Delete"));
}

void SendDesk::run(Operation operation, OpenDocument *document, const partners::PrimeTarget &target)
{
    if (isBusy() || (document->isMessage() && m_numbering && !m_numbering(*document)) || isHeld(operation, document))
        return;
    auto exchange = exchange::prepare(operation, document->payload(), m_models.environments, target);
    if (!exchange) {
        m_messages.say(MessageBar::Kind::Error, sentence(exchange.error()));
        return;
    }
    if (!isConfirmed(operation, document->title()))
        return;
    exchange->document = document->name();
    send(*std::move(exchange));
    m_documents.insert(m_running, document);
}

bool SendDesk::isBusy()
{
    const bool busy = m_running != 0 && m_models.dispatcher.isRunning(m_running);
    if (busy)
        m_messages.sayBusy(tr("Still sending. Cancel it, or wait for it to end."));
    return busy;
}

void SendDesk::send(exchange::Exchange exchange)
{
    m_messages.sayBusy(tr("%1 in “%2”…").arg(exchange::operationTitle(exchange.operation), environmentTitle(exchange.environment)));
    m_running = m_models.dispatcher.send(std::move(exchange), m_models.environments.current(), TimeoutMs);
    m_mine << m_running;
}

void SendDesk::sendAgain(const exchange::Exchange &earlier)
{
    if (!earlier.request.body.isEmpty()) {
        m_models.documents.take(earlier.request.body, OpenDocument::Origin::Pasted, tr("%1, again").arg(earlier.document));
        m_messages.say(MessageBar::Kind::Hint, tr("This is what was sent. Change what has to be changed, and send it."));
        return;
    }
    if (isBusy())
        return;
    auto exchange = exchange::repeated(earlier, m_models.environments.current()); // all that it says is in its address
    if (!exchange) {
        m_messages.say(MessageBar::Kind::Error, sentence(exchange.error()));
        return;
    }
    if (!isConfirmed(earlier.operation, earlier.document))
        return;
    send(*std::move(exchange));
}

void SendDesk::askBack(const exchange::Exchange &unknown)
{
    const auto &all = m_models.environments.all();
    const auto environment = std::find_if(all.begin(), all.end(), [&](const exchange::Environment &one) { return one.name == unknown.environment; });
    if (environment == all.end()) {
        m_messages.say(MessageBar::Kind::Error,
            tr("“%1”, where this was sent, isn't among the environments. Open the folder that has it, and ask again.").arg(environmentTitle(unknown.environment)));
        return;
    }
    const int asked = m_models.dispatcher.askBack(unknown, *environment, TimeoutMs);
    m_mine << asked;
    if (asked == 0)
        m_messages.say(MessageBar::Kind::Hint, tr("The partner can't be asked what became of this one."));
    else
        m_messages.sayBusy(tr("Asking “%1” what became of it…").arg(environmentTitle(unknown.environment)));
}

void SendDesk::openReply(const exchange::Exchange &exchange)
{
    m_models.documents.take(exchange.reply.body, OpenDocument::Origin::Reply, tr("%1, answer").arg(exchange.document));
}

void SendDesk::cancel()
{
    if (m_running != 0)
        m_models.dispatcher.cancel(m_running);
}

OpenDocument *SendDesk::documentOf(int number) const
{
    return m_documents.value(number);
}

void SendDesk::tell(int number)
{
    const exchange::Exchange *exchange = m_models.exchanges.find(number);
    if (!exchange || !m_mine.contains(number))
        return;
    if (number == m_running)
        m_running = 0;
    const Outcome &outcome = exchange->outcome;
    const QLocale locale;
    const QString operation = exchange::operationTitle(exchange->operation);
    const bool isMessage = partners::infoOf(exchange->operation).reach == partners::Reach::Message; // its words begin with the outcome
    QString text = isMessage ? tr("%1: %2").arg(operation, outcome.message)
                             : tr("%1: %2. %3").arg(operation, exchange::outcomeTitle(*exchange), outcome.message);
    if (exchange->reply.status != 0)
        text += tr(" (Status %1, %2 ms, %3)").arg(exchange->reply.status).arg(exchange->reply.elapsedMs).arg(locale.formattedDataSize(exchange->reply.bytesReceived));
    placeRemarks(*exchange);
    const bool isGet = partners::infoOf(exchange->operation).method == "GET" || exchange->operation == Operation::BatchGet;
    m_messages.say(kindOf(outcome.kind), text, isGet && outcome.kind == Outcome::Kind::Accepted ? QString() : tr("Show the answer"));
    if (isGet && outcome.kind == Outcome::Kind::Accepted)
        openReply(number);
    Q_EMIT ended(number);
}

/// What the partner found wrong, beside the fields that it names. Only a judgement counts: what failed says nothing of the document.
void SendDesk::placeRemarks(const exchange::Exchange &exchange)
{
    OpenDocument *document = documentOf(exchange.number);
    const bool isJudged = exchange.outcome.kind == Outcome::Kind::Accepted || exchange.outcome.kind == Outcome::Kind::Rejected;
    if (!document || !document->isPayload() || !isJudged)
        return;
    std::vector<workspace::Remark> remarks;
    for (const partners::PartnerError &error : exchange.outcome.errors) {
        if (const auto place = partners::placeIn(error, document->payload()))
            remarks.push_back({*place, error.message.isEmpty() ? error.code : error.message});
    }
    document->setRemarks(remarks);
}

void SendDesk::openReply(int number)
{
    const exchange::Exchange *exchange = m_models.exchanges.find(number);
    if (exchange && exchange->done)
        m_models.documents.take(exchange->reply.body, OpenDocument::Origin::Reply,
                                tr("%1, answer %2").arg(exchange->document).arg(number));
}

} // namespace marquee::shell
