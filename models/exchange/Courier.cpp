// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/Courier.h"

#include "exchange/SequenceNumbers.h"
#include "partners/Settling.h"
#include "payload/Document.h"
#include "payload/JsonText.h"

#include <QCoreApplication>
#include <QPointer>
#include <QRandomGenerator>
#include <QTimer>

namespace marquee::exchange {

using partners::Operation;
using partners::Outcome;
using partners::Reply;
using payload::Value;

struct Courier::Running
{
    int number = 0;
    std::shared_ptr<Channel> channel;
    Delivery delivery;
    partners::Request request;
    Done done;
    Done replied;
    Delivered result;
    qint64 settles = 0;
    int place = 0; ///< in the queue of `queuedIn`; 0: not waiting there
    Pace *queuedIn = nullptr;
    bool hasLane = false;
    bool hasTurn = false;
    int wire = 0; ///< the sender's number; 0: not on the wire
    int inner = 0; ///< the delivery that asks back
    bool isWaiting = false; ///< to be sent again
    bool isCancelled = false;
    bool isOver = false;
};

Courier::Courier(Journal &journal, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
{
}

Courier::~Courier()
{
    for (const Pointer &running : std::as_const(m_running)) {
        running->isOver = true;
        if (running->place != 0)
            running->queuedIn->forget(running->place);
        if (running->wire != 0)
            running->channel->sender().cancel(running->wire);
        leave(running);
    }
}

Expected<int> Courier::send(std::shared_ptr<Channel> channel, Delivery delivery, Done done, Done replied)
{
    auto request = partners::infoOf(delivery.operation).partner == partners::Partner::Atom
        ? channel->request(delivery.operation, delivery.atom, delivery.body)
        : channel->request(delivery.operation, delivery.target, delivery.body);
    if (!request)
        return tl::unexpected(request.error());
    auto running = std::make_shared<Running>();
    running->number = ++m_last;
    running->channel = std::move(channel);
    running->delivery = std::move(delivery);
    running->request = std::move(*request);
    running->done = std::move(done);
    running->replied = std::move(replied);
    m_running.insert(running->number, running);
    QMetaObject::invokeMethod(
        this, [this, running] { queue(running); }, Qt::QueuedConnection);
    return running->number;
}

Expected<int> Courier::askBack(std::shared_ptr<Channel> channel, Delivery delivery, Delivered known, Done done)
{
    const auto asking = partners::askingBack(delivery.operation);
    if (!asking) {
        Error error;
        error.code = Error::Code::Invalid;
        error.message = partners::infoOf(delivery.operation).changes
            ? QCoreApplication::translate(
                "Settling", "Showtime can't be asked what became of a message; its callback tells.")
            : QCoreApplication::translate("Settling", "It changes nothing, so there is nothing to ask.");
        return tl::unexpected(error);
    }
    if (auto request = channel->request(*asking, delivery.target); !request)
        return tl::unexpected(request.error());
    auto running = std::make_shared<Running>();
    running->number = ++m_last;
    running->channel = std::move(channel);
    running->delivery = std::move(delivery);
    running->done = std::move(done);
    running->result = std::move(known);
    const std::vector<std::string> &ids = running->delivery.itemIds;
    if (!ids.empty())
        running->result.items
            = partners::batchOutcome(running->delivery.operation, running->result.outcome, running->result.reply, ids)
                  .items;
    m_running.insert(running->number, running);
    QMetaObject::invokeMethod(
        this,
        [this, running] {
            if (running->isCancelled)
                end(running);
            else
                settle(running);
        },
        Qt::QueuedConnection);
    return running->number;
}

void Courier::cancel(int number)
{
    const Pointer running = m_running.value(number);
    if (!running || running->isOver)
        return;
    running->isCancelled = true;
    if (running->inner != 0) {
        cancel(running->inner);
    } else if (running->wire != 0) {
        running->channel->sender().cancel(running->wire);
    } else if (running->place != 0 && running->queuedIn->forget(running->place)) {
        running->place = 0;
        leave(running);
        judge(running);
    } else if (running->isWaiting) {
        running->isWaiting = false;
        judge(running);
    }
}

void Courier::cancelUnsent(int number)
{
    const Pointer running = m_running.value(number);
    if (running && running->result.attempts == 0 && running->wire == 0)
        cancel(number);
}

void Courier::queue(const Pointer &running)
{
    if (running->isCancelled)
        judge(running);
    else if (running->delivery.isAhead && running->result.journal == 0)
        write(running);
    else
        waitForTurn(running);
}

/// First in the run's own queue, then in that of all who send there.
void Courier::waitForTurn(const Pointer &running)
{
    const bool forLane = running->delivery.lane && !running->hasLane;
    Pace &pace = forLane ? *running->delivery.lane : running->channel->pace();
    running->queuedIn = &pace;
    const int place = pace.acquire([self = QPointer(this), running, forLane] {
        running->place = -1;
        (forLane ? running->hasLane : running->hasTurn) = true;
        if (!self)
            leave(running);
        else if (forLane)
            self->waitForTurn(running);
        else
            self->itsTurn(running);
    });
    if (running->queuedIn == &pace && running->place != -1)
        running->place = place;
}

void Courier::itsTurn(const Pointer &running)
{
    running->place = 0;
    if (running->result.journal == 0)
        write(running);
    else
        transmit(running);
}

/// Makes room for the next.
void Courier::leave(const Pointer &running)
{
    if (std::exchange(running->hasTurn, false))
        running->channel->pace().release();
    if (std::exchange(running->hasLane, false))
        running->delivery.lane->release();
}

/// Neither the number nor the row could be kept: then nothing goes.
void Courier::notBegun(const Pointer &running, const Error &error)
{
    running->result.journalError = error;
    leave(running);
    judge(running);
}

namespace {

/// What the journal says that it is about.
QString subjectOf(const Delivery &delivery)
{
    switch (partners::infoOf(delivery.operation).reach) {
    case partners::Reach::Message:
        return delivery.message.name();
    case partners::Reach::Query:
        return partners::subjectOf(delivery.operation, delivery.atom);
    case partners::Reach::Partial:
        return delivery.target.transaction;
    default:
        return delivery.target.alid;
    }
}

} // namespace

/// Nothing goes that isn't in the journal.
void Courier::write(const Pointer &running)
{
    const partners::MessageTarget &message = running->delivery.message;
    const bool isNumbered
        = partners::infoOf(running->delivery.operation).reach == partners::Reach::Message && !message.name().isEmpty();
    if (isNumbered) {
        if (const auto kept = SequenceNumbers(m_journal.path()).use(message.supplier, message.sequence); !kept) {
            notBegun(running, kept.error());
            return;
        }
    }
    const Masking &masking = running->channel->masking();
    JournalRequest request;
    request.started = QDateTime::currentDateTimeUtc();
    request.environment = running->channel->environment().name;
    request.operation = QString::fromUtf8(partners::infoOf(running->delivery.operation).name.data());
    request.document = running->delivery.document;
    request.subject = subjectOf(running->delivery);
    request.method = running->request.method;
    request.url = masking.url(running->request.url);
    request.headers = masking.headers(running->request.headers);
    request.body = masking.bytes(running->request.body);
    request.run = running->delivery.run;
    request.settles = running->settles;
    m_journal.begin(
        request, running->delivery.positions, [self = QPointer(this), running](const Expected<qint64> &row) {
            if (!self || running->isOver)
                return;
            if (!row) {
                self->notBegun(running, row.error());
                return;
            }
            running->result.journal = *row;
            if (!running->isCancelled) {
                if (running->hasTurn)
                    self->transmit(running);
                else
                    self->waitForTurn(running);
                return;
            }
            leave(running);
            self->judge(running);
        });
}

void Courier::transmit(const Pointer &running)
{
    Q_EMIT journalChanged(running->result.journal);
    ++running->result.attempts;
    const int timeout = running->delivery.timeoutMs > 0 ? running->delivery.timeoutMs : running->channel->timeoutMs();
    running->wire = running->channel->sender().send(
        running->request, timeout, [self = QPointer(this), running](const Reply &reply) {
            if (running->isOver || !self)
                return;
            running->wire = 0;
            if (std::exchange(running->hasTurn, false))
                running->channel->pace().release();
            self->replied(running, reply);
        });
}

void Courier::replied(const Pointer &running, const Reply &reply)
{
    Delivered &result = running->result;
    result.reply = reply;
    result.outcome = partners::outcomeOf(running->delivery.operation, reply);
    if (!running->isCancelled) {
        const double chance = QRandomGenerator::global()->generateDouble();
        const auto wait = waitBeforeRetry(
            running->delivery.retry, result.attempts, result.outcome, reply, chance, QDateTime::currentDateTimeUtc());
        if (wait) {
            if (reply.status == 429)
                running->channel->pace().hold(*wait); // it was meant for all
            running->isWaiting = true;
            Q_EMIT waiting(running->number, result.attempts, *wait);
            QTimer::singleShot(static_cast<int>(*wait), this, [this, running] {
                if (std::exchange(running->isWaiting, false))
                    queue(running);
            });
            return;
        }
    }
    judge(running);
}

/// No attempt will follow.
void Courier::judge(const Pointer &running)
{
    Delivered &result = running->result;
    if (result.attempts == 0) {
        Reply never;
        never.transport = Reply::Transport::CancelledBefore;
        result.reply = never;
        result.outcome = partners::outcomeOf(running->delivery.operation, never);
        if (result.journalError)
            result.outcome.message = sentence(*result.journalError);
    }
    if (!running->delivery.itemIds.empty()) {
        partners::BatchOutcome items = partners::batchOutcome(
            running->delivery.operation, result.outcome, result.reply, running->delivery.itemIds);
        result.strangers = items.strangers;
        result.items = std::move(items.items);
        for (const Outcome &item : result.items) {
            if (item.kind == Outcome::Kind::Unknown && result.outcome.kind != Outcome::Kind::Unknown) {
                result.outcome.kind = Outcome::Kind::Unknown;
                result.outcome.exitCode = 5;
                result.outcome.message = item.message;
            }
        }
    }
    if (result.outcome.kind == Outcome::Kind::Unknown && running->delivery.settle && !running->isCancelled
        && partners::askingBack(running->delivery.operation))
        settle(running);
    else
        end(running);
}

namespace {

/// The batch-get that asks for the same items as a batch that was sent.
QByteArray askingBody(const QByteArray &sent)
{
    const auto document = payload::Document::read(sent);
    const Value items = document ? (*document)->root().member("requestItems") : Value();
    std::string text;
    for (std::uint32_t i = 0; i < items.size(); ++i)
        text += std::string(i == 0 ? "" : ",") + "{\"requestItemId\":" + items.at(i).member("requestItemId").raw()
            + ",\"path\":" + items.at(i).member("path").raw() + '}';
    return QByteArray::fromStdString("{\"requestItems\":[" + text + "]}");
}

} // namespace

void Courier::settle(const Pointer &running)
{
    Delivery asking;
    asking.operation = *partners::askingBack(running->delivery.operation);
    asking.target = running->delivery.target;
    if (asking.operation == Operation::BatchGet)
        asking.body = askingBody(running->delivery.body);
    asking.document = running->delivery.document;
    asking.timeoutMs = running->delivery.timeoutMs;
    asking.retry = running->delivery.retry;
    const auto number
        = send(running->channel, asking, [this, running](const Delivered &asked) { settledBy(running, asked); });
    if (!number) {
        end(running);
        return;
    }
    running->inner = *number;
    m_running.value(*number)->settles = running->result.journal;
}

void Courier::settledBy(const Pointer &running, const Delivered &asked)
{
    running->inner = 0;
    Delivered &result = running->result;
    const auto sent = payload::Document::read(running->delivery.body);
    const Value root = sent ? (*sent)->root() : Value();
    if (result.items.empty()) {
        result.outcome = partners::settled(running->delivery.operation, root, asked.outcome, asked.reply);
        end(running);
        return;
    }
    const auto reply = payload::Document::read(asked.reply.body);
    const Value answers = reply ? (*reply)->root().member("responseItems") : Value();
    const Value items = root.member("requestItems");
    Outcome worst{Outcome::Kind::Accepted, 0,
        QCoreApplication::translate("Settling", "Asked back: the partner has what was sent."), {}, false};
    for (std::size_t i = 0; i < result.items.size(); ++i) {
        Outcome &item = result.items[i];
        if (item.kind == Outcome::Kind::Unknown) {
            Value answer;
            for (std::uint32_t k = 0; k < answers.size(); ++k) {
                if (answers.at(k).member("requestItemId").string() == running->delivery.itemIds[i])
                    answer = answers.at(k);
            }
            item = partners::settledItem(
                running->delivery.operation, items.at(static_cast<std::uint32_t>(i)).member("body"), answer);
        }
        if (static_cast<int>(item.kind) > static_cast<int>(worst.kind))
            worst = item;
    }
    result.outcome = worst;
    end(running);
}

void Courier::end(const Pointer &running)
{
    Delivered &result = running->result;
    if (running->replied)
        running->replied(result); // may stop the run: before the next one's turn comes
    leave(running);
    if (result.journal == 0) {
        finish(running);
        return;
    }
    const Masking &masking = running->channel->masking();
    JournalReply reply;
    reply.ended = QDateTime::currentDateTimeUtc();
    reply.outcome = QString(partners::outcomeName(result.outcome.kind));
    reply.message = masking.text(result.outcome.message);
    reply.status = result.reply.status;
    reply.attempts = result.attempts;
    reply.elapsedMs = result.reply.elapsedMs;
    reply.bytesSent = result.reply.bytesSent;
    reply.bytesReceived = result.reply.bytesReceived;
    reply.requestId = QString::fromLatin1(partners::requestIdOf(result.reply));
    reply.headers = masking.headers(result.reply.headers);
    reply.body = masking.bytes(result.reply.body);
    reply.problem = masking.text(result.reply.problem);
    std::vector<RunItem> items;
    if (running->delivery.itemsOf)
        items = running->delivery.itemsOf(result);
    m_journal.end(result.journal, reply, running->delivery.run, std::move(items),
        [self = QPointer(this), running](const Expected<void> &written) {
            if (!self || running->isOver)
                return;
            if (!written)
                running->result.journalError = written.error();
            Q_EMIT self->journalChanged(running->result.journal);
            self->finish(running);
        });
}

void Courier::finish(const Pointer &running)
{
    running->isOver = true;
    m_running.remove(running->number);
    running->done(running->result);
}

} // namespace marquee::exchange
